"""Colour beside the words: status, severity and outcome as fills that follow when a cell is changed, overdue in red."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from xlsxwriter.utility import xl_rowcol_to_cell

from export.words import worded
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.layout import Sheet
from export.writers.to_xlsx.longsheet import LongSheet

_LINE: dict[str, object] = {"bottom": 1, "bottom_color": "#D0D7DE"}
Palette = dict[str, dict[str, tuple[str, str]]]


@cache
def palette() -> Palette:
    """Fill and ink for each code of each coded column, from `colours.toml`."""
    said = tomllib.loads(files(__package__).joinpath("colours.toml").read_text(encoding="utf-8"))
    return {column: {code: (pair[0], pair[1]) for code, pair in codes.items()} for column, codes in said.items()}


def colour(book: Book, page: LongSheet, sheet: Sheet, span: tuple[int, int]) -> None:
    """Set the rules of a sheet whose data stand from the first row of `span` to its last."""
    first, last = span
    names = [field.name for field in sheet.columns]
    for name, codes in palette().items():
        if name in names:
            tint(book, page, codes, (first, names.index(name), last, names.index(name)))
    if "days_overdue" in names:
        days = xl_rowcol_to_cell(first, names.index("days_overdue"), col_abs=True)
        for name in ("due_date", "days_overdue"):
            at = (first, names.index(name), last, names.index(name))
            page.conditional_format(*at, _overdue(book, days))
            page.conditional_format(*at, ruled(book))
    page.conditional_format(first, 0, last, len(names) - 1, ruled(book))


def tint(book: Book, page: LongSheet, codes: dict[str, tuple[str, str]], at: tuple[int, int, int, int]) -> None:
    """Fill the cells of a range that hold the words of a code, and draw the line under each row there.

    Where ranges overlap, LibreOffice follows the rules of one alone and of these the first: each draws the line too.
    """
    for code, (fill, ink) in codes.items():
        style = book.style(f"{fill}{ink}", {"bg_color": fill, "font_color": ink, **_LINE})
        said = {"type": "cell", "criteria": "==", "value": f'"{worded(code)}"', "format": style}
        page.conditional_format(*at, said)
    page.conditional_format(*at, ruled(book))


def ruled(book: Book) -> dict[str, object]:
    """A rule that draws a line under each row: a border on the column would run on below the table."""
    return {
        "type": "formula",
        "criteria": "=TRUE",
        "format": book.style("line", _LINE),
    }


def _overdue(book: Book, days: str) -> dict[str, object]:
    style = book.style("overdue", {"bold": True, "font_color": "#B3261E", **_LINE})
    return {"type": "formula", "criteria": f'={days}<>""', "format": style}
