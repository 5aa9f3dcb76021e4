"""Whether levels that share columns are a table: not a list, not columns of prose, not words that happen to align."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.from_pdf.ink import Rule
from ingest.readers.from_pdf.unruled.columns import Columns, Region, headings
from ingest.readers.from_pdf.unruled.levels import Level
from ingest.text import BULLETS

_LIST_MARK = re.compile(
    rf"[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc–—-]|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)]|o"
)
_LEADERS = re.compile(r"(?<![.·…_\s])[.·…_\s]{4,}+$")
_FULL = 0.6
"""The part of its columns that at least two lines of a table fill."""
_PROSE = 0.7
_PAIR, _LABELS, _LABEL, _LABELLED, _NEAR = 2, 3, 4, 0.4, 1.5
"""The columns of a form, how many labels it has at least and how many words each at most, the part of its width that
they take at most, and how near, in times its size, the rules of its frame stand."""
_CLOSE, _FEW = 2.0, 4
"""How near, in times its size, the next line of a cell stands, and how many lines a column has that is stretched."""


def without_marks(region: Region, found: Sequence[Level]) -> Columns:
    """The region's columns, those that hold only bullets or numbers of a list put together with their text."""
    columns = region.columns
    texts: dict[int, set[str]] = {}
    for n in range(region.first, region.last + 1):
        for segment in found[n].segments if n not in region.across else ():
            for column in columns.over(segment):
                texts.setdefault(column, set()).add(segment.text)
    marks = [bool(texts.get(n)) and all(map(_LIST_MARK.fullmatch, texts[n])) for n in range(len(columns.spans))]
    return _joined(columns, [n for n, mark in enumerate(marks[:-1]) if mark])


def with_headings(region: Region, found: Sequence[Level]) -> Columns:
    """The region's columns, a heading that stands beside its column's words put together with them.

    A heading in the middle of its column may stand over none of them: its column has words in no other line.
    """
    columns, head = region.columns, headings(region, found)
    together: list[int] = []
    for n in range(len(columns.spans) - 1):
        one, other = columns.held[n] <= head, columns.held[n + 1] <= head
        if one != other and not columns.held[n] & columns.held[n + 1] and n - 1 not in together:
            together.append(n)
    return _joined(columns, together)


def without_stretches(region: Region, found: Sequence[Level]) -> Region:
    """The region, its columns without a heading that are words of the column before, stretched to its sides.

    More lines of that column run into one than words stand in it; or one word does, or words that all go on in small
    letters, and no line of a cell is stretched but those that another follows closely.
    """
    columns, head = region.columns, headings(region, found)
    into = Counter(
        over[1]
        for n in range(region.first, region.last + 1)
        for segment in found[n].segments
        if len(over := columns.over(segment)) == 2
    )
    across = {found[m].baseline for m in region.across}
    words: list[int] = []
    for n in range(1, len(columns.spans)):
        before = next(m for m in range(n - 1, -1, -1) if m not in words)
        if columns.held[n] & head or not columns.held[n] <= columns.held[before] | across:
            continue
        if into[n] >= len(columns.held[n]) or _goes_on(region, found, n, before):
            words.append(n)
    if not words:
        return region
    joined = _joined(columns, [n - 1 for n in words])
    return replace(region, columns=joined, across={n for n in region.across if not joined.fit(found[n])})


def _goes_on(region: Region, found: Sequence[Level], n: int, before: int) -> bool:
    """Whether what stands in a column may be the ends of stretched lines of one before."""
    columns, last = region.columns, region.last
    held = {
        m: segment
        for m in range(region.first, last + 1)
        for segment in found[m].segments
        if columns.over(segment) == [n]
    }
    small = all(segment.text[:2].isalpha() and segment.text.islower() for segment in held.values())
    if not (small or len(held) == 1) or len(columns.held[before]) < _FEW:
        return False
    return all(any(_is_beneath(columns, found[m], found[k], before) for k in range(m + 1, last + 1)) for m in held)


def _is_beneath(columns: Columns, level: Level, other: Level, n: int) -> bool:
    close = other.baseline - level.baseline < _CLOSE * level.size
    return close and any(columns.over(segment) == [n] for segment in other.segments)


def _joined(columns: Columns, first: Sequence[int]) -> Columns:
    """The columns, each of those numbered put together with the one after it."""
    made = Columns()
    for n, ((start, end), held) in enumerate(zip(columns.spans, columns.held, strict=True)):
        if n - 1 in first:
            made.spans[-1] = (made.spans[-1][0], end)
            made.held[-1] = made.held[-1] | held
        else:
            made.spans.append((start, end))
            made.held.append(held)
    return made


def is_table(region: Region, found: Sequence[Level], stripes: int) -> bool:
    """Whether the region is a table; `stripes` counts the rules and coloured edges between its levels."""
    if region.carried:
        return True
    levels = [found[n] for n in range(region.first, region.last + 1) if n not in region.across]
    count = len(region.columns.spans)
    least = 2 if stripes > 1 else 3
    full = sum(len(level.segments) >= max(_FULL * count, least) for level in levels)
    several = sum(len(level.segments) > 1 for level in levels)
    if count < least or full < 2 or several < 3 - (stripes > 1):
        return False
    return not (_is_contents(levels) or (stripes < 2 and _is_prose(region.columns, levels)))


def is_framed_form(region: Region, found: Sequence[Level], level: Sequence[Rule]) -> bool:
    """Whether a region is labels with what they say beside them, right between two level rules: a form in a frame."""
    if len(region.columns.spans) != _PAIR:
        return False
    (left, _), (beside, right) = region.columns.spans
    labels = [
        segment.text
        for n in range(region.first, region.last + 1)
        for segment in found[n].segments
        if region.columns.over(segment) == [0]
    ]
    if len(labels) < _LABELS or any(len(label.split()) > _LABEL for label in labels):
        return False
    top, bottom = found[region.first], found[region.last]
    frame = [r.at for r in level if r.start < left and r.end > right and beside - left < _LABELLED * (r.end - r.start)]
    above, below = top.top - _NEAR * top.size, bottom.bottom + _NEAR * bottom.size
    return any(above < at < top.top for at in frame) and any(bottom.bottom < at < below for at in frame)


def _is_contents(levels: Sequence[Level]) -> bool:
    """Whether most lines lead with dots to a page number."""
    led = sum(any(_LEADERS.search(segment.text) for segment in level.segments[:-1]) for level in levels)
    return 2 * led > len(levels)


def _is_prose(columns: Columns, levels: Sequence[Level]) -> bool:
    """Whether every column is text that runs on from line to line, as in a newsletter: all lines fill them all."""
    full = sum(len(level.segments) == len(columns.spans) for level in levels)
    long = sum(
        sum(" " in segment.text.strip() for segment in level.segments) == len(level.segments) for level in levels
    )
    starts = sum(level.segments[-1].text[:1].islower() for level in levels)
    return len(levels) > 5 and min(full, long) > _PROSE * len(levels) and starts > 0.5 * len(levels)
