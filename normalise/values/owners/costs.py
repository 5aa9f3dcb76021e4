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
    named = faces.rstrip("h") or faces
    return min((cost for pattern, cost in _people() if pattern.fullmatch(named)), default=NEVER)


def sum_costs(table: dict[str, float], kinds: str) -> float:
    """The costs of words of these kinds added up."""
    return sum([table[kind] for kind in kinds])


@cache
def _people() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), cost) for pattern, cost in cost_table()["people"]["patterns"])
