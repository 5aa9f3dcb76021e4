"""How much a file's tags tell of its tables: some programs, spreadsheets among them, tag every cell as a paragraph."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.tagged.tags import Marks

_ROWS = 2
"""Rows of a table that hold words in several columns, at least."""


class Tells(Enum):
    """The most that the tags of a file tell: of tables, of headings but no table, of paragraphs alone."""

    TABLES = "tables"
    HEADINGS = "headings"
    PARAGRAPHS = "paragraphs"


def told_by(marks: Marks) -> Tells:
    """The most that these tags tell; files with tables show one within a few pages."""
    headed = False
    for page in marks.values():
        for block in page.values():
            if block.cell is not None:
                return Tells.TABLES
            headed = headed or block.level > 0
    return Tells.HEADINGS if headed else Tells.PARAGRAPHS


def shows_table(found: Fragment, tells: Tells) -> bool:
    """Whether the page shows a table that the tags do not tell of: with rules, or without them where the tags know
    paragraphs alone.
    """
    if found.loose and tells is not Tells.PARAGRAPHS:
        return False
    held: defaultdict[int, set[int]] = defaultdict(set)
    for piece in found.pieces:
        if piece.lines:
            held[piece.row].add(piece.column)
    several = sum(len(columns) > 1 for columns in held.values())
    return several >= _ROWS and 2 * several >= len(held)
