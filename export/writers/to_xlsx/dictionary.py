"""The data dictionary: every column of every sheet, what it means, and of coded ones the words and their codes."""

from __future__ import annotations

from export.words import words_of
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.grids import write_grid
from export.writers.to_xlsx.layout import sheets
from export.writers.to_xlsx.pages import Page
from normalise.schema import Field

PAGE = Page(
    "Data dictionary", "Data_dictionary", "One row is: a column of a sheet, and what it means.",
    ("sheet", "column", "meaning", "type", "codes"), (14, 20, 62, 12, 62),
)  # fmt: skip
_TYPES = {"array": "JSON list", "boolean": "yes or no", "string": "text"}


def write_dictionary(book: Book) -> None:
    """Write the sheet from the one field list."""
    write_grid(book, PAGE, [(sheet.title, *_described(field)) for sheet in sheets() for field in sheet.columns])


def _described(field: Field) -> tuple[str, str, str, str]:
    kind = "list" if field.listed else _TYPES.get(field.type, field.type)
    words = words_of(field)
    return field.name, field.meaning, kind, "; ".join(_told(code, words.get(code, code)) for code in field.codes)


def _told(code: str, words: str) -> str:
    return words if words.casefold() == code else f"{words} ({code})"
