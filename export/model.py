"""What the writers are given: the tables of a run, and what the cover says about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from normalise.compare import Change
from normalise.rows import Row


@dataclass(frozen=True, slots=True)
class About:
    """What a run was, without clock or machine: version, the day dates are judged against, the inputs as given.

    `source_root` is the way from the output folder to the common parent of the inputs, with `/` between parts
    (`../plans`, `.`); "" where there is none, and then rows carry no links to their files.
    """

    version: str
    as_of: date
    inputs: tuple[str, ...]
    source_root: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """The tables of the contract by name, rows as `normalise.rows.table_rows` gives them, and what they are about.

    `changes` is what differs from the run before in the same folder, None where there was none.
    """

    tables: Mapping[str, Sequence[Row]]
    about: About
    changes: tuple[Change, ...] | None = None


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
