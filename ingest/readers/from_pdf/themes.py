"""Lines that are the heading of the rows beneath them, though their words are no wider than a column: a theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.from_pdf.columns import Region
from ingest.readers.from_pdf.levels import Level, Segment

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


def themes(region: Region, found: Sequence[Level]) -> set[int]:
    """The levels with nothing but bold words, at the left or in the middle: in a table of words, with rows in plain."""
    levels = [n for n in range(region.first, region.last + 1) if n not in region.across]
    alone = [n for n in levels[1:] if _is_bold_alone(region, found[n])]
    if not alone:
        return set()
    rows = [found[n].segments for n in levels[1:] if n not in alone]
    first = [segments[0] for segments in rows if region.columns.over(segments[0])[:1] == [0]]
    others = [segment for segments in rows for segment in segments if region.columns.over(segment)[:1] != [0]]
    if sum(map(_is_bold, first)) > _RARE * len(first) or not others:
        return set()
    if sum(_FIGURE.fullmatch(segment.text) is not None for segment in others) > _HALF * len(others):
        return set()
    return {n for n in alone if _is_before_row(region, found, n, alone) and not _ends_header(found, n)}


def _is_bold_alone(region: Region, level: Level) -> bool:
    """Whether a line is nothing but bold words over the first column, or in the middle of the table."""
    if len(level.segments) > 1 or not _is_bold(level.segments[0]):
        return False
    left, right = region.columns.spans[0][0], region.columns.spans[-1][1]
    centred = abs(level.segments[0].box.x - (left + right) / 2) < _CENTRED * (right - left)
    return centred or region.columns.over(level.segments[0]) == [0]


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
    above = found[n - 1]
    close = found[n].baseline - above.baseline < _APART * found[n].size
    return close and all(map(_is_bold, above.segments))
