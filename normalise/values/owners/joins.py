"""What it costs that a gap stands inside one role or body and does not part two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from normalise.values.owners.costs import NEVER
from normalise.values.owners.lexicon import listed
from normalise.values.owners.tokens import Token

_WHOLE = frozenset("BKPHQaA")
"""Kinds of words that end a role or body."""


def join_cost(tokens: Sequence[Token], kinds: str) -> float:
    """The cost of all gaps between these words inside one role or body; `kinds` as role_cost takes them."""
    total = 0.0
    linked = in_list = False
    for left, right in pairwise(tokens):
        linked = linked or left.kind == "o"
        if right.gap == " " and right.bracket >= left.bracket:
            continue
        in_list = in_list or "&" in kinds
        total += _listed(left, right, linked=linked, in_list=in_list) if right.gap in "&," else _other(left, right)
        if total >= NEVER:
            return NEVER
    return max(0.0, total - 2.5) if "P&PB" in kinds else total


def _listed(left: Token, right: Token, *, linked: bool, in_list: bool) -> float:
    """A comma or an "and" of a list: `linked` after "of", `in_list` with an "and" somewhere in it."""
    if right.bracket < left.bracket:
        return NEVER
    if right.gap == "&":
        return _and(left, right, linked=linked)
    if not in_list or left.kind in "HPQaK":
        return 3.0
    return 0.4 if linked else 0.7 if left.kind in "SCN" and right.kind in "SCN" else 3.0


def _and(left: Token, right: Token, *, linked: bool) -> float:
    if f"{left.text} and {right.text}".lower() in listed("subjects", "pairs"):
        return 0.1
    if linked and right.kind == "Q":
        return 1.5
    return 0.3 if left.kind not in _WHOLE or (linked and right.kind not in _WHOLE) else 3.0


def _other(left: Token, right: Token) -> float:
    if right.bracket < left.bracket:
        return NEVER
    match right.gap:
        case "n":
            return _line_break(left, right)
        case "-":
            return 3.5
        case "/":
            return 1.2 if left.text.islower() and left.kind not in _WHOLE else 2.5
        case "(":
            return 0.2 if right.kind in "SBCcdM#" else NEVER
        case _:
            return NEVER


def _line_break(left: Token, right: Token) -> float:
    """A line break is a narrow column's as long as neither side is whole by itself."""
    if left.text.lower() in listed("bodies", "employers"):
        return 2.5
    if left.kind in "HPa" and right.kind in "SCNAM#":
        return 1.5
    return 1.2 if right.kind in "KA" else 0.4
