"""The analysts' workbook, written with XlsxWriter so that the same rows give the same bytes."""

from __future__ import annotations

from pathlib import Path

from xlsxwriter.exceptions import FileCreateError

from export.model import Export, WriteOptions
from export.placing import placed
from export.writers.to_xlsx.added import Added
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cover import write_cover
from export.writers.to_xlsx.dictionary import write_dictionary
from export.writers.to_xlsx.layout import sheets
from export.writers.to_xlsx.tables import write_table

NAME = "action-plans.xlsx"


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write `action-plans.xlsx` and give its path; if another program holds it, a dated one beside it."""
    path = folder / NAME
    with placed(path) as part:
        _compose(export, part)
    return (path,)


def _compose(export: Export, part: Path) -> None:
    book = Book(part, export.about)
    cover = book.add("Cover")
    added = Added(book, export)
    write_cover(cover, book, export)
    for sheet in sheets():
        write_table(book, sheet, export.tables[sheet.name], added)
    write_dictionary(book)
    try:
        book.workbook.close()
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error
