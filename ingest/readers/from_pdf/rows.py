"""Rows of a table with no or few rules: from rules and colours where there are any, from where cells begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.columns import Region
from ingest.readers.from_pdf.ink import Rule
from ingest.readers.from_pdf.levels import Level, Segment
from ingest.readers.from_pdf.widths import wide

_ISOLATED, _LOOSE = 1.5, 1.08
"""How many times the usual distance of lines a line must stand beneath the last of its column to begin a cell surely,
and to begin a paragraph."""
_SURE, _COLOUR = 10.0, 5.0
_ENOUGH = 1.0
_NEW, _CELL, _PARAGRAPH, _DELIBERATE, _RUNS_ON, _SENTENCE = 0.5, 1.0, 0.25, 0.1, -1.5, -3.0
"""What a line says of a row beginning with it: the first of its column; one that stands apart; a looser one; one that
would have fitted on the line before; one that would not; one that would not and goes on in small letters."""
_MOST = 0.6
_USUAL, _WIDEST = 1.2, 1.8
_SPACE = 0.28
_OVERLAP = 1.5
_GUTTER = 4.0
_FULL = 0.75
"""The part of the way to the next column that words must reach to be cut off by its end."""


@dataclass(frozen=True, slots=True)
class Stripes:
    """What else parts rows: level rules over several columns, and heights where a coloured area ends."""

    rules: Sequence[Rule]
    edges: Sequence[float]

    @property
    def count(self) -> int:
        """How many there are, each coloured area's top and bottom counted once."""
        return len({round(rule.at) for rule in self.rules} | {round(edge) for edge in self.edges})


@dataclass(frozen=True, slots=True)
class Row:
    """The level a row begins with, and the columns whose cell goes on from the row above."""

    start: int
    joined: frozenset[int] = frozenset()


def rows(region: Region, found: Sequence[Level], stripes: Stripes) -> list[Row]:
    """The rows of the region, from the top down."""
    evidence = _Evidence(region, found)
    after_first = range(region.first + 1, region.last + 1)
    ruled = {n: _gap_rules(stripes, found, n, region.first) for n in after_first}
    weights = {n: evidence.weight(n) for n in after_first}
    parted = sum(bool(rules) for rules in ruled.values())
    unparted = sum(weights[n] >= _ENOUGH for n in after_first if not ruled[n])
    rules_alone = parted > 2 and unparted < parted
    made = [Row(region.first)]
    for n in after_first:
        coloured = _COLOUR if _in_gap(stripes.edges, found, n, region.first) else 0.0
        if ruled[n]:
            made.append(Row(n, evidence.not_under(ruled[n])))
        elif not rules_alone and weights[n] + coloured >= _ENOUGH:
            made.append(Row(n, evidence.running_on(n)))
    return made


def _gap_rules(stripes: Stripes, found: Sequence[Level], n: int, first: int) -> list[Rule]:
    return [rule for rule in stripes.rules if _in_gap([rule.at], found, n, first)]


def _in_gap(heights: Sequence[float], found: Sequence[Level], n: int, first: int) -> bool:
    """Whether one of the heights lies in the white space above a level."""
    above = max(level.bottom for level in found[max(first, n - 3) : n])
    return any(above - _OVERLAP <= height <= found[n].top + _OVERLAP for height in heights)


class _Evidence:
    """What the lines of each column say about where cells begin."""

    def __init__(self, region: Region, found: Sequence[Level]) -> None:
        self._region = region
        self._found = found
        self._cells = {n: self._by_column(found[n]) for n in range(region.first, region.last + 1)}
        self._limits = self._right_limits()
        self._usual = self._usual_step()

    def _by_column(self, level: Level) -> dict[int, Segment]:
        columns = self._region.columns
        return {over[0]: segment for segment in level.segments if len(over := columns.over(segment)) == 1}

    def _right_limits(self) -> dict[int, float]:
        """How far the words of each column may reach: as far as they do, where they fill it; else to the next."""
        limits: dict[int, float] = {}
        for cells in self._cells.values():
            for column, segment in cells.items():
                limits[column] = max(limits.get(column, 0.0), segment.box.right)
        spans = self._region.columns.spans
        for column, limit in limits.items():
            left, end = spans[column][0], spans[column + 1][0] - _GUTTER if column + 1 < len(spans) else limit
            if limit - left < _FULL * (end - left):
                limits[column] = end
        return limits

    def _usual_step(self) -> float:
        """The usual distance of two lines of one column, in times their size."""
        steps: list[float] = []
        last: dict[int, float] = {}
        for n, cells in self._cells.items():
            for column, segment in cells.items():
                if column in last:
                    steps.append((segment.baseline - last[column]) / self._found[n].size)
                last[column] = segment.baseline
        steps.sort()
        return min(steps[len(steps) // 4], _WIDEST) if steps else _USUAL

    def weight(self, n: int) -> float:
        """How surely a row begins at a level."""
        if n in self._region.across or n - 1 in self._region.across:
            return _SURE
        weights = [self._of_cell(n, column) for column in self._cells[n]]
        if len(weights) >= _MOST * len(self._limits) and min(weights, default=-1.0) > 0:
            weights.append(_ENOUGH)
        return sum(weights)

    def running_on(self, n: int) -> frozenset[int]:
        """The columns whose text runs on over the beginning of a row: merged cells."""
        return frozenset(column for column in self._cells[n] if self._of_cell(n, column) <= _RUNS_ON)

    def not_under(self, rules: Sequence[Rule]) -> frozenset[int]:
        """The columns that no rule of a gap covers: merged cells."""
        middles = enumerate((start + end) / 2 for start, end in self._region.columns.spans)
        return frozenset(n for n, x in middles if not any(rule.start <= x <= rule.end for rule in rules))

    def _of_cell(self, n: int, column: int) -> float:
        before = next((m for m in range(n - 1, self._region.first - 1, -1) if column in self._cells[m]), None)
        if before is None:
            return _NEW
        segment, above = self._cells[n][column], self._cells[before][column]
        step = (segment.baseline - above.baseline) / (self._usual * self._found[n].size)
        if step > _LOOSE:
            return _CELL if step > _ISOLATED else _PARAGRAPH
        text = segment.text
        if " " not in text and " " not in above.text:
            return _DELIBERATE
        first = segment.box.width * wide(text.split(" ", 1)[0]) / max(wide(text), 0.1)
        if first + _SPACE * self._found[before].size < self._limits[column] - above.box.right:
            return _DELIBERATE
        return _SENTENCE if text[:1].islower() else _RUNS_ON
