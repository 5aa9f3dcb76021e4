"""The sheet that says what changed since the run before in the same folder."""

from __future__ import annotations

from collections.abc import Mapping

from export.model import Export
from export.whereabouts import Links, in_words, links_of
from export.words import words_of
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.colours import ruled
from export.writers.to_xlsx.grids import Entry, Link, write_grid
from export.writers.to_xlsx.pages import Page
from normalise.compare import Change
from normalise.schema import ACTIONS, Field

PAGE = Page(
    "What changed", "What_changed", "One row is: an action that is new or gone, or one thing that changed in one.",
    ("change", "what", "ref", "action", "column", "before", "now", "days", "council", "plan", "Source"),
    (11, 36, 9, 46, 14, 34, 34, 9, 24, 28, 44), 1,
)  # fmt: skip
NOTHING = "No action is new, gone or changed: nothing differs from the last run into this folder, or this is the first."
_FIELDS: Mapping[str, Field] = {field.name: field for field in ACTIONS}


def write_changes(book: Book, export: Export) -> None:
    """Write the sheet: what is new and what has changed in the order of the actions, then what is gone.

    Where nothing has changed, or there was no run before, the same one line says so: a run again over the same
    plans writes the same bytes.
    """
    links = links_of(export)
    lines = [_line(change, links) for change in export.changes or ()] or [["Nothing", NOTHING]]
    sheet = write_grid(book, PAGE, lines)
    if not book.publication:
        sheet.conditional_format(1, 0, len(lines), len(PAGE.names) - 1, ruled(book))


def _line(change: Change, links: Links) -> list[Entry]:
    row = change.row
    was, now, told = _spoken(change)
    # A file that is gone cannot be opened, so its rows lead nowhere.
    source = Link(in_words(row), "" if change.kind == "gone" else links.to(row))
    action = [change.kind.capitalize(), told, row["ref"], row["action"], change.column, was, now, change.days]
    return [*action, row["council"], row["plan"], source]


def _spoken(change: Change) -> tuple[str, str, str]:
    """What stood there, what stands there now, and the sentence, with codes as words."""
    words = words_of(_FIELDS[change.column]) if change.column else {}
    told = change.told
    for code in (change.was, change.now):
        told = told.replace(f"“{code}”", f"“{words.get(code, code)}”")
    return words.get(change.was, change.was), words.get(change.now, change.now), told
