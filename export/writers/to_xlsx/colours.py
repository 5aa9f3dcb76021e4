"""Colour beside the words: status, severity and outcome as fills that follow when a cell is changed, overdue in red."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from xlsxwriter.utility import xl_rowcol_to_cell

from export.writers.to_xlsx.book import Book, LongSheet
from export.writers.to_xlsx.layout import Sheet

Palette = dict[str, dict[str, tuple[str, str]]]


@cache
def palette() -> Palette:
    """Fill and ink for each code of each coded column, from `colours.toml`."""
    said = tomllib.loads(files(__package__).joinpath("colours.toml").read_text(encoding="utf-8"))
    return {column: {code: (pair[0], pair[1]) for code, pair in codes.items()} for column, codes in said.items()}


def colour(book: Book, page: LongSheet, sheet: Sheet, count: int) -> None:
    """Set the rules of a sheet with `count` rows of data."""
    names = [field.name for field in sheet.columns]
    for name, codes in palette().items():
        if name in names:
            for code, (fill, ink) in codes.items():
                said = {"type": "cell", "criteria": "==", "value": f'"{code}"'}
                _rule(
                    page,
                    (names.index(name), count),
                    said,
                    book.style(f"{fill}{ink}", {"bg_color": fill, "font_color": ink}),
                )
    if "days_overdue" in names:
        for name in ("due_date", "days_overdue"):
            first = xl_rowcol_to_cell(1, names.index("days_overdue"), col_abs=True)
            style = book.style("overdue", {"bold": True, "font_color": "#B3261E"})
            _rule(page, (names.index(name), count), {"type": "formula", "criteria": f'={first}<>""'}, style)
    page.conditional_format(1, 0, count, len(names) - 1, _line(book))


def _rule(page: LongSheet, column_and_count: tuple[int, int], said: Mapping[str, object], style: object) -> None:
    column, count = column_and_count
    page.conditional_format(1, column, count, column, {**said, "format": style})


def _line(book: Book) -> dict[str, object]:
    # A rule draws the line under each row, since a border on the column would run on below the table.
    return {
        "type": "formula",
        "criteria": "=TRUE",
        "format": book.style("line", {"bottom": 1, "bottom_color": "#D0D7DE"}),
    }
