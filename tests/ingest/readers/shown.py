"""What a reader gave, in plain lists that a test can spell out."""

from __future__ import annotations

from ingest.model import Document, Paragraph, Table


def shown(document: Document) -> list[object]:
    """Paragraphs as strings with their marks, tables as lists of rows of strings, in order."""
    return [block.shown if isinstance(block, Paragraph) else texts(block) for block in document.blocks]


def texts(table: Table) -> list[list[str]]:
    """The texts of a table's cells, merged ones at every position."""
    return [[cell.text for cell in row] for row in table.rows]
