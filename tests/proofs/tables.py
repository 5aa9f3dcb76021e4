"""The tables of a results folder, as a proof looks at them."""

from __future__ import annotations

import csv
from pathlib import Path


def rows(out: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table. Raises FileNotFoundError where there is none."""
    csv.field_size_limit(1 << 30)  # the text of a plan is one cell
    with (out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows_so_far(out: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table that a watcher may not have written yet."""
    try:
        return rows(out, table)
    except FileNotFoundError:
        return []
