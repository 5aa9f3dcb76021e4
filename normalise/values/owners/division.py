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


_Steps = list[dict[str, tuple[float, int, str]]]
"""For each number of words taken, by the last unit's label: least cost, where that unit starts, the label before."""


def divide(tokens: Sequence[Token], names: Names) -> tuple[Unit, ...]:
    """Cut the words into units; every word is in exactly one."""
    signs = tuple(t.sign for t in tokens)
    steps: _Steps = [{"": (0.0, 0, "")}]
    for end in range(1, len(tokens) + 1):
        here: dict[str, tuple[float, int, str]] = {}
        for start in _starts(signs, end):
            for label, cost in _unit_costs(tokens[start:end], signs[start:end], names):
                for before, (so_far, _, _) in steps[start].items():
                    total = so_far + cost + _split_cost(before, label, signs[start].gap)
                    if label not in here or total < here[label][0]:
                        here[label] = (total, start, before)
        steps.append(here)
    return _together(_trace(steps, tokens))


def _starts(signs: Shape, end: int) -> Iterator[int]:
    """Where a unit that ends here may start: nothing goes on over a semicolon or a colon."""
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        yield start
        if signs[start].gap in ";:":
            return


def _trace(steps: _Steps, tokens: Sequence[Token]) -> list[Unit]:
    units: list[Unit] = []
    end = len(tokens)
    label = min(steps[end], key=lambda k: steps[end][k][0])
    while end:
        _, start, before = steps[end][label]
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


def _split_cost(before: str, after: str, gap: str) -> float:
    if after == "X":
        return 0.0 if before == "X" else _NOTHING
    if not before or gap != " ":
        return _SPLIT.get(gap, 0.0)
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
