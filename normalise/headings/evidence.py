"""How well what a column holds fits each field, in log odds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from math import log

from normalise.headings.contents import FILE

KINDS = (
    "references", "numbers", "scores", "dates", "dated", "times", "sums", "money", "figures", "names", "roles",
    "bodies", "proper", "acronyms", "status", "levels", "yes_no", "open", "sentences", "reports", "deeds", "aims",
    "outcomes", "targets", "risks", "proofs", "documents", "labels", "texts",
)  # fmt: skip
_STRENGTH = 1.4
"""Cells of a column are of one mould, so that many of them say hardly more than one or two do."""
_FEW = 0.5
_MOST = 4.5
"""The most that cells can say against a field: a heading in plain words outweighs them."""
_TRUST = 0.6
"""How far it counts that some fields are commoner than others."""


def fits(kinds: Mapping[str, float], cells: int) -> dict[str, float]:
    """For each field, how far it falls behind (below 0) the field that holds such cells most often.

    `kinds` is what `kind_of` gives, `cells` how many it saw.
    """
    strength = _STRENGTH * cells / (cells + _FEW)
    held = {
        field: strength * sum(share * row[kind] for kind, share in kinds.items()) for field, row in _chances().items()
    }
    best = max(held.values())
    return {field: max(weight - best, -_MOST) for field, weight in held.items()}


@cache
def usual() -> dict[str, float]:
    """For each field, how much commoner (above 0) or rarer it is in plans than most, in log odds."""
    shares = tomllib.loads(FILE.read_text(encoding="utf-8"))["usual"]
    return {field: _TRUST * log(share / 5) for field, share in shares.items()}


@cache
def _chances() -> dict[str, dict[str, float]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))["chances"]
    return {field: {kind: log(_chance(row, kind)) for kind in KINDS} for field, row in table.items()}


def _chance(row: Mapping[str, float], kind: str) -> float:
    spread = sum(1 for k in KINDS if k not in row)
    return row.get(kind, row["rest"] / spread) / sum(row.values())
