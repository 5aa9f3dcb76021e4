"""Which columns each sheet shows, in which order and how wide: the field list with what `layout.toml` says of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from normalise.schema import TABLES, Field

SOURCE = Field("Source", "string", "Where the row stands in its document, and a link to the file")
DAYS_OVERDUE = Field("days_overdue", "integer", "Days since the due date of an action that has not ended; else empty")
_ACTION = Field("action", "string", "What will be done")
ADDED = {
    "actions": (DAYS_OVERDUE, SOURCE),
    "owners": (_ACTION, SOURCE),
    "milestones": (_ACTION, SOURCE),
    "plans": (SOURCE,),
    "review": (SOURCE,),
    "headings": (SOURCE,),
    "unplaced": (SOURCE,),
}
"""Columns the workbook has beside those of the contract, for people who read it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that shows a table: its title, its columns in order with their widths, and how many stay in view."""

    name: str
    title: str
    columns: tuple[Field, ...]
    widths: tuple[float, ...]
    frozen: int

    @property
    def table(self) -> str:
        """The name of the Excel table on it."""
        return self.title.replace(" ", "_")


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets of the tables, in the order of `layout.toml`."""
    said = tomllib.loads(files(__package__).joinpath("layout.toml").read_text(encoding="utf-8"))
    by_type = said.pop("widths")
    return tuple(_sheet(name, layout, by_type) for name, layout in said.items())


def _sheet(name: str, layout: dict[str, object], by_type: dict[str, float]) -> Sheet:
    fields = {f.name: f for f in (*TABLES[name], *ADDED.get(name, ()))}
    first, last = _names(layout["first"]), _names(layout["last"])
    between = [n for n in fields if n not in first and n not in last]
    columns = tuple(fields[n] for n in (*first, *between, *last))
    own = layout["widths"]
    assert isinstance(own, dict) and isinstance(layout["frozen"], int)
    widths = tuple(float(own.get(f.name, by_type[f.type])) for f in columns)
    return Sheet(name, str(layout["sheet"]), columns, widths, layout["frozen"])


def _names(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(name) for name in value]
