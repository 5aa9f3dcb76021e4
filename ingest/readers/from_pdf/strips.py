"""Tables that stand beside one another, or beside text: upright strips of the page, seen from where level rules end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Ink, Rule, Run
from ingest.readers.from_pdf.lines import Line, lines

_ALIKE = 3.0
"""How far apart the ends of rules of one table may lie."""
_FEW = 3
_MANY = 200
"""No page has so many tables; a drawing may have that many rules which begin and end alike."""
_OVER = 2.0
_NEAR = 60.0
"""A rule so near above or below a table that runs on beyond its side is the table's own."""
_LEVEL = 0.35
"""How far apart, in times their size, lines stand that are level with one another."""
_SHARED = 0.6
"""The part of the lines beside a table that may be level with its own: those of its other columns nearly all are."""
_RULES_SHARED = 0.75
_SEVERAL = 0.5
"""The part of a table's lines that hold words in several columns, at least."""


class Strip(NamedTuple):
    """A part of the page that is read by itself."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, run: Run) -> bool:
        """Whether a run stands in the strip."""
        return self._beside(run) and self.top <= run.box.y <= self.bottom

    def is_crossed(self, run: Run) -> bool:
        """Whether a run reaches over a side of the strip, at whatever height."""
        return any(run.box.left < x - _OVER and x + _OVER < run.box.right for x in (self.left, self.right))

    def _beside(self, run: Run) -> bool:
        return self.left - _OVER <= run.box.x <= self.right + _OVER


def in_strips(runs: Sequence[Run], ink: Ink) -> list[tuple[Strip | None, list[Run]]]:
    """The runs of each strip, and under None those that stand in none; nothing is parted on most pages."""
    made: list[tuple[Strip | None, list[Run]]] = []
    left = list(runs)
    for rules in _stacks(ink.level):
        strip = _strip(rules, left, ink) if _has_text_beside(rules, left) else None
        if strip is not None:
            made.append((strip, [run for run in left if strip.holds(run)]))
            left = [run for run in left if not strip.holds(run)]
    return [*made, (None, left)]


def _stacks(level: Iterable[Rule]) -> list[list[Rule]]:
    """Level rules that begin and end alike, from the top down; none where they are too many to be tables."""
    stacks: list[list[Rule]] = []
    known: dict[tuple[int, int], int] = {}
    for rule in level:
        start, end = int(rule.start // _ALIKE), int(rule.end // _ALIKE)
        near = (known.get(place) for place in product((start - 1, start, start + 1), (end - 1, end, end + 1)))
        alike = [n for n in near if n is not None and _end_alike(rule, stacks[n][0])]
        if alike:
            stacks[min(alike)].append(rule)
        else:
            known[start, end] = len(stacks)
            stacks.append([rule])
    tall = [stack for stack in stacks if len(stack) >= _FEW]
    return tall if len(tall) <= _MANY else []


def _end_alike(rule: Rule, other: Rule) -> bool:
    return abs(rule.start - other.start) < _ALIKE and abs(rule.end - other.end) < _ALIKE


def _has_text_beside(rules: Sequence[Rule], runs: Sequence[Run]) -> bool:
    start, end, top, bottom = rules[0].start, rules[0].end, rules[0].at, rules[-1].at
    return any(top < run.box.y < bottom and not start < run.box.x < end for run in runs)


def _strip(rules: Sequence[Rule], runs: Sequence[Run], ink: Ink) -> Strip | None:
    """The strip that rules mark out, if they are a table of several columns and what stands beside it is not of it."""
    start, end = min(rule.start for rule in rules), max(rule.end for rule in rules)
    top, bottom = rules[0].at, rules[-1].at
    longer = (r for r in ink.level if top - _NEAR < r.at < bottom + _NEAR and r.start < end and start < r.end)
    if any(rule.start < start - _ALIKE or rule.end > end + _ALIKE for rule in longer):
        return None
    across = [run for run in runs if Strip(start, top, end, bottom).is_crossed(run)]
    if any(top < run.box.y < bottom for run in across):
        return None
    strip = Strip(
        start,
        max((run.box.bottom for run in across if run.box.y < top), default=0.0),
        end,
        min((run.box.top for run in across if run.box.y > bottom), default=ink.height),
    )
    between = [run for run in runs if top < run.box.y < bottom]
    inside = lines(run for run in between if strip.holds(run))
    outside = lines(run for run in between if not strip.holds(run))
    if not _has_columns(inside) or (_are_level(inside, outside) and _rules_are_level(rules, ink)):
        return None
    return strip


def _has_columns(found: Sequence[Line]) -> bool:
    several = sum(line.runs[-1].box.left > line.runs[0].box.right + line.size for line in found)
    return several >= max(_FEW, _SEVERAL * len(found))


def _are_level(inside: Sequence[Line], outside: Sequence[Line]) -> bool:
    heights = sorted(line.baseline for line in inside)
    shared = sum(_is_near(line, heights) for line in outside)
    return shared > _SHARED * len(outside)


def _rules_are_level(rules: Sequence[Rule], ink: Ink) -> bool:
    """Whether the rules beside those of a table are nearly all as high as one of them."""
    top, bottom, end, start = rules[0].at, rules[-1].at, rules[0].end, rules[0].start
    beside = [rule.at for rule in ink.level if top < rule.at < bottom and (rule.start > end or rule.end < start)]
    heights = sorted(rule.at for rule in rules)
    shared = sum(_is_any_within(heights, at - _ALIKE, at + _ALIKE) for at in beside)
    return len(beside) < _FEW or shared > _RULES_SHARED * len(beside)


def _is_near(line: Line, heights: Sequence[float]) -> bool:
    return _is_any_within(heights, line.baseline - _LEVEL * line.size, line.baseline + _LEVEL * line.size)


def _is_any_within(heights: Sequence[float], low: float, high: float) -> bool:
    n = bisect_left(heights, low)
    return n < len(heights) and heights[n] <= high
