"""What the writers are given: the tables of a run, and what the cover says about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from normalise.compare import Change
from normalise.rows import Row, Value


@dataclass(frozen=True, slots=True)
class About:
    """What a run was, without clock or machine: version, the day dates are judged against, the inputs as given.

    `source_root` is the way from the output folder to the common parent of the inputs, with `/` between parts
    (`../plans`, `.`); "" where there is none, and then rows carry no links to their files. `corrections` are the
    ids of the corrections that held in this run; `names` is how people are shown, `keep` where they are named.
    """

    version: str
    as_of: date
    inputs: tuple[str, ...]
    source_root: str = ""
    corrections: tuple[str, ...] = ()
    names: str = "keep"


@dataclass(frozen=True, slots=True)
class Own:
    """What analysts added to the sheet Actions themselves: columns of their own, and notes on cells.

    `cells` holds, by `action_id`, the values of those columns; `notes` the notes, by `action_id` and column.
    """

    columns: tuple[str, ...] = ()
    cells: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    notes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """The tables of the contract by name, rows as `normalise.rows.table_rows` gives them, and what they are about.

    `changes` is what differs from the run before in the same folder, None where there was none; `own` is what
    analysts added to the workbook before, and is written again.
    """

    tables: Mapping[str, Sequence[Row]]
    about: About
    changes: tuple[Change, ...] | None = None
    own: Own = field(default_factory=Own)


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write: byte order mark in CSV, CSV without the apostrophe before formulas, and which formats.

    `publication` writes the workbook for the public, as the Government Analysis Function's checklist for accessible
    spreadsheets asks, instead of for work.
    """

    bom: bool = True
    raw_csv: bool = False
    formats: tuple[str, ...] = ("xlsx", "csv")
    publication: bool = False
