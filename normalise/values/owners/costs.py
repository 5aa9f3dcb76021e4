"""The numbers of normalise/data/owner_costs.toml: how well words fit together."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

NEVER = 99.0
"""The cost of what cannot be."""


@cache
def cost_table() -> dict[str, Any]:
    """The tables of owner_costs.toml."""
    return tomllib.loads((resources.files("normalise") / "data" / "owner_costs.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=50_000)
def person_cost(faces: str) -> float:
    """The cost of words with these faces as one person's name."""
    pattern, costs = _people()
    found = pattern.fullmatch(faces.rstrip("h") or faces)
    return costs[found.lastindex - 1] if found and found.lastindex else NEVER


def sum_costs(table: dict[str, float], kinds: str) -> float:
    """The costs of words of these kinds added up."""
    return sum([table[kind] for kind in kinds])


@cache
def _people() -> tuple[re.Pattern[str], tuple[float, ...]]:
    """All patterns as one, the cheapest first, so that the group that matches is the cheapest that does."""
    listed = sorted(cost_table()["people"]["patterns"], key=lambda entry: float(entry[1]))
    return re.compile("|".join(f"({pattern})" for pattern, _ in listed)), tuple(cost for _, cost in listed)
