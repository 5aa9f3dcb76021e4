"""Where to cut a row of words into people, roles and bodies, so that it costs least; by the signs of the words alone.

The cells of a column share a few shapes, so that each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from normalise.values.owners.shapes import KNOWN_COST, Shape, shape_costs

_LONGEST = 12
_NOTHING = 1.5
_RUN_TOGETHER = 1.3
_SPLIT = {",": 0.2, "&": 0.25}
_BESIDE_PERSON = 0.7
_BETWEEN_PEOPLE = 1.0


class Cut(NamedTuple):
    """The words from `start` up to `end` as one unit: `label` is P(erson), R(ole), O (body) or X (nothing known)."""

    label: str
    start: int
    end: int


class _Step(NamedTuple):
    """The best ways to cut the words so far: by the label of the last unit, cost, where it starts, the label before.

    `after` keeps what `_after` found for the units that follow.
    """

    ways: dict[str, tuple[float, int, str]]
    best: str
    after: dict[str, tuple[float, str]]


@lru_cache(maxsize=50_000)
def cut(signs: Shape, known: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """The units that words with these signs make; every word is in exactly one.

    `known` are runs of words that the document shows to be a person or a body, which cost least as that.
    """
    said = {(one.start, one.end): one.label for one in known}
    steps = [_Step({"": (0.0, 0, "")}, "", {})]
    for end in range(1, len(signs) + 1):
        ways: dict[str, tuple[float, int, str]] = {}
        for start in _starts(signs, end):
            step = steps[start]
            costs = shape_costs(signs[start:end])
            for label, cost in costs if not said else _with_known(costs, said.get((start, end), "")):
                total, before = step.after.get(label) or _after(step, label, signs[start].gap)
                total += cost
                if label not in ways or total < ways[label][0]:
                    ways[label] = (total, start, before)
        steps.append(_Step(ways, min(ways, key=lambda k: ways[k][0]), {}))
    return _together(_trace(steps))


def _with_known(costs: Sequence[tuple[str, float]], known: str) -> Iterable[tuple[str, float]]:
    """What words cost as one unit of each label, where they are known to the document as `known`, "" for not."""
    return costs if not known else ((known, KNOWN_COST), *(pair for pair in costs if pair[0] != known))


def _after(step: _Step, label: str, gap: str) -> tuple[float, str]:
    """The least cost of a unit of this label after a step, and the label of the unit before it."""
    if gap != " " and label != "X":
        least = step.ways[step.best][0] + _SPLIT.get(gap, 0.0) * (step.best != ""), step.best
    else:
        least = min([(way[0] + _split_cost(before, label), before) for before, way in step.ways.items()])
    step.after[label] = least
    return least


def _starts(signs: Shape, end: int) -> Iterator[int]:
    """Where a unit that ends here may start: nothing goes on over a semicolon, a colon or the end of a bracket."""
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        yield start
        if signs[start].gap in ";:" or (start and signs[start].bracket < signs[start - 1].bracket):
            return


def _trace(steps: Sequence[_Step]) -> list[Cut]:
    cuts: list[Cut] = []
    end = len(steps) - 1
    label = steps[end].best
    while end:
        _, start, before = steps[end].ways[label]
        cuts.append(Cut(label.upper(), start, end))
        end, label = start, before
    cuts.reverse()
    return cuts


def _together(cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """The units with words that are nothing known run together."""
    found: list[Cut] = []
    for label, run in groupby(cuts, key=lambda one: one.label):
        members = tuple(run)
        found.extend([Cut("X", members[0].start, members[-1].end)] if label == "X" else members)
    return tuple(found)


def _split_cost(before: str, after: str) -> float:
    """What it costs that nothing but a space stands between two units, or that words nobody knows begin."""
    if after == "X":
        return 0.0 if before == "X" else _NOTHING
    if not before:
        return 0.0
    if before in "Pp" and after in "Pp":
        return _BETWEEN_PEOPLE
    return _BESIDE_PERSON if before == "P" or after == "P" else _RUN_TOGETHER
