"""How well words make one role; kinds are those of lexicon.py with "&", "," and "(" between them."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise.values.owners.costs import NEVER, cost_table, sum_costs

_OF_ROLE = re.compile(r"[HPQa]o")
_ENDED = re.compile(r"[SAN#BL]Q(?=[SMAN#])")
"""A role that ended: what follows belongs to the next (Maths lead, English lead)."""
_TWO = re.compile(r"[SAN#BL]Q[SMAN#]+[HPQa]$")
_ANOTHER = 1.2
"""A role that ended before another whole one (Reading Lead Teaching Assistant)."""
_NEXT_ROLE = re.compile(r"[HPQa]o|[QM]$")
"""What shows that another role begins in what a role is "of"."""
_POST = re.compile(r"M+[SBA]*A")
"""Letters after an opener are a post: Assistant DSA."""
_BRACKET = re.compile(r"(?<=.)\([SBCcdM#&,oP]+$")
"""What is told in a bracket of the role or body before it: Director (Place)."""
_NAMED = 2.0
_MANY_SMALL = 0.7
_STRANGERS = 1.4
"""Two unknown names in a row are sooner a person before the role."""


@lru_cache(maxsize=50_000)
def role_cost(kinds: str, named: float) -> float:
    """The cost of words of these kinds as one role; `named` says how many of them are given names."""
    kinds = kinds.removeprefix("t")
    inner = _BRACKET.search(kinds) if "(" in kinds else None
    if inner:
        return 0.1 + role_cost(kinds[: inner.start()], named)
    heads = [_headed(kinds, at) for at, kind in enumerate(kinds) if kind in "HPQa"]
    best = min(heads) if heads else NEVER
    if "Q" in kinds:
        best += 1.2 * len(_ENDED.findall(kinds)) + _ANOTHER * bool(_TWO.search(kinds))
    if "c" in kinds:
        best += _MANY_SMALL * max(0, kinds.count("c") - 2)
    if kinds[:1] == "M" and _POST.fullmatch(kinds):
        best = min(best, 0.4)
    return best + _NAMED * named


def is_of_role(kinds: str) -> bool:
    """Whether a role with "of" stands among the words (Head of)."""
    return "o" in kinds and bool(_OF_ROLE.search(kinds))


def complement_cost(kinds: str) -> float:
    """The cost of "of" and what follows it as what a role or body is of."""
    table: dict[str, float] = cost_table()["role"]["complement"]
    return NEVER if len(kinds) < 2 or _NEXT_ROLE.search(kinds, 1) else sum_costs(table, kinds)


def _headed(kinds: str, at: int) -> float:
    """The role's head is the word here."""
    before, head, after = kinds[:at], kinds[at], kinds[at + 1 :]
    heads: dict[str, float] = cost_table()["role"]["head"]
    return heads[head] + _before(before, head, after) + _after(before, head, after)


def _before(before: str, head: str, after: str) -> float:
    if not before:
        return 0.0
    cost = sum_costs(cost_table()["role"]["before"], before)
    if "N" in before:
        cost += _STRANGERS * (before.count("N") - 1)
    if "o" in before:
        cost += 3.0 if is_of_role(before) else 1.0
    if head == "a" and before.strip("MQ"):
        cost += 0.8
    if after.startswith("o") and set(before) & {"N", "C"}:
        cost += 0.8
    return cost


def _after(before: str, head: str, after: str) -> float:
    """Nothing, "of" and a subject, "to" and another role, or words left behind."""
    if not after:
        return 0.0 if before else 0.1
    if after[0] == "o":
        return complement_cost(after)
    if after[0] == "r" and len(after) > 1:
        return 0.1 + min(role_cost(after[1:], 0), sum_costs(cost_table()["role"]["complement"], after))
    trailing: dict[str, float] = cost_table()["role"]["trailing"]
    return sum((trailing.get(k, 4.0) for k in after), 1.5 if head == "P" and not before else 0.0)
