"""Rows of a table with no or few rules: from rules and colours where there are any, from where cells begin."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Rule
from ingest.readers.from_pdf.unruled.centred import centred_starts, is_centred, raised
from ingest.readers.from_pdf.unruled.columns import Region
from ingest.readers.from_pdf.unruled.evidence import COLOUR, ENOUGH, SURE, Evidence
from ingest.readers.from_pdf.unruled.levels import Level
from ingest.readers.from_pdf.unruled.standing import standing_starts

_OVERLAP = 1.5
_MOST = 0.6
_SINGLE = 0.8
_FEW, _MANY = 3, 9
"""How many parts of a page, parted by rules and by colours, show that those part all of its rows."""
_LACKING = 0.5
"""The part of the bands between two rules in which rows may begin that lack theirs, at the most."""


@dataclass(frozen=True, slots=True)
class Stripes:
    """What else parts rows: level rules over several columns, and level edges of coloured areas."""

    rules: Sequence[Rule]
    edges: Sequence[Rule]

    @property
    def count(self) -> int:
        """How many heights they stand at."""
        return len({round(rule.at) for rule in (*self.rules, *self.edges)})


@dataclass(frozen=True, slots=True)
class Row:
    """The level a row begins with, and the columns whose cell goes on from the row above."""

    start: int
    joined: frozenset[int] = frozenset()


def rows(region: Region, found: Sequence[Level], stripes: Stripes, right: float) -> list[Row]:
    """The rows of the region, from the top down; `right` is how far the text of the last column may reach."""
    evidence = Evidence(region, found, right)
    after_first = range(region.first + 1, region.last + 1)
    ruled = {n: _in_gap(stripes.rules, found, n, region.first) for n in after_first}
    levels = range(region.first, region.last + 1)
    middle = standing_starts(evidence, found, levels, region.across)
    if middle is None and is_centred(evidence, levels):
        middle = centred_starts(evidence, found, levels)
    weights: Mapping[int, float]
    if middle is None:
        weights = raised(evidence, found, levels, evidence.weights())
    else:
        weights = {n: SURE if n in middle else 0.0 for n in after_first}
    coloured = {n: _in_gap(stripes.edges, found, n, region.first) for n in after_first}
    rules_alone = _rules_alone(region, found, ruled, weights)
    bounds = [region.first, *(n for n in after_first if ruled[n] or evidence.is_sure(n)), region.last + 1]
    again = _begun_again(evidence, bounds) if rules_alone else set()
    held = _full_lines(region, found, [n for n in after_first if ruled[n] or coloured[n]])
    stripes_alone = len(held) >= _MANY and sum(count == 1 for count in held) >= _SINGLE * len(held)
    merged = _merged(evidence, ruled)
    beneath = _beneath_bare_headings(region, evidence, ruled)
    made = [Row(region.first)]
    for n in after_first:
        if ruled[n]:
            made.append(Row(n, merged[n]))
        elif coloured[n] and stripes_alone:
            beside = _beside(evidence, coloured[n])
            made.append(Row(n, evidence.running_on(n) if beside == evidence.everywhere() else beside))
        elif (rules_alone or stripes_alone) and (n == beneath or _is_by_theme(region, n)):
            made.append(Row(n))
        elif n in again:
            made.append(Row(n, evidence.running_on(n)))
        elif not (rules_alone or stripes_alone) and weights[n] + COLOUR * bool(coloured[n]) >= ENOUGH:
            made.append(Row(n, evidence.running_on(n) & _beside(evidence, coloured[n])))
    return made


def _is_by_theme(region: Region, n: int) -> bool:
    return not {n - 1, n}.isdisjoint(region.themes)


def _beneath_bare_headings(region: Region, evidence: Evidence, ruled: Mapping[int, Sequence[Rule]]) -> int | None:
    """The level beneath bold headings that no rule parts from the first row; beneath a rule bold words are a row's."""
    plain = evidence.first_plain
    if plain is None or any(ruled[n] for n in range(region.first + 1, plain)):
        return None
    return plain


def _merged(evidence: Evidence, ruled: Mapping[int, Sequence[Rule]]) -> dict[int, frozenset[int]]:
    """The columns that go on where rules part a table: no rule covers them there.

    One that hardly any rule covers, yet with a cell of its own between nearly each two, has none that go on.
    """
    bare = {n: evidence.not_under(rules) for n, rules in ruled.items() if rules}
    often = Counter(column for columns in bare.values() for column in columns)
    own = evidence.beginning_at([*bare]) & {column for column, count in often.items() if 2 * count > len(bare)}
    return {n: columns - own for n, columns in bare.items()}


def _beside(evidence: Evidence, edges: Sequence[Rule]) -> frozenset[int]:
    """The columns that may be merged beside a colour's edge: those of a table that the colour covers most of."""
    beside = evidence.not_under(edges)
    return beside if 2 * len(beside) < len(evidence.everywhere()) else evidence.everywhere()


def _rules_alone(
    region: Region, found: Sequence[Level], ruled: Mapping[int, Sequence[Rule]], weights: Mapping[int, float]
) -> bool:
    """Whether rules part all rows: between most of them no more than one line fills the columns."""
    parted = [n for n in ruled if ruled[n]]
    if len(parted) >= _FEW and sum(weights[n] >= ENOUGH for n in ruled if not ruled[n]) < len(parted):
        return True
    held = _full_lines(region, found, parted)
    return len(parted) >= _FEW and sum(count <= 1 for count in held) >= _SINGLE * len(held)


def _begun_again(evidence: Evidence, bounds: Sequence[int]) -> set[int]:
    """The levels at which a row begins that lacks its rule: few of the bands between two rules hold any."""
    again = [
        {n for n in range(first + 1, end) if evidence.begins_again(n, first)}
        for first, end in itertools.pairwise(bounds)
    ]
    return set().union(*again) if sum(map(bool, again)) <= _LACKING * len(again) else set()


def _full_lines(region: Region, found: Sequence[Level], parted: Sequence[int]) -> list[int]:
    """How many lines fill the columns between each two of the levels at which a region is parted."""
    least = max(_MOST * len(region.columns.spans), 2)
    full = [n for n in range(region.first, region.last + 1) if len(found[n].segments) >= least]
    bounds = [region.first, *parted, region.last + 1]
    return [sum(start <= n < end for n in full) for start, end in itertools.pairwise(bounds)]


def _in_gap(stripes: Sequence[Rule], found: Sequence[Level], n: int, first: int) -> list[Rule]:
    """The rules or edges that lie in the white space above a level, or above those of its words that stand under them.

    Words beside a rule that ends before their column stand at any height: those of a cell merged over several rows.
    """
    before = found[max(first, n - 3) : n]
    above, top = max(level.bottom for level in before), found[n].top
    near = [stripe for stripe in stripes if before[0].top <= stripe.at <= found[n].bottom]
    return [
        stripe
        for stripe in near
        if above - _OVERLAP <= stripe.at <= top + _OVERLAP
        or _parts_words_under([other for other in near if abs(other.at - stripe.at) < _OVERLAP], before, found[n])
    ]


def _parts_words_under(stripes: Sequence[Rule], before: Sequence[Level], level: Level) -> bool:
    """Whether rules of one height, level with words beside them, part those over them from those under them."""
    start, end, height = min(r.start for r in stripes), max(r.end for r in stripes), stripes[0].at
    if not any(other.top + _OVERLAP < height < other.bottom - _OVERLAP for other in (*before, level)):
        return False
    above, below = (
        [s.box for other in levels for s in other.segments if start < s.box.right and s.box.left < end]
        for levels in (before, [level])
    )
    if not above or not below:
        return False
    return max(box.bottom for box in above) - _OVERLAP <= height <= min(box.top for box in below) + _OVERLAP
