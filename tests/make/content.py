"""What a sample plan says, read from its file in plans/: the words to lay out, and the true reading of each row."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

PLANS = Path(__file__).parent / "plans"
NOTICE = "Invented for testing: no council has adopted this plan."
MERGED = "^"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the field it is, its width (cm; characters in text), and what is odd about it."""

    heading: str
    field: str
    width: float = 0
    group: str = ""
    control: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the plan: the `cells` of an action, a `theme` band, a `paragraph`, or the heading typed again.

    `change` is "inserted" or "deleted" for a tracked row, `fill` the colour of its status cell. `truth` holds what a
    careful reader reads out of it, by the names of the plan files.
    """

    cells: tuple[str, ...] = ()
    theme: str = ""
    paragraph: str = ""
    repeat: bool = False
    prompted: bool = False
    change: str = ""
    fill: str = ""
    truth: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """A table that holds no actions, with the line above it; `fills` colour its first column."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    fills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole sample document; `layout` names the difficulty where the words alone do not make it."""

    name: str
    format: str
    difficulty: str
    title: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    layout: str = ""
    before: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()
    after: tuple[Beside, ...] = ()
    expected: dict[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of the sample's file."""
        return f"{self.name}.{self.format}"

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading row."""
        return tuple(c.heading for c in self.columns)


def load(name: str) -> Sample:
    """The sample of this name."""
    with (PLANS / f"{name}.toml").open("rb") as file:
        raw = tomllib.load(file)
    return Sample(
        name=name,
        format=raw["format"],
        difficulty=raw["difficulty"],
        title=tuple(raw["title"]),
        columns=tuple(Column(**c) for c in raw["columns"]),
        rows=tuple(_row(r) for r in raw["rows"]),
        layout=raw.get("layout", ""),
        before=(NOTICE, *raw.get("before", ())),
        beside=tuple(_beside(b) for b in raw.get("beside", ())),
        after=tuple(_beside(b) for b in raw.get("after", ())),
        expected=raw.get("expected", {}),
    )


def names() -> tuple[str, ...]:
    """The names of all samples, in order."""
    return tuple(sorted(p.stem for p in PLANS.glob("*.toml")))


def bands(sample: Sample) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows under each theme, in order; the theme is "" above the first."""
    theme = ""
    for is_band, group in groupby(sample.rows, key=lambda row: bool(row.theme)):
        rows = tuple(group)
        if is_band:
            theme = rows[-1].theme
        else:
            yield theme, rows


def owner(text: str) -> tuple[str, str, str]:
    """An owner as the plan files write one, `person|role|organisation`, in its three parts."""
    person, role, organisation = text.split("|")
    return person, role, organisation


def _row(raw: dict[str, Any]) -> Row:
    laid_out = {k: raw.pop(k) for k in ("theme", "paragraph", "repeat", "prompted", "change", "fill") if k in raw}
    return Row(cells=tuple(raw.pop("cells", ())), truth=raw, **laid_out)


def _beside(raw: dict[str, Any]) -> Beside:
    return Beside(raw["caption"], tuple(tuple(r) for r in raw["rows"]), tuple(raw.get("fills", ())))
