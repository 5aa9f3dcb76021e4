"""One page's ink → what stands on it, in reading order: passages of text and fragments of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.readers.from_pdf.beginnings import told
from ingest.readers.from_pdf.cells import fragment
from ingest.readers.from_pdf.charts import is_chart
from ingest.readers.from_pdf.fragment import Fragment, roomy
from ingest.readers.from_pdf.grid import Grid, grids
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.lines import Line, lines
from ingest.readers.from_pdf.margins import Sheet
from ingest.readers.from_pdf.paragraphs import Spacing, grouped
from ingest.readers.from_pdf.passage import Part, Passage
from ingest.readers.from_pdf.side_by_side import headed
from ingest.readers.from_pdf.strips import Strip, in_strips
from ingest.readers.from_pdf.tagged.tags import TagBlock
from ingest.readers.from_pdf.unruled.open_table import open_grids
from ingest.readers.from_pdf.words import parted, spaced

_FEW, _MANY, _SEVERAL = 3, 3, 1.5
"""A grid of no more columns, with no fewer pieces of text to a cell, may be rules around a table that has more; and how
many pieces of one column."""

_NOTE = 2
"""Lines of a note beneath a table that may go on over the page."""
_BESIDE = 10.0
"""How far beyond its rules the words of a table may be taken to reach."""


def parts(sheet: Sheet, named: Mapping[int, TagBlock], before: Sequence[float] = ()) -> list[Part]:
    """What stands on the page, from top to bottom; running heads and feet first.

    `named` are the marked contents of the page: they give headings their level. `before` are the edges of the columns
    of a table without rules that ended the page before.
    """
    ink = sheet.ink
    running = [_passage([line], ink, running=True) for line in lines(sheet.margin)]
    return [*running, *sorted(_body(sheet.body, named, before, ink), key=lambda part: (part.box.top, part.box.left))]


def last_columns(parts: Sequence[Part]) -> tuple[float, ...]:
    """The edges of the columns of a table without rules that ends the page, but for a short note, if one does."""
    ending = [part for part in parts if not (isinstance(part, Passage) and part.running)][-2:]
    if len(ending) > 1 and isinstance(ending[1], Passage) and len(ending[1].lines) <= _NOTE:
        ending.pop()
    last = ending[-1] if ending else None
    return roomy(last) if isinstance(last, Fragment) and (last.loose or last.tag is not None) else ()


def _body(runs: Sequence[Run], named: Mapping[int, TagBlock], before: Sequence[float], ink: Ink) -> list[Part]:
    drawn = sorted(grids(ink.level, ink.upright, ink.fills), key=lambda g: g.box.width * g.box.height)
    left = _cut_at_sides(runs, [grid.box for grid in drawn], ink)
    found: list[Part] = []
    on_charts: list[Run] = []
    for grid in drawn:
        inside, outside = _parted_by(grid.box, left)
        if inside and is_chart(grid, inside):
            on_charts += inside
            left = outside
        elif inside and not _is_weak(grid, inside, ink):
            found.append(fragment(grid, inside, ink))
            left = outside
    for grid in _open_grids(left, ink, before):
        inside, left = _parted_by(grid.box, left)
        found.append(fragment(grid, inside, ink, loose=True))
    headings, left = headed(left, [part.box for part in found])
    over = [replace(_passage(lines(heading.runs), ink), over=heading.table) for heading in headings]
    for passage in [*over, *_passages([*left, *on_charts], [part.box for part in found], named, ink)]:
        block = named.get(passage.lines[0].runs[0].mark)
        found.append(replace(passage, level=block.level) if block is not None else passage)
    return found


def _open_grids(runs: Sequence[Run], ink: Ink, before: Sequence[float]) -> list[Grid]:
    """The grids that the text makes by itself, strip by strip."""
    return [
        grid
        for strip, standing in in_strips(runs, ink)
        for grid in open_grids(standing, ink, before if strip is None or _is_within(before, strip) else ())
    ]


def _is_within(columns: Sequence[float], strip: Strip) -> bool:
    """Whether columns stand between the sides of a strip."""
    return bool(columns) and strip.left - _BESIDE <= columns[0] and columns[-1] <= strip.right + _BESIDE


def _parted_by(box: Box, runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The runs with their middle in the box, and the others."""
    inside: list[Run] = []
    outside: list[Run] = []
    for run in runs:
        (inside if box.holds(run.box.x, run.box.y) else outside).append(run)
    return inside, outside


def _is_weak(grid: Grid, runs: Sequence[Run], ink: Ink) -> bool:
    """Whether white space parts the words inside a grid of few cells into more columns than its rules do."""
    columns = len(grid.columns) - 1
    if columns > _FEW or len(spaced(runs, ink)) < (_MANY if columns > 1 else _SEVERAL) * len(grid.spans):
        return False
    better = [found.box for found in open_grids(runs, ink, ()) if len(found.columns) - 1 > columns]
    return sum(any(box.holds(run.box.x, run.box.y) for box in better) for run in runs) > 0.6 * len(runs)


def _cut_at_sides(runs: Sequence[Run], grids: Sequence[Box], ink: Ink) -> list[Run]:
    """A run that reaches over the side of a grid belongs to it only in part."""
    made: list[Run] = []
    for run in runs:
        left, _, right, _ = box = run.box
        sides = {x for g in grids if g.top < box.y < g.bottom for x in (g.left, g.right) if left < x < right}
        made += parted(run, [left - 1, *sorted(sides), right + 1], ink) if sides else [run]
    return made


def _passages(runs: Sequence[Run], tables: Sequence[Box], named: Mapping[int, TagBlock], ink: Ink) -> list[Passage]:
    """Paragraphs between the tables: none goes on from above a table to below it."""
    if not runs:
        return []
    area = around([run.box for run in runs])
    column = area._replace(right=max(area.right, ink.width - area.left))
    stretches: dict[int, list[Line]] = {}
    for line in lines(runs):
        stretches.setdefault(sum(table.top < line.box.y for table in tables), []).append(line)
    spacing = Spacing(stretches.values())
    return [
        _passage(group, ink)
        for stretch in stretches.values()
        for group in grouped(told(stretch, named, column), area, spacing)
    ]


def _passage(group: Sequence[Line], ink: Ink, *, running: bool = False) -> Passage:
    box = around([line.box for line in group])
    return Passage(tuple(group), ink.number, box, ink.shown(box), running)
