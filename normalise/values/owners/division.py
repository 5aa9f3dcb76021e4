"""The division of a cell's words into people, roles and bodies that costs least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalise.values.owners.costs import NEVER, body_cost, person_cost, role_cost
from normalise.values.owners.names import Names
from normalise.values.owners.tokens import Token

_LONGEST = 12
_UNIT = 1.0
_JUNK = 1.5
_JUNK_WORD = 1.2
_SPLIT = {" ": 1.3, "n": 0.0, ",": 0.2, "&": 0.3, "-": 0.0, ":": 0.0, "(": 0.0, ")": 0.0, "/": 0.0, ";": 0.0}
_BESIDE_PERSON = 0.7
_BETWEEN_PEOPLE = 1.0
_KNOWN = -0.4
_WHOLE = frozenset("BKPHQaA")


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that belong together: `label` is P(erson), R(ole), O (body) or X (nothing known)."""

    label: str
    tokens: tuple[Token, ...]

    @property
    def gap(self) -> str:
        """What stands before it."""
        return self.tokens[0].gap


@dataclass(frozen=True, slots=True)
class _Best:
    cost: float
    start: int
    label: str


def divide(tokens: Sequence[Token], names: Names) -> tuple[Unit, ...]:
    """Cut the words into units; every word is in exactly one."""
    best: list[dict[str, tuple[float, int, str]]] = [{"": (0.0, 0, "")}]
    for end in range(1, len(tokens) + 1):
        here: dict[str, tuple[float, int, str]] = {}
        for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
            if start < end - 1 and tokens[start + 1].gap in ";:":
                break
            for label, cost in _unit_costs(tokens[start:end], names):
                for before, (so_far, _, _) in best[start].items():
                    total = so_far + cost + (_split_cost(before, label, tokens[start].gap) if start else 0.0)
                    if label not in here or total < here[label][0]:
                        here[label] = (total, start, before)
        best.append(here)
    return _trace(best, tokens)


def _trace(best: Sequence[dict[str, tuple[float, int, str]]], tokens: Sequence[Token]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    end = len(tokens)
    label = min(best[end], key=lambda k: best[end][k][0])
    while end:
        _, start, before = best[end][label]
        units.append(Unit(label, tuple(tokens[start:end])))
        end, label = start, before
    return tuple(reversed(units))


def _split_cost(before: str, after: str, gap: str) -> float:
    if gap != " ":
        return _SPLIT[gap]
    if before == after == "P":
        return _BETWEEN_PEOPLE
    return _BESIDE_PERSON if "P" in (before, after) else _SPLIT[" "]


def _unit_costs(tokens: Sequence[Token], names: Names) -> list[tuple[str, float]]:
    faces = "".join(t.face for t in tokens)
    kinds = _kinds(tokens)
    gaps = "".join(t.gap for t in tokens[1:])
    named = faces.count("G")
    known = _known(tokens, names)
    costs = [("X", _JUNK + _JUNK_WORD * len(tokens) + 0.5 * len(gaps.strip()))]
    if not set(gaps) - {" ", "n"}:
        fit = person_cost(faces)
        costs.append(("P", _UNIT + (_KNOWN if known == "P" else fit) + 0.2 * gaps.count("n")))
    joins = _joins(tokens, kinds)
    if joins < NEVER:
        costs.append(("R", _UNIT + joins + role_cost(kinds, named)))
        costs.append(("O", _UNIT + joins + (_KNOWN if known == "O" else body_cost(kinds, named))))
    return costs


def _known(tokens: Sequence[Token], names: Names) -> str:
    if not names.persons and not names.bodies:
        return ""
    text = " ".join(t.text for t in tokens).lower()
    return "P" if text in names.persons else "O" if text in names.bodies else ""


def _kinds(tokens: Sequence[Token]) -> str:
    """The kinds of the words, with the "and" between them."""
    return "".join(("&" if n and t.gap == "&" else "") + t.kind for n, t in enumerate(tokens))


def _joins(tokens: Sequence[Token], kinds: str) -> float:
    """What it costs that these gaps stand inside one role or body."""
    total = 0.0
    linked = False
    for left, right in zip(tokens, tokens[1:], strict=False):
        linked = linked or left.kind == "o"
        total += _join(left, right, linked, "&" in kinds)
        if total >= NEVER:
            break
    return total


def _join(left: Token, right: Token, linked: bool, listed: bool) -> float:
    if right.bracket < left.bracket:
        return NEVER
    match right.gap:
        case " ":
            return 0.0
        case "n":
            return 0.4
        case "&":
            return 0.3 if left.kind not in _WHOLE or (linked and right.kind not in _WHOLE) else 3.0
        case ",":
            return 3.0 if left.kind in "HPQa" else 0.6 if linked and listed else 2.0
        case "-":
            return 2.5
        case "/":
            return 1.2 if left.text.islower() and left.kind not in _WHOLE else 2.5
        case "(":
            return 0.2 if right.kind in "SBCc" else NEVER
        case _:
            return NEVER
