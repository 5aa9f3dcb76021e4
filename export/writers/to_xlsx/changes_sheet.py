"""The sheet that says what changed since the run before in the same folder."""

from __future__ import annotations

from collections.abc import Sequence

from export.whereabouts import in_words, link
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.colours import ruled
from export.writers.to_xlsx.grids import Entry, Link, write_grid
from export.writers.to_xlsx.pages import Page
from normalise.compare import Change

PAGE = Page(
    "What changed", "What_changed", "One row is: an action that is new or gone, or one thing that changed in one.",
    ("change", "what", "ref", "action", "column", "before", "now", "days", "council", "plan", "Source"),
    (11, 36, 9, 46, 14, 34, 34, 9, 24, 28, 44), 1,
)  # fmt: skip


def write_changes(book: Book, found: Sequence[Change], root: str) -> None:
    """Write the sheet: what is new and what has changed in the order of the actions, then what is gone."""
    sheet = write_grid(book, PAGE, [_line(change, root) for change in found])
    if found and not book.publication:
        sheet.conditional_format(1, 0, len(found), len(PAGE.names) - 1, ruled(book))


def _line(change: Change, root: str) -> list[Entry]:
    row = change.row
    # A file that is gone cannot be opened, so its rows lead nowhere.
    source = Link(in_words(row), "" if change.kind == "gone" else link(row, root))
    action = [change.kind, change.told, row["ref"], row["action"], change.column, change.was, change.now, change.days]
    return [*action, row["council"], row["plan"], source]
