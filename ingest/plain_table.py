"""Tables whose cells are plain text and stand alone: rows of strings become a full rectangle of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.marks import split_mark
from ingest.model import Cell, Paragraph, Place, Table
from ingest.text import clean


def plain_table(rows: Sequence[Sequence[str]], place: Place, first_row: int = 1) -> Table:
    """A table of these rows, short ones filled with empty cells; a newline in a text begins a new paragraph.

    `first_row` is the number of the first row, where the format counts rows for the whole sheet.
    """
    width = max((len(row) for row in rows), default=0)
    table = place.table
    return Table(
        place,
        tuple(
            tuple(
                Cell(Place(place.page, place.sheet, table, number, column), paragraphs(row[column - 1]))
                if column <= len(row)
                else Cell(Place(place.page, place.sheet, table, number, column))
                for column in range(1, width + 1)
            )
            for number, row in enumerate(rows, first_row)
        ),
    )


def with_banners(rows: Sequence[Sequence[str]], place: Place) -> Table:
    """A table of these rows, in which a row of a single text stands across all columns."""
    table = plain_table(rows, place)
    if not any(len(row) == 1 for row in rows) or table.width == 1:
        return table
    return replace(
        table,
        rows=tuple(
            (replace(line[0], col_span=table.width),) * table.width if len(row) == 1 else line
            for row, line in zip(rows, table.rows, strict=True)
        ),
    )


@lru_cache(4_096)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, one a line, list marks apart; blank lines are none."""
    return tuple(marked(line) for line in _lines(clean(text)) if line)


def marked(text: str, place: Place | None = None) -> Paragraph:
    """One paragraph of a clean text, its list mark apart."""
    mark, words = split_mark(text)
    return Paragraph(words, mark, place=place)


def _lines(text: str) -> Iterable[str]:
    return text.split("\n") if "\n" in text else (text,)
