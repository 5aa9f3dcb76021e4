"""How well words make one body; kinds are those of lexicon.py with "&", "," and "(" between them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from normalise.values.owners.costs import NEVER, cost_table, sum_costs
from normalise.values.owners.role_costs import complement_cost, is_of_role

_BRACKET = re.compile(r"(?<=.)\([SBCcdM#&,oAKP]+$")
_HEAD = re.compile(r"[BK]")
_NAMED_HEAD = 1.2
_NAMED = 2.0
_NAMED_WORDS = 2.5
_NAMED_POST = 2.5
"""A given name and a post before the head are sooner somebody of that body (Ann Lee Clerk Anytown Council)."""
_PLACE = re.compile(r"K[NC](?:&[NC])?")
_PLACED = 0.3
"""A given name after a known body is a place's: NHS Stanley, NHS Kent and Medway."""


@lru_cache(maxsize=50_000)
def body_cost(kinds: str, named: float) -> float:
    """The cost of words of these kinds as one body; `named` says how many of them are given names."""
    kinds = kinds.removeprefix("t")
    if kinds[:1] in ("o", "r"):
        return NEVER
    inner = _BRACKET.search(kinds) if "(" in kinds else None
    if inner:
        return 0.3 + body_cost(kinds[: inner.start()], named)
    headed = _with_head(kinds) + (_NAMED_HEAD if kinds.endswith("B") else _NAMED) * named
    headed += _NAMED_POST if named and "H" in kinds else 0.0
    return min(headed, _by_words(kinds) + (_PLACED if _PLACE.fullmatch(kinds) else _NAMED_WORDS) * named)


def _with_head(kinds: str) -> float:
    """The last word is the head, or the head is followed by "of"."""
    first = _HEAD.search(kinds)
    if not first or is_of_role(kinds):
        return NEVER
    before: dict[str, float] = cost_table()["body"]["before"]
    whole = sum_costs(before, kinds[:-1]) if kinds[-1] in "BK" else NEVER
    link = kinds.find("o", first.start())
    if link < 1 or kinds[link - 1] not in "BK":
        return whole
    return min(whole, sum_costs(before, kinds[: link - 1]) + complement_cost(kinds[link:]))


def _by_words(kinds: str) -> float:
    """A body without a head: capitals, services, places; words that say nothing cost most."""
    pattern, costs = _wordless()
    found = pattern.fullmatch(kinds)
    if found and found.lastindex:
        cost, each = costs[found.lastindex - 1]
        return cost + each * len(kinds)
    other: dict[str, float] = cost_table()["body"]["other"]
    if kinds and set(kinds) <= other.keys() and kinds[-1] not in "do&":
        return 1.0 + sum_costs(other, kinds)
    return NEVER


@cache
def _wordless() -> tuple[re.Pattern[str], tuple[tuple[float, float], ...]]:
    """All patterns as one, in the order in which they count, and the two numbers of each."""
    listed = cost_table()["body"]["wordless"]
    pattern = re.compile("|".join(f"({pattern})" for pattern, _, _ in listed))
    return pattern, tuple((cost, each) for _, cost, each in listed)
