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
_APART = 1.5
"""How many times its size a theme stands beneath the last line of a header that is bold as well."""


def themes(region: Region, found: Sequence[Level]) -> set[int]:
    """The levels with nothing but bold words in the first column, in a table of words whose rows begin in plain."""
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
    return len(level.segments) == 1 and region.columns.over(level.segments[0]) == [0] and _is_bold(level.segments[0])


def _is_bold(segment: Segment) -> bool:
    return all(run.bold for run in segment.runs)


def _is_before_row(region: Region, found: Sequence[Level], n: int, alone: Sequence[int]) -> bool:
    """Whether a line that fills the columns comes next, or another theme, or the end of the page."""
    if n + 1 > region.last:
        return n + 1 == len(found)
    return n + 1 in alone or len(found[n + 1].segments) >= _MOST * len(region.columns.spans)


def _ends_header(found: Sequence[Level], n: int) -> bool:
    """Whether a line may be the last of a taller heading."""
    above = found[n - 1]
    close = found[n].baseline - above.baseline < _APART * found[n].size
    return close and all(map(_is_bold, above.segments))
