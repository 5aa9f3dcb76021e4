"""CSV as RFC 4180 has it: one file for each table of the contract."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from export.encodable import encodable
from export.model import Export, WriteOptions
from export.placing import placed
from normalise.rows import Row, Value, as_text
from normalise.schema import TABLES

_LIVE = tuple("=+-@\t\r＝＋－＠")
"""First characters that make a spreadsheet run a text as a formula, with their full-width twins."""

_AS_IS = (int, date)
"""Kinds of value that the library writes as `as_text` does; not bool, which is another type."""


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write every table as NAME.csv: UTF-8, CRLF, a header row, ISO dates, lists joined with "; "."""
    return tuple(_table(folder / f"{name}.csv", name, export.tables[name], options) for name in TABLES)


def _table(path: Path, name: str, rows: Iterable[Row], options: WriteOptions) -> Path:
    names = [field.name for field in TABLES[name]]
    with placed(path) as part, part.open("w", encoding="utf-8-sig" if options.bom else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows(_lines(rows, names, as_text if options.raw_csv else guarded))
    return path


def _lines(rows: Iterable[Row], names: list[str], show: Callable[[Value], str]) -> Iterator[list[object]]:
    # Most cells are empty, plain words, whole numbers or dates, which every step would only hand on.
    return (
        [
            value if type(value) in _AS_IS or (type(value) is str and value.isascii() and value[:1].isalnum())
            else "" if value is None or value == "" else encodable(show(value))
            for value in map(row.__getitem__, names)
        ]
        for row in rows
    )  # fmt: skip


def guarded(value: Value) -> str:
    """A value as text, with an apostrophe before what a spreadsheet would run; numbers and dates stay as they are."""
    text = as_text(value)
    return f"'{text}" if text.startswith(_LIVE) and isinstance(value, str | tuple) else text
