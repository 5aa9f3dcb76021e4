"""A column of a table as its cells are written: few hold what no cell above held, and that is worked out once."""

from __future__ import annotations

from datetime import date
from math import isfinite

from export.words import words_of
from export.writers.to_xlsx.cells import LONGEST_PLAIN, PUT, Put, days_of, put_text
from export.writers.to_xlsx.heights import lines_of
from export.writers.to_xlsx.longsheet import LongSheet, is_plain
from normalise.rows import Value, as_text
from normalise.schema import Field

_MOST = 500
"""Values of a column that are remembered before all are forgotten."""

Made = tuple[str, int]
"""A cell from the number of its row on, "" where only `put` can write it; and the lines it takes."""


class Column:
    """A column of a sheet, `width` characters wide: how its cells begin, and what follows for the values `known`."""

    __slots__ = ("_number", "_page", "_text", "_type", "_width", "_words", "begin", "known", "name", "number", "put")

    def __init__(self, page: LongSheet, field: Field, number: int, width: float) -> None:
        self._type, self._words, self._width = field.type, words_of(field), width
        self.name, self.number = field.name, number
        self.put: Put = self._put_words if self._words else PUT[field.type]
        self._page = page
        self.begin = self._number = self._text = ""
        self.known: dict[Value, Made] = {}

    def take(self, value: Value) -> Made:
        """Work out how a value is written."""
        if not self.begin:  # not before there is a cell: styles are numbered in the order in which they are used
            self.begin, self._number, self._text = self._page.beginnings(self.number)
        shown = self._shown(value)
        if isinstance(shown, str):
            after = f"{self._text}{shown}</t></is></c>" if len(shown) <= LONGEST_PLAIN and is_plain(shown) else ""
        else:
            after = "" if shown is None else f"{self._number}{shown:.16G}</v></c>"
        is_long = isinstance(value, str) and (len(value) > self._width or "\n" in value)
        made = after, lines_of(str(value), self._width) if is_long else 1
        if len(self.known) >= _MOST:
            self.known.clear()
        self.known[value] = made
        return made

    def _shown(self, value: Value) -> str | float | None:
        """What stands in the cell, None where that takes a closer look."""
        if self._words:
            value = self._words.get(str(value), value)
        elif self._type in ("number", "integer"):
            return value if isinstance(value, int | float) and isfinite(value) else None
        elif self._type == "date":
            return days_of(value) if isinstance(value, date) else None
        elif isinstance(value, tuple):
            return as_text(value)
        return value if isinstance(value, str) else None

    def _put_words(self, page: LongSheet, row: int, column: int, value: Value) -> None:
        put_text(page, row, column, self._words.get(str(value), value))
