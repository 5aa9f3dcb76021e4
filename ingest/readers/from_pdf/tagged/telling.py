"""How much a file's tags tell of its tables: some programs, spreadsheets among them, tag every cell as a paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from enum import Enum

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.tagged.tags import Marks, TagBlock

_ROWS = 2
"""Rows of a table that hold words in several columns, at least."""
_COLUMNS = 3
_OVER = 0.05
"""The part of the paragraphs that may stand in several rows of a table without rules."""


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


def shows_table(found: Fragment, tells: Tells, named: Mapping[int, TagBlock]) -> bool:
    """Whether the page shows a table that the tags do not tell of: with rules, or without them where the tags know
    paragraphs alone, or each of their paragraphs stands in one row.
    """
    held: defaultdict[int, set[int]] = defaultdict(set)
    for piece in found.pieces:
        if piece.lines:
            held[piece.row].add(piece.column)
    several = sum(len(columns) > 1 for columns in held.values())
    if several < _ROWS or 2 * several < len(held):
        return False
    return not found.loose or tells is Tells.PARAGRAPHS or (_is_large(held) and _stands_in_rows(found, named))


def _is_large(held: Mapping[int, Collection[int]]) -> bool:
    """Whether several rows have words in several columns, more than words set in two columns would."""
    return sum(len(columns) >= _COLUMNS for columns in held.values()) > _ROWS


def _stands_in_rows(found: Fragment, named: Mapping[int, TagBlock]) -> bool:
    """Whether nearly every paragraph of the tags stands in one row: those of text in columns go on over many lines."""
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for piece in found.pieces:
        for block in {named[run.mark].order for line in piece.lines for run in line.runs if run.mark in named}:
            rows[block].add(piece.row)
    return sum(len(on) > 1 for on in rows.values()) <= _OVER * len(rows)
