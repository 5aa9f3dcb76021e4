"""How well what a column holds fits each field, in log odds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from math import log

from normalise.headings.contents import FILE

KINDS = (
    "references", "numbers", "dates", "dated", "times", "sums", "money", "figures", "names", "roles", "bodies",
    "proper", "acronyms", "status", "levels", "yes_no", "open", "sentences", "reports", "deeds", "aims", "outcomes",
    "targets", "risks", "proofs", "documents", "labels", "texts",
)  # fmt: skip
_STRENGTH = 1.3
"""Cells of a column are of one mould, so that many of them say hardly more than one or two do."""
_TRUST = 0.6
"""How far it counts that some fields are commoner than others."""


def fits(kinds: Mapping[str, float]) -> dict[str, float]:
    """For each field, how much more (above 0) or less often its columns hold such cells than columns at large."""
    return {
        field: _usual()[field]
        + _STRENGTH * sum(share * (row[kind] - _average()[kind]) for kind, share in kinds.items())
        for field, row in _chances().items()
    }


@cache
def _chances() -> dict[str, dict[str, float]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))["chances"]
    return {field: {kind: log(_chance(row, kind)) for kind in KINDS} for field, row in table.items()}


@cache
def _usual() -> dict[str, float]:
    return {
        field: _TRUST * log(share / 5)
        for field, share in tomllib.loads(FILE.read_text(encoding="utf-8"))["usual"].items()
    }


@cache
def _average() -> dict[str, float]:
    rows = _chances().values()
    return {kind: sum(row[kind] for row in rows) / len(rows) for kind in KINDS}


def _chance(row: Mapping[str, float], kind: str) -> float:
    spread = sum(1 for k in KINDS if k not in row)
    return row.get(kind, row["rest"] / spread) / sum(row.values())
