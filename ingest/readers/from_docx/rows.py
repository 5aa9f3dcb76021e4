"""Rows read cell by cell, where the quick pass found more than plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ingest.model import Embedded, Paragraph, Table, Yielded
from ingest.readers.from_docx.content import Passage, contents
from ingest.readers.from_docx.controls import unwrapped
from ingest.readers.from_docx.drafts import DraftCell, DraftRow, PlainCell
from ingest.readers.from_docx.frames import add_cell, framed_row
from ingest.readers.from_docx.look import Look
from ingest.readers.from_docx.names import TC
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import Mention, shared_colour, shared_highlight
from ingest.symbols import is_swatch

if TYPE_CHECKING:
    from lxml.etree import _Element

    Reader = Callable[[_Element, Story], list[Yielded]]

_CELLS = frozenset({TC})


def read_row(element: _Element, story: Story, plain: dict[_Element, PlainCell], read_table: Reader) -> DraftRow:
    """A row with its cells; those known as `plain` are not read again."""
    row = framed_row(element, story)
    for cell, prompt in unwrapped(element, _CELLS):
        draft = add_cell(cell, row, story)
        if draft is None:
            continue
        if draft.down == "continue":
            draft.unread = cell
        elif not prompt and cell in plain:
            draft.paragraphs = plain[cell]
        else:
            fill(cell, draft, story, read_table, prompt=prompt)
    return row


def fill(element: _Element, cell: DraftCell, story: Story, read_table: Reader, *, prompt: bool = False) -> None:
    """Read what stands in a cell; the text of an inner table stands in the cell too."""
    paragraphs: list[Paragraph] = []
    looks: set[Look] = set()
    mentions: list[Mention] = []
    shades: set[str] = set()
    for item in contents(element, story, prompt=prompt):
        if isinstance(item, Passage):
            if item.paragraph is not None:
                paragraphs.append(item.paragraph)
            looks |= item.looks
            mentions += item.mentions
            shades.add(item.shade)
        elif isinstance(item, Embedded):
            cell.embedded += (item,)
        else:
            inner = read_table(item, story)
            cell.inner += (inner,)
            paragraphs += _words_of(inner)
    cell.paragraphs, cell.mentions = tuple(paragraphs), tuple(mentions)
    cell.colour, cell.highlight = shared_colour(looks), shared_highlight(looks)
    if not cell.fill and len(shades) == 1:
        cell.fill = shades.pop()
    if cell.colour and all(is_swatch(paragraph.text) for paragraph in paragraphs):
        cell.paragraphs = ()


def _words_of(inner: list[Yielded]) -> Iterator[Paragraph]:
    """The paragraphs of an inner table in reading order, each merged cell once."""
    table = inner[0] if inner else None
    if isinstance(table, Table):
        for number, row in enumerate(table.rows):
            for index, cell in enumerate(row):
                if cell.paragraphs and table.is_origin(number, index):
                    yield from cell.paragraphs
