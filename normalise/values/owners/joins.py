"""What it costs that a gap stands inside one role or body and does not part two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from normalise.values.owners.costs import NEVER
from normalise.values.owners.tokens import Sign

_WHOLE = frozenset("BKPHQaA")
"""Kinds of words that end a role or body."""
_AFTER_OF = {"Q": 1.5, "H": 1.5, "B": 0.8}
_AFTER_SUBJECT = {"Q": 2.2, "H": 2.2, "M": 1.2}
"""What an "and" costs before a word that may begin a role of its own, after "of" or else."""
_POSTS = frozenset(f"{subject}Q" for subject in "SANBCL#")
_ENDED = 1.5
"""A line break after a whole post (`Housing Lead`)."""


def join_cost(signs: Sequence[Sign], kinds: str) -> float:
    """The cost of all gaps between these words inside one role or body; `kinds` as role_cost takes them."""
    total = 0.0
    linked = False
    last_and = max((n for n, t in enumerate(signs) if t.gap == "&"), default=0)
    before = ""
    for at, (left, right) in enumerate(pairwise(signs), 1):
        linked = linked or left.kind == "o"
        if right.bracket < left.bracket:
            return NEVER
        if right.gap in "&,":
            total += _listed(left, right, linked=linked, in_list=at < last_and)
        elif right.gap != " ":
            total += _ENDED if _ends_post(before, signs[at - 1 :]) else _other(left, right, first=at == 1)
        if total >= NEVER:
            return NEVER
        before = left.kind
    return max(0.0, total - 2.5) if "P&PB" in kinds else total


def _ends_post(before: str, signs: Sequence[Sign]) -> bool:
    """Whether a line break follows a whole post, and what comes next is no head of a longer one."""
    left, right = signs[:2]
    post = before + left.kind in _POSTS or (before == left.kind == "Q" and "c" not in left.marks)
    if right.gap != "n" or not post:
        return False
    return (
        right.kind in "SMQNACa" or "w" in right.marks or (right.kind == "H" and len(signs) > 2 and signs[2].kind == "o")
    )


def _listed(left: Sign, right: Sign, *, linked: bool, in_list: bool) -> float:
    """A comma or an "and" of a list: `linked` after "of", `in_list` with an "and" to come."""
    if right.gap == "&":
        return _and(left, right, linked=linked)
    if not in_list or left.kind in "HPQaK":
        return 3.0
    return 0.4 if linked else 0.7 if left.kind in "SCN" and right.kind in "SCN" else 3.0


def _and(left: Sign, right: Sign, *, linked: bool) -> float:
    if "p" in right.marks:
        return 0.1
    if left.kind in _WHOLE and not linked:
        return 3.0
    opening = _AFTER_OF if linked else _AFTER_SUBJECT
    if right.kind in opening:
        return opening[right.kind]
    return 0.35 if left.kind not in _WHOLE or right.kind not in _WHOLE else 3.0


def _other(left: Sign, right: Sign, *, first: bool) -> float:
    match right.gap:
        case "n":
            return _line_break(left, right, first=first)
        case "-":
            return 3.5
        case "/":
            return _slash(left, right)
        case "(":
            return 0.2 if right.kind in "SBCcdM#P" else 0.5 if right.kind in "AK" else NEVER
        case _:
            return NEVER


def _line_break(left: Sign, right: Sign, *, first: bool) -> float:
    """A line break is a narrow column's as long as neither side is whole by itself."""
    if "e" in left.marks and not first:
        return 2.5
    if left.kind in "HPa" and right.kind in "SCNAM#":
        return 1.5
    return 1.2 if right.kind in "KA" else 0.4


def _slash(left: Sign, right: Sign) -> float:
    """A slash parts, but for codes (KS1/KS2 leads) and words in small letters (teaching/other staff)."""
    if left.kind == right.kind == "#":
        return 0.3
    return 1.2 if "l" in left.marks and left.kind not in _WHOLE else 2.5
