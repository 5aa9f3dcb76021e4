"""Tables with no or few rules → grids: columns by white space, rows by what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.readers.from_pdf.grid import Grid, Span
from ingest.readers.from_pdf.ink import Box, Ink, Rule, Run
from ingest.readers.from_pdf.unruled.columns import BESIDE, Columns, Region, regions, settled
from ingest.readers.from_pdf.unruled.levels import Level, Segment, levels
from ingest.readers.from_pdf.unruled.plausible import (
    is_framed_form,
    is_table,
    with_headings,
    without_marks,
    without_stretches,
)
from ingest.readers.from_pdf.unruled.rows import Row, Stripes, rows
from ingest.readers.from_pdf.unruled.themes import bands, themes, titles

_ACROSS = 0.4
"""The part of a table's width that a rule must cover to part rows."""
_GOES_ON = 2.0
_BELOW = 3.0
"""How many times its size a line in bold that reaches across may stand beneath the last of a table."""
_CLOSE = 1.4
"""Lines of one cell are no further apart than this many times their size."""
_LOW = 6.0
_CENTRED = 0.05
"""How far from the middle of a table, as a part of its width, words stand that are set in its middle."""


def open_grids(runs: Sequence[Run], ink: Ink, before: Sequence[float]) -> list[Grid]:
    """The grids that the text makes by itself, from the top of the page down.

    `before` are the edges of the columns of a table that may go on from the page before.
    """
    found = levels(runs, ink, [edge + BESIDE for edge in before[1:-1]])
    right = max((run.box.right for run in runs), default=0.0)
    grids = []
    for region in (part for whole in regions(found, before) for part in _split(whole, found)):
        trimmed = _trimmed(region, found, ink)
        if trimmed is None:
            continue
        stripes = _stripes(_box(trimmed, found), trimmed.columns, ink)
        is_form = is_framed_form(trimmed, found, ink.level)
        if is_form or is_table(trimmed, found, stripes.count) or _is_header(trimmed, found, ink):
            grids.append(_grid(trimmed, found, stripes, right))
    return grids


def _split(region: Region, found: Sequence[Level]) -> Iterator[Region]:
    """The tables of a region: where a title stands over the header said again, another table begins."""
    first, carried = region.first, region.carried
    header = _words(found[first])
    for n in range(region.first + 2, region.last + 1):
        if len(header) > 1 and _words(found[n]) == header and _is_title(region, found, n - 1):
            yield Region(region.columns, first, n - 2, region.across, carried)
            first, carried = n, False
    yield Region(region.columns, first, region.last, region.across, carried)


def _words(level: Level) -> list[str]:
    return [segment.text for segment in level.segments]


def _is_title(region: Region, found: Sequence[Level], n: int) -> bool:
    return n in region.across or (len(found[n].segments) == 1 and not _goes_on(region, found, n))


def _goes_on(region: Region, found: Sequence[Level], n: int) -> bool:
    """Whether a line with words in one column alone is the next line of a cell there."""
    column = region.columns.over(found[n].segments[0])
    for m in range(n - 1, region.first - 1, -1):
        if any(region.columns.over(segment) == column for segment in found[m].segments):
            return found[n].baseline - found[m].baseline < _GOES_ON * found[n].size
    return False


def _trimmed(region: Region, found: Sequence[Level], ink: Ink) -> Region | None:
    """The region from its first to its last line that surely belongs to it."""
    first, last = region.first, region.last
    while first <= last and len(found[first].segments) < 2 and not region.carried:
        if _heads_cell(region, found, first, ink):
            break
        first += 1
    while last > first and len(found[last].segments) < 2 and not _goes_on(region, found, last):
        last -= 1
    if last < first:
        return None
    ended = replace(region, first=first, last=last + 1)
    if _ends_page_across(region, found, last, ink) or (last + 2 == len(found) and last + 1 in themes(ended, found)):
        last += 1
    kept = settled(replace(region, first=first, last=last), found)
    kept = kept if region.carried else without_stretches(kept, found)
    heading = themes(kept, found) | bands(kept, found, ink.fills)
    kept = replace(kept, across=kept.across | heading, themes=frozenset(heading | titles(kept, found)))
    if region.carried:
        return kept
    kept = replace(kept, columns=with_headings(kept, found))
    return replace(kept, columns=without_marks(kept, found))


def _heads_cell(region: Region, found: Sequence[Level], n: int, ink: Ink) -> bool:
    """Whether a line above the table is the first line of a taller heading: close over one of its later columns.

    It may stand over the first where a rule or a colour shows that the table begins with it.
    """
    if n == region.last or n in region.across:
        return False
    column = region.columns.over(found[n].segments[0])
    below = next((m for m in range(n + 1, region.last + 1) if len(found[m].segments) > 1), region.last)
    close = found[below].baseline - found[n].baseline < _CLOSE * found[n].size
    return close and len(column) == 1 and (column != [0] or _is_under_edge(region, found, n, below, ink))


def _is_under_edge(region: Region, found: Sequence[Level], n: int, below: int, ink: Ink) -> bool:
    """Whether a rule over the columns or a colour's edge stands right above a line, none between it and another."""
    spans, line = region.columns.spans, found[n]
    left, right = spans[0][0], spans[-1][1]
    above = _stripes(Box(left, line.top - _GOES_ON * line.size, right, line.top + 1), region.columns, ink)
    between = _stripes(Box(left, line.bottom, right, found[below].top), region.columns, ink)
    return above.count > 0 and between.count == 0


def _ends_page_across(region: Region, found: Sequence[Level], last: int, ink: Ink) -> bool:
    """Whether the page ends with one line more that reaches across the table: a theme whose rows are overleaf.

    A whole sentence is a note beneath the table.
    """
    if last + 2 != len(found) or region.columns.fit(found[-1]):
        return False
    if found[-1].segments[-1].text.endswith("."):
        return False
    left, right = region.columns.spans[0][0], region.columns.spans[-1][1]
    above = Box(left, found[last].bottom - 1, right, found[-1].top + 1)
    below = Box(left, found[-1].bottom - 1, right, found[-1].bottom + found[-1].size)
    if _stripes(above, region.columns, ink).rules and not _stripes(below, region.columns, ink).rules:
        return False
    heavy = all(run.bold for segment in found[-1].segments for run in segment.runs)
    return found[-1].baseline - found[last].baseline < (_BELOW if heavy else _GOES_ON) * found[-1].size


def _box(region: Region, found: Sequence[Level]) -> Box:
    spans = region.columns.spans
    return Box(spans[0][0], found[region.first].top, spans[-1][1], found[region.last].bottom)


def _is_header(region: Region, found: Sequence[Level], ink: Ink) -> bool:
    """Whether the page ends with the header of a table whose rows are overleaf: set off by weight, rule or colour."""
    level = found[region.first]
    if region.last + 1 != len(found) or len(region.columns.spans) < 3:
        return False
    bold = all(run.bold for segment in level.segments for run in segment.runs)
    box = Box(level.segments[0].box.left, level.top, level.segments[-1].box.right, level.bottom + level.size)
    stripes = _stripes(box, region.columns, ink)
    return bold or bool(stripes.rules or stripes.edges)


def _grid(region: Region, found: Sequence[Level], stripes: Stripes, right: float) -> Grid:
    spans, box = region.columns.spans, _box(region, found)
    made = rows(region, found, stripes, right)
    heights = [box.top - BESIDE]
    for row in made[1:]:
        above = max(level.bottom for level in found[region.first : row.start])
        heights.append((above + found[row.start].top) / 2)
    heights.append(box.bottom + BESIDE)
    edges = (*(start - BESIDE for start, _ in spans), box.right + BESIDE)
    return Grid(edges, tuple(heights), tuple(spans_of(region, found, made)), carried=region.carried)


def _stripes(box: Box, columns: Columns, ink: Ink) -> Stripes:
    inside = [rule for rule in ink.level if box.top < rule.at < box.bottom]
    wide = [r for r in inside if min(r.end, box.right) - max(r.start, box.left) > _ACROSS * box.width]
    fills = [f.box for f in ink.fills if f.box.right > box.left and f.box.left < box.right and f.box.height > _LOW]
    edges = [Rule(y, fill.left, fill.right) for fill in fills for y in (fill.top, fill.bottom)]
    return Stripes(wide, [edge for edge in edges if box.top < edge.at < box.bottom])


def spans_of(region: Region, found: Sequence[Level], made: Sequence[Row]) -> list[Span]:
    """A cell for each column and row, but for those that go on from the row above or reach across."""
    spans: list[Span] = []
    above: dict[int, int] = {}
    for number, row in enumerate(made):
        here: dict[int, int] = {}
        for column, wide in _cells(region, found[row.start] if row.start in region.across else None):
            n = above.get(column)
            if column in row.joined and wide == 1 and n is not None:
                spans[n] = spans[n]._replace(row_span=spans[n].row_span + 1)
            else:
                n = len(spans)
                spans.append(Span(number, column, 1, wide))
            if wide == 1:
                here[column] = n
        above = here
    return spans


def _cells(region: Region, across: Level | None) -> Iterator[tuple[int, int]]:
    """Column and width of each cell of a row; of one that reaches across, as its words do."""
    count = len(region.columns.spans)
    column = 0
    if across is not None and len(across.segments) == 1 and _over_all(region, across.segments[0]):
        yield 0, count
        return
    for segment in across.segments if across is not None else ():
        if column == count:
            return
        over = [n for n in region.columns.over(segment) or [column] if n >= column]
        if not over:  # two of its words stand in one column
            continue
        yield from ((n, 1) for n in range(column, over[0]))
        end = over[-1] + 1
        yield over[0], end - over[0]
        column = end
    yield from ((n, 1) for n in range(column, count))


def _over_all(region: Region, segment: Segment) -> bool:
    """Whether words alone on their line stand at the left edge of the table or in its middle."""
    spans = region.columns.spans
    left, right = spans[0][0], spans[-1][1]
    return region.columns.over(segment)[:1] == [0] or abs(segment.box.x - (left + right) / 2) < _CENTRED * (
        right - left
    )
