"""The sheet that says what to look at first: a line for each kind of problem, with links to three examples."""

from __future__ import annotations

from collections.abc import Sequence

from export.attention import EXAMPLES, Matter
from export.whereabouts import Links, in_words
from export.words import worded
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.colours import palette, ruled, tint
from export.writers.to_xlsx.grids import Entry, Link, write_grid
from export.writers.to_xlsx.pages import Page
from normalise.rows import Row

PAGE = Page(
    "Needs attention", "Needs_attention", "One row is: a kind of thing to look at, worst first.",
    ("severity", "what", "how many", "what to do", "examples", *(f"where {n}" for n in range(1, EXAMPLES + 1)), "code"),
    (12, 40, 11, 36, 64, 40, 40, 40, 20),
)  # fmt: skip


def write_attention(book: Book, found: Sequence[Matter], links: Links) -> None:
    """Write the sheet; `links` are the ways from the workbook to the inputs."""
    sheet = write_grid(book, PAGE, [_line(matter, links) for matter in found])
    if found and not book.publication:
        tint(book, sheet, palette()["severity"], (1, 0, len(found), 0))
        sheet.conditional_format(1, 0, len(found), len(PAGE.names) - 1, ruled(book))


def _line(matter: Matter, links: Links) -> list[Entry]:
    said = "\n".join(f"{n}. {_told(row)}" for n, row in enumerate(matter.examples, 1))
    where: list[Entry] = [Link(in_words(row), links.to(row)) for row in matter.examples]
    gaps: list[Entry] = [""] * (EXAMPLES - len(where))
    return [worded(matter.severity), matter.what, matter.count, matter.todo, said, *where, *gaps, matter.code]


def _told(row: Row) -> str:
    return str(row.get("message") or row.get("reason") or "")
