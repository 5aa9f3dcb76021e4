"""Values into cells, so that nothing a document says takes effect in the workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import isfinite

from xlsxwriter.format import Format

from export.writers.to_xlsx.longsheet import LongSheet, is_plain
from normalise.rows import Value, as_text

LONGEST = 32_767
"""Characters an Excel cell holds, counted in UTF-16 units."""

LONGEST_PLAIN = 8_000
"""Characters that a cell surely holds, in whatever unit they are counted."""

_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_RETURN = re.compile(r"\r\n?")
_EPOCH = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Excel's days before this one are wrong by one, for it believes in 29 February 1900."""

Put = Callable[[LongSheet, int, int, Value], None]


def put_text(sheet: LongSheet, row: int, column: int, value: Value, style: Format | None = None) -> None:
    """Write a value as plain text, never as a formula, link or number."""
    text = value if isinstance(value, str) else as_text(value)
    if len(text) > LONGEST_PLAIN or not is_plain(text):
        text = fitted(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a string for its own rich text and would write it unescaped.
        sheet.write_rich_string(row, column, text[:1], text[1:2], text[2:], *((style,) if style else ()))
    else:
        sheet.put((row, column), text, style)


def put_number(sheet: LongSheet, row: int, column: int, value: Value, style: Format | None = None) -> None:
    """Write a number as a number."""
    if isinstance(value, int | float) and isfinite(value):
        sheet.put((row, column), value, style)
    else:
        put_text(sheet, row, column, value, style)


def put_date(sheet: LongSheet, row: int, column: int, value: Value, style: Format | None = None) -> None:
    """Write a date as a real date; one older than Excel's calendar as ISO text."""
    days = days_of(value) if isinstance(value, date) else None
    if days is not None:
        sheet.put((row, column), days, style)
    else:
        put_text(sheet, row, column, value, style)


def days_of(day: date) -> int | None:
    """A day as Excel counts it, None for one older than its calendar."""
    return (day - _EPOCH).days if day >= _FIRST_DAY else None


def put_boolean(sheet: LongSheet, row: int, column: int, value: Value) -> None:
    """Write true or false as yes or no."""
    sheet.put((row, column), "yes" if value else "no")


PUT: dict[str, Put] = {
    "string": put_text,
    "array": put_text,
    "number": put_number,
    "integer": put_number,
    "date": put_date,
    "boolean": put_boolean,
}


def fitted(text: str) -> str:
    """The text as a cell can hold it: what XML has no room for shown as U+FFFD, and cut with a note if too long."""
    text = _RETURN.sub("\n", _UNWRITABLE.sub("\ufffd", text))
    if _units(text) <= LONGEST:
        return text
    note = f"\n[Cut here: {len(text):,} characters, more than a cell holds. The whole text is in the CSV file.]"
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(note))].decode("utf-16-le", errors="ignore")
    return kept + note


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
