"""The division of a cell's words into people, roles and bodies that costs least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from normalise.values.owners.names import Names
from normalise.values.owners.shapes import KNOWN_COST, Shape, shape_costs
from normalise.values.owners.tokens import Token

_LONGEST = 12
_NOTHING = 1.5
_RUN_TOGETHER = 1.3
_SPLIT = {",": 0.2, "&": 0.25}
_BESIDE_PERSON = 0.7
_BETWEEN_PEOPLE = 1.0


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that belong together: `label` is P(erson), R(ole), O (body) or X (nothing known)."""

    label: str
    tokens: tuple[Token, ...]

    @property
    def gap(self) -> str:
        """What stands before it."""
        return self.tokens[0].gap

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(t.text for t in self.tokens)


@dataclass(slots=True)
class _Step:
    """The best ways to cut the words so far: by the label of the last unit, cost, where it starts, the label before."""

    ways: dict[str, tuple[float, int, str]]
    best: str = ""

    def cost(self, label: str) -> float:
        """What the best way with this last label costs."""
        return self.ways[label][0]


def divide(tokens: Sequence[Token], names: Names) -> tuple[Unit, ...]:
    """Cut the words into units; every word is in exactly one."""
    signs = tuple(t.sign for t in tokens)
    steps = [_Step({"": (0.0, 0, "")})]
    for end in range(1, len(tokens) + 1):
        ways: dict[str, tuple[float, int, str]] = {}
        for start in _starts(signs, end):
            for label, cost in _unit_costs(tokens[start:end], signs[start:end], names):
                total, before = _after(steps[start], label, signs[start].gap)
                total += cost
                if label not in ways or total < ways[label][0]:
                    ways[label] = (total, start, before)
        steps.append(_Step(ways, min(ways, key=lambda k: ways[k][0])))
    return _together(_trace(steps, tokens))


def _after(step: _Step, label: str, gap: str) -> tuple[float, str]:
    """The least cost of a unit of this label after a step, and the label of the unit before it."""
    if gap != " " and label != "X":
        return step.cost(step.best) + _SPLIT.get(gap, 0.0) * (step.best != ""), step.best
    return min((way[0] + _split_cost(before, label), before) for before, way in step.ways.items())


def _starts(signs: Shape, end: int) -> Iterator[int]:
    """Where a unit that ends here may start: nothing goes on over a semicolon or a colon."""
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        yield start
        if signs[start].gap in ";:":
            return


def _trace(steps: Sequence[_Step], tokens: Sequence[Token]) -> list[Unit]:
    units: list[Unit] = []
    end = len(tokens)
    label = steps[end].best
    while end:
        _, start, before = steps[end].ways[label]
        units.append(Unit(label.upper(), tuple(tokens[start:end])))
        end, label = start, before
    units.reverse()
    return units


def _together(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units with words that are nothing known run together."""
    found: list[Unit] = []
    for label, run in groupby(units, key=lambda u: u.label):
        members = tuple(run)
        found.extend([Unit("X", tuple(t for u in members for t in u.tokens))] if label == "X" else members)
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


def _unit_costs(tokens: Sequence[Token], signs: Shape, names: Names) -> Iterable[tuple[str, float]]:
    """What these words cost as one unit of each label that they may have; names known to the document cost least."""
    costs = shape_costs(signs)
    known = _known(tokens, names)
    return costs if not known else ((known, KNOWN_COST), *(pair for pair in costs if pair[0] != known))


def _known(tokens: Sequence[Token], names: Names) -> str:
    if not names.persons and not names.bodies:
        return ""
    text = " ".join([t.text for t in tokens]).lower()
    return "P" if text in names.persons else "O" if text in names.bodies else ""
