"""Columns from where words and white space lie: text that stands over text in every line, and never runs across."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.readers.from_pdf.unruled.levels import Level, Segment

_CLEAR = 1.0
"""Columns touch where their words overlap by more than this."""
BESIDE = 2.0
"""How far before its words the edge of a column is drawn."""
_APART, _FAR, _COLUMNS = 4.0, 8.0, 3
"""How many times their size two lines of a table may stand apart; and where the second has words in most columns, so
many at least."""
_ROW, _CLOSE = 6, 1.2
"""How many lines of such a row are looked at, and how many times their size they stand apart at the most."""
_LARGER = 1.15
"""A line so many times larger than those of a table is a heading that ends it."""
_FEW = 2
"""How many lines at the least show that two columns are one."""
_MANY = 40
"""No table has so many columns; the words of a drawing or of a broken page may seem to."""
_LINES, _MOST = 4, 0.6
"""How many lines headings take up at the most before one fills most columns, and the part of them that is."""
_AHEAD = 2
"""Lines across several columns that may follow one another inside a table: a theme, a title row."""


@dataclass(slots=True)
class Columns:
    """From where to where the words of each column reach, left to right, and the baselines they stand on."""

    spans: list[tuple[float, float]] = field(default_factory=list)
    held: list[set[float]] = field(default_factory=list)

    def over(self, segment: Segment) -> list[int]:
        """The columns that a segment stands in."""
        left, right = segment.box.left + _CLEAR, segment.box.right - _CLEAR
        last = first = bisect_left(self.spans, (max(right, left), 0.0))
        while first and self.spans[first - 1][1] > left:
            first -= 1
        return [*range(first, last)]

    def fit(self, level: Level) -> bool:
        """Whether no segment of the level reaches over two columns, and no two stand in one.

        Two columns that have no line in common may yet be one, a heading beside its words, where the other segments
        of the level fit.
        """
        bridged = self.bridged(level)
        return bridged is not None and (not bridged or (len(bridged) == 1 and self._may_be_one(bridged[0])))

    def bridged(self, level: Level) -> list[list[int]] | None:
        """The columns that segments of a level reach over together, two each; none where two segments stand in one.

        None too where one reaches over more, or a level is not mostly words of one column each.
        """
        held = [self.over(segment) for segment in level.segments]
        taken = [n for over in held for n in over]
        bridged = [over for over in held if len(over) > 1]
        if len(set(taken)) < len(taken) or any(len(over) > 2 for over in bridged):
            return None
        return bridged if not bridged or len(held) > 2 * len(bridged) else None

    def take(self, level: Level) -> None:
        """Widen the columns to hold the level; a segment in none of them begins a new one."""
        for segment in level.segments:
            over = self.over(segment)
            lefts = [self.spans[n][0] for n in over] + [segment.box.left]
            rights = [self.spans[n][1] for n in over] + [segment.box.right]
            lines = {level.baseline}.union(*(self.held[n] for n in over))
            for n in reversed(over):
                del self.spans[n], self.held[n]
            at = bisect_left(self.spans, (min(lefts), max(rights)))
            self.spans.insert(at, (min(lefts), max(rights)))
            self.held.insert(at, lines)

    def joined(self, n: int) -> Columns:
        """The columns, one put together with the next."""
        spans, held = self.spans, self.held
        both = (spans[n][0], spans[n + 1][1])
        return Columns([*spans[:n], both, *spans[n + 2 :]], [*held[:n], held[n] | held[n + 1], *held[n + 2 :]])

    def _may_be_one(self, over: Sequence[int]) -> bool:
        return len(over) == 2 and not self.held[over[0]] & self.held[over[1]]


@dataclass(slots=True)
class Region:
    """Levels `first` to `last` (inclusive) of a page, and the columns that they share.

    `across` are levels in between that reach over several columns, `themes` those of them that head the rows beneath;
    `carried` says that the columns are those of a table on the page before.
    """

    columns: Columns
    first: int
    last: int
    across: set[int] = field(default_factory=set)
    carried: bool = False
    themes: frozenset[int] = frozenset()


def regions(found: Sequence[Level], before: Sequence[float]) -> list[Region]:
    """Stretches of levels that share columns, from the top of the page down.

    `before` are the left edges of the columns of a table that may go on from the page before, and its right edge.
    """
    carried = _carried(found, before) if found and before else None
    start = 0 if carried is None else carried.last + 1
    made = sorted(_within(found, start, len(found) - 1), key=lambda region: region.first)
    return made if carried is None else [carried, *made]


def _carried(found: Sequence[Level], before: Sequence[float]) -> Region | None:
    """The first levels of the page, as far as they stand in the columns of the page before, and not in one alone."""
    spans = [(left + BESIDE, right - BESIDE) for left, right in itertools.pairwise(before)]
    columns = Columns(spans, [{-1.0} for _ in spans])
    region = Region(columns, 0, -1, carried=True)
    region.last = _reach(region, found, range(len(found)), found[0].size)
    held = {n for level in found[: region.last + 1] for segment in level.segments for n in columns.over(segment)}
    return region if held - {0} else None


def _within(found: Sequence[Level], first: int, last: int) -> list[Region]:
    """The stretch around the level with the most segments, then those above and below it."""
    open_ranges, made = [(first, last)], []
    while open_ranges:
        first, last = open_ranges.pop()
        seed = max(range(first, last + 1), key=lambda n: (len(found[n].segments), -n), default=None)
        if seed is None or len(found[seed].segments) < 2:
            continue
        region = _grown(found, seed, first, last)
        made.append(region)
        open_ranges += [(first, region.first - 1), (region.last + 1, last)]
    return made


def _grown(found: Sequence[Level], seed: int, first: int, last: int) -> Region:
    region = Region(Columns(), seed, seed)
    region.columns.take(found[seed])
    region.last = _reach(region, found, range(seed + 1, last + 1), found[seed].size)
    region.first = _reach(region, found, range(seed - 1, first - 1, -1), found[seed].size)
    return region


def _reach(region: Region, found: Sequence[Level], way: range, size: float) -> int:
    """How far the columns go on in one direction, in text of about that size.

    Beyond a line that reaches across, only one with words in several columns shows that they go on.
    """
    end = way.start - way.step
    across: list[int] = []
    for n in way:
        near = n == 0 or _near(found[n], found[n - way.step]) or _is_row_far_off(region, found, n, way.step)
        if not near or found[n].size > _LARGER * size or len(across) > _AHEAD:
            break
        several = len(found[n].segments) > 1
        if region.columns.fit(found[n]) and (several or not across):
            if several:
                region.columns.take(found[n])
            region.across.update(across)
            across, end = [], n
        elif region.columns.bridged(found[n]):
            region.across.update(across)
            across, end = [], n
        elif not region.columns.fit(found[n]):
            across.append(n)
    return end


def _is_row_far_off(region: Region, found: Sequence[Level], n: int, step: int) -> bool:
    """Whether a row begins far beneath another, whose room is mostly empty: its lines together fill most columns."""
    lower, columns = max(n, n - step), region.columns
    if abs(found[n].baseline - found[n - step].baseline) > _FAR * found[lower].size:
        return False
    held: set[int] = set()
    for level in _close_lines(found, lower):
        if not columns.fit(level):
            return False
        held.update(column for segment in level.segments for column in columns.over(segment))
    return len(held) >= max(_COLUMNS, _MOST * len(columns.spans))


def _close_lines(found: Sequence[Level], first: int) -> Iterator[Level]:
    """A level and those that follow it closely, as the lines of a row do whose cells stand in its middle."""
    yield found[first]
    for above, level in itertools.pairwise(found[first : first + _ROW]):
        if level.baseline - above.baseline > _CLOSE * level.size:
            return
        yield level


def settled(region: Region, found: Sequence[Level]) -> Region:
    """The region with its columns made anew: from lines that fill several first, so that no theme widens one."""
    columns = region.columns if region.carried else Columns()
    across = {n for n in region.across if region.first < n < region.last}
    for n in sorted(set(range(region.first, region.last + 1)) - across, key=lambda n: -len(found[n].segments)):
        if columns.fit(found[n]):
            columns.take(found[n])
        else:
            across.add(n)
    if not region.carried:
        heads = headings(replace(region, columns=columns), found)
        columns = _bridged(columns, found[region.first : region.last + 1], heads)
        fitting = {n for n in across if columns.fit(found[n])}
        across -= fitting
        for n in fitting:
            columns.take(found[n])
    return Region(columns, region.first, region.last, across, region.carried)


def headings(region: Region, found: Sequence[Level]) -> set[float]:
    """The baselines of a region's headings: of its first lines, as far as the first with words in most columns."""
    least = _MOST * len(region.columns.spans)
    full = (n for n in range(region.first, region.last + 1) if len(found[n].segments) >= least)
    last = next(full, region.first)
    held = range(region.first, last + 1) if last - region.first < _LINES else [region.first]
    return {found[n].baseline for n in held}


def _bridged(columns: Columns, found: Sequence[Level], heads: Container[float]) -> Columns:
    """The columns, two put together where as many lines reach over both as have words in each: a stretched line's.

    Not so those that headings stand apart over.
    """
    if len(columns.spans) > _MANY:
        return columns
    over = [[columns.over(segment) for segment in level.segments] for level in found]
    headed = [held for held, level in zip(over, found, strict=True) if level.baseline in heads]
    for n in range(len(columns.spans) - 2, -1, -1):
        pair = [n, n + 1]
        across = sum(pair in level and len(level) > 2 for level in over)
        if any([n] in level and [n + 1] in level for level in headed):
            continue
        if across >= _FEW and across >= sum([n] in level and [n + 1] in level for level in over):
            return _bridged(columns.joined(n), found, heads)
    return columns


def _near(one: Level, other: Level) -> bool:
    return abs(one.baseline - other.baseline) <= _APART * max(one.size, other.size)
