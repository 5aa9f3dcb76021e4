"""The analysts' workbook, written with XlsxWriter so that the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError

from export.attention import Matter, matters
from export.model import Export, WriteOptions
from export.placing import placed_or_beside
from export.snapshot import PROPERTY, keep
from export.summary import counts, twins
from export.whereabouts import links_of
from export.writers.to_xlsx import attention_sheet, changes_sheet, dictionary, public, summary_sheet
from export.writers.to_xlsx.added import Added
from export.writers.to_xlsx.book import Book, opened
from export.writers.to_xlsx.cover import write_cover
from export.writers.to_xlsx.layout import sheets
from export.writers.to_xlsx.tables import write_table
from export.writers.to_xlsx.wording import Entry
from normalise.schema import MEANINGS

NAME = "action-plans.xlsx"


@dataclass(frozen=True, slots=True)
class Part:
    """One or more sheets: how the list of contents names them, and what writes them."""

    entries: tuple[Entry, ...]
    write: Callable[[], object]


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write `action-plans.xlsx` and give its path; if another program holds it, that of a dated one beside it.

    What the sheet Actions holds is kept beside the workbook, to tell later edits from changes of the source.
    """
    name = keep(export.tables["actions"], export.about, folder)
    path = folder / NAME
    with (
        placed_or_beside(path, spares(folder, export.about.as_of)) as placing,
        opened(placing.part, export.about, publication=options.publication) as book,
    ):
        book.workbook.set_custom_property(PROPERTY, name, "text")
        _compose(book, export)
    return (placing.path,)


def spares(folder: Path, as_of: date) -> tuple[Path, ...]:
    """Names for the workbook when another program holds the one before: dated, then numbered."""
    stem = f"{Path(NAME).stem} {as_of.isoformat()}"
    return tuple(folder / f"{stem}{again}.xlsx" for again in ("", " (2)", " (3)", " (4)", " (5)"))


def _compose(book: Book, export: Export) -> None:
    first = book.add("Cover")
    found = matters(export.tables["review"], export.tables["files"], export.tables["actions"])
    parts = [part for part in _parts(book, export, found) if part.entries[0].count != 0 or not book.publication]
    entries = [entry for part in parts for entry in part.entries]
    if book.publication:
        public.write_public_cover(first, book, export)
        public.write_contents(book, [Entry("Notes", "How to read this workbook."), *entries])
        public.write_notes(book)
    else:
        write_cover(first, book, export, found, entries)
    for sheets_of in parts:
        sheets_of.write()
    _close(book)


def _parts(book: Book, export: Export, found: Sequence[Matter]) -> Iterator[Part]:
    tables = export.tables
    told = "What to look at first, by kind, with examples."
    entry = Entry(attention_sheet.PAGE.title, told, len(found))
    yield Part((entry,), partial(attention_sheet.write_attention, book, found, links_of(export)))
    numbers = counts(tables["actions"], export.about.as_of, twins(tables["review"]))
    titles = tuple(Entry(*title) for title in summary_sheet.titles(book, numbers))
    yield Part(titles, partial(summary_sheet.write_summary, book, numbers))
    told = "What is new, gone or different since the run before in the same folder."
    entry = Entry(changes_sheet.PAGE.title, told, len(export.changes or ()))
    yield Part((entry,), partial(changes_sheet.write_changes, book, export))
    added = Added(book, export)
    for sheet in sheets():
        rows, meaning = tables[sheet.name], MEANINGS[sheet.name]
        entry = Entry(sheet.title, f"One row is: {meaning[0].lower()}{meaning[1:]}.", len(rows))
        yield Part((entry,), partial(write_table, book, sheet, rows, added))
    entry = Entry(dictionary.PAGE.title, "Every column: what it means, and the codes it may hold.")
    yield Part((entry,), partial(dictionary.write_dictionary, book))


def _close(book: Book) -> None:
    try:
        book.workbook.close()
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error
