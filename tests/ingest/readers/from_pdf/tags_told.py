"""What the tags of a file say, as plain values: by the file's own bytes where these are plain, or by qpdf alone."""

from __future__ import annotations

from typing import Any
from unittest import mock

from ingest.readers.from_pdf.tagged import objects
from ingest.readers.from_pdf.tagged.plain_objects import PlainObjects
from ingest.readers.from_pdf.tagged.tags import TagBlock, TagCell
from ingest.readers.from_pdf.tagged.tree import marks

Told = list[tuple[Any, ...]]


def told(data: bytes) -> Told:
    """What the tags say, as ingather reads them."""
    return [(page, n, *_of_block(block)) for page, here in sorted(marks(data).items()) for n, block in here.items()]


def told_by_qpdf(data: bytes) -> Told:
    """What they say where every object is read by qpdf."""
    with mock.patch.object(objects, "PlainObjects", lambda _: PlainObjects(b"")):
        return told(data)


def _of_block(block: TagBlock) -> tuple[Any, ...]:
    instead = sorted((place, one.words, one.artefact, sorted(one.pages)) for place, one in block.instead.items())
    says = (block.level, block.explicit, block.listed, block.spread, block.note, block.drawn)
    return block.order, block.page, says, sorted(block.struck or ()), repr(instead), _of_cell(block.cell)


def _of_cell(cell: TagCell | None) -> tuple[Any, ...]:
    if cell is None:
        return ()
    table = cell.table
    place = (cell.row, cell.column, cell.row_span, cell.col_span)
    says = (cell.header, cell.sure, cell.nesting, cell.filled)
    return place, says, table.number, table.width, table.first_page, table.last_page, [len(row) for row in table.rows]
