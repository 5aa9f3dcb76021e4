"""Lines that are the heading of the rows beneath them, though their words are no wider than a column: a theme."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from ingest.readers.from_pdf.colours import fill_at
from ingest.readers.from_pdf.ink import Fill
from ingest.readers.from_pdf.unruled.columns import Region, headings
from ingest.readers.from_pdf.unruled.levels import Level, Segment
from ingest.readers.from_pdf.widths import wide

_FIGURE = re.compile(r"[\W\d_]*\d[\W\d_]*\w?|[\W_]+")
_RARE, _HALF = 0.3, 0.5
"""The part of a table's rows that may begin in bold where bold marks a theme, and of its cells that may be figures:
tables of figures head their rows in bold, and no column but the first has anything to do with it."""
_MOST = 0.6
_LINES = 3
_CENTRED = 0.03
"""How far from the middle of a table, as a part of its width, words stand that are set in its middle."""
_APART = 1.5
"""How many times its size a theme stands beneath the last line of a header that is bold as well."""
_SPACE = 0.28


def themes(region: Region, found: Sequence[Level]) -> set[int]:
    """The levels with nothing but words that stand out, at the left or in the middle: in a table of words, with rows.

    They stand out that are bold, or in a colour that no other words of their table have.
    """
    levels = [n for n in range(region.first, region.last + 1) if n not in region.across]
    beneath = levels if region.carried else levels[1:]
    others = [
        segment
        for n in beneath
        for segment in found[n].segments
        if len(found[n].segments) > 1 or region.columns.over(segment)[:1] != [0]
    ]
    plain = {run.colour for segment in others for run in segment.runs}
    alone = [n for n in beneath if _is_alone(region, found[n]) and _stands_out(found[n].segments[0], plain)]
    if not alone:
        return set()
    rows = [found[n].segments for n in beneath if n not in alone]
    first = [segments[0] for segments in rows if region.columns.over(segments[0])[:1] == [0]]
    beside = [segment for segments in rows for segment in segments if region.columns.over(segment)[:1] != [0]]
    if sum(_stands_out(segment, plain) for segment in first) > _RARE * len(first) or not beside:
        return set()
    if sum(_FIGURE.fullmatch(segment.text) is not None for segment in beside) > _HALF * len(beside):
        return set()
    return {
        n
        for n in alone
        if _is_before_row(region, found, n, alone)
        and not _ends_header(found, n)
        and not _begins_header(region, found, n)
        and not (_is_close(found, n) and n - 1 not in alone and _stands_out(found[n - 1].segments[0], plain))
    }


def titles(region: Region, found: Sequence[Level]) -> set[int]:
    """The levels with nothing but bold words that reach over several columns, beneath the headings.

    Where a table goes on from the page before, no headings need to stand above those that begin in the first column.
    """
    beneath, left = max(headings(region, found)), region.columns.spans[0][1]
    alone = [
        n
        for n in region.across
        if len(found[n].segments) == 1
        and (found[n].baseline > beneath or (region.carried and found[n].segments[0].box.left < left))
    ]
    return {n for n in alone if _is_bold(found[n].segments[0]) and len(region.columns.over(found[n].segments[0])) > 1}


def bands(region: Region, found: Sequence[Level], fills: Sequence[Fill]) -> set[int]:
    """The levels with words over the first column alone, or in the middle, on a colour that reaches across the table.

    No row has that colour at both of its ends, but for the header. What stands above all rows of a page may be the end
    of one on the page before.
    """
    left, right = (sum(span) / 2 for span in (region.columns.spans[0], region.columns.spans[-1]))
    begun = next((n for n in range(region.first, region.last + 1) if len(found[n].segments) > 1), region.last)
    levels = range(begun + 1, region.last + 1) if fills else range(0)
    behind = {n: _colour_across(found[n], left, right, fills) for n in levels}
    of_rows = {behind[n] for n in levels if len(found[n].segments) > 1}
    return {n for n in levels if behind[n] and behind[n] not in of_rows and _is_alone(region, found[n])}


def _colour_across(level: Level, left: float, right: float, fills: Sequence[Fill]) -> str:
    """The colour behind both ends of a line; "" for none and for two."""
    y = (level.top + level.bottom) / 2
    colour = fill_at(left, y, fills)
    return colour if colour == fill_at(right, y, fills) else ""


def _is_alone(region: Region, level: Level) -> bool:
    """Whether a line is nothing but words over the first column, or in the middle of the table."""
    if len(level.segments) > 1:
        return False
    left, right = region.columns.spans[0][0], region.columns.spans[-1][1]
    centred = abs(level.segments[0].box.x - (left + right) / 2) < _CENTRED * (right - left)
    return centred or region.columns.over(level.segments[0]) == [0]


def _stands_out(segment: Segment, plain: Collection[str]) -> bool:
    return _is_bold(segment) or all(run.colour not in plain for run in segment.runs)


def _is_bold(segment: Segment) -> bool:
    return all(run.bold for run in segment.runs)


def _is_before_row(region: Region, found: Sequence[Level], n: int, alone: Sequence[int]) -> bool:
    """Whether words that fill the columns come next, or another theme, or the end of the page.

    Where cells stand in the middle of their rows no line needs to fill the columns alone.
    """
    if n + 1 > region.last:
        return n + 1 == len(found)
    below = [found[m] for m in range(n + 1, min(n + _LINES, region.last) + 1)]
    held = {column for level in below for segment in level.segments for column in region.columns.over(segment)}
    return n + 1 in alone or len(held) >= _MOST * len(region.columns.spans)


def _ends_header(found: Sequence[Level], n: int) -> bool:
    """Whether a line may be the last of a taller heading."""
    return _is_close(found, n) and all(map(_is_bold, found[n - 1].segments))


def _begins_header(region: Region, found: Sequence[Level], n: int) -> bool:
    """Whether a line at the head of a page begins a heading: bold lines follow, with a word that it had no room for."""
    if n > region.first:
        return False
    below = found[n + 1 : min(n + _LINES, region.last) + 1]
    lines = list(itertools.takewhile(lambda level: all(map(_is_bold, level.segments)), below))
    close = all(_is_close(found, m) for m in range(n + 1, n + 1 + len(lines)))
    if not close or all(len(level.segments) == 1 for level in lines):
        return False
    under = [level.segments[0] for level in lines if region.columns.over(level.segments[0])[:1] == [0]]
    reach = found[n].segments[0].box.right + _SPACE * found[n].size
    return bool(under) and reach + _first_word(under[0]) > region.columns.spans[0][1]


def _first_word(segment: Segment) -> float:
    """About how wide the first word is."""
    return segment.box.width * wide(segment.text.split(" ", 1)[0]) / max(wide(segment.text), 0.1)


def _is_close(found: Sequence[Level], n: int) -> bool:
    """Whether a line follows closely on the one before."""
    return n > 0 and found[n].baseline - found[n - 1].baseline < _APART * found[n].size
