"""The data dictionary: every column of every sheet, what it means and which codes it may hold."""

from __future__ import annotations

from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import put_text
from export.writers.to_xlsx.heights import height_of, lines_of
from export.writers.to_xlsx.layout import sheets
from normalise.schema import Field

_COLUMNS = {"sheet": 14, "column": 20, "meaning": 62, "type": 12, "codes": 62}
_TYPES = {"array": "JSON list", "boolean": "yes or no"}


def write_dictionary(book: Book) -> None:
    """Write the sheet from the one field list."""
    page = book.add("Data dictionary")
    rows = [(sheet.title, *_described(field)) for sheet in sheets() for field in sheet.columns]
    for column, width in enumerate(_COLUMNS.values()):
        page.set_column(column, column, width, book.styles["text"])
    header = [{"header": name, "header_format": book.styles["header"]} for name in _COLUMNS]
    marking = {"name": "Data_dictionary", "style": "Table Style Light 1", "columns": header}
    page.mark_table(len(rows), len(_COLUMNS) - 1, marking)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for number, row in enumerate(rows, 1):
        page.set_row(number, height_of(max(lines_of(row[2], 62), lines_of(row[4], 62))))
        for column, text in enumerate(row):
            if text:
                put_text(page, number, column, text)


def _described(field: Field) -> tuple[str, str, str, str]:
    kind = "list" if field.listed else _TYPES.get(field.type, field.type)
    return field.name, field.meaning, kind, ", ".join(field.codes)
