"""The register of councils: normalise/data/councils.tsv as values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Council:
    """An authority of the register: names, ONS (GSS) code, first and last day where known, what followed it."""

    code: str
    name: str
    short: str
    names: tuple[str, ...]
    kind: str
    nation: str
    start: date | None
    end: date | None
    successors: tuple[str, ...]
    domains: tuple[str, ...]

    def stood(self, day: date) -> bool:
        """Whether the authority was there on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@cache
def load_register() -> tuple[Council, ...]:
    """Every authority of the register, in its order."""
    text = (resources.files("normalise") / "data" / "councils.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_council(row) for row in csv.DictReader(lines, delimiter="\t"))


def of_its_day(councils: Iterable[Council], year: int | None) -> Council | None:
    """Of councils that share a name, the one of that year (of today without one); None when they cannot be told apart.

    A year in which one followed another counts as the later one's: plans of that spring are rare, and the later
    council answers for the rest of the year.
    """
    found = list(dict.fromkeys(councils))
    if len(found) > 1:
        day = date(year, 7, 1) if year else date.max
        found = [c for c in found if c.stood(day)] or found
    return found[0] if len(found) == 1 else None


def _council(row: dict[str, str]) -> Council:
    return Council(
        row["code"], row["name"], row["short"], _several(row["names"]), row["kind"], row["nation"],
        _day(row["from"]), _day(row["to"]), _several(row["successor"]), _several(row["domains"]),
    )  # fmt: skip


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in (text or "").split("|") if part)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
