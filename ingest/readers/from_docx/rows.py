"""Rows and cells of a table as the file gives them, before their columns are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.model import Embedded, Paragraph, Table, Yielded
from ingest.readers.from_docx.colours import shade_of
from ingest.readers.from_docx.content import Passage, contents
from ingest.readers.from_docx.controls import unwrapped
from ingest.readers.from_docx.grid import RowShape, Span
from ingest.readers.from_docx.look import Look, is_on
from ingest.readers.from_docx.names import DEL, INS, SHD, TC, TC_PR, TR_PR, VAL, W
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import Mention, shared_colour, shared_highlight

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    TableReader = Callable[[_Element, Story], list[Yielded]]

_CELLS = frozenset({TC})
_TC_W, _GRID_SPAN, _CELL_DEL, _CELL_MERGE = W + "tcW", W + "gridSpan", W + "cellDel", W + "cellMerge"
_CELL_CHANGES = frozenset({_CELL_DEL, W + "cellIns"})
_V_MERGE, _H_MERGE = W + "vMerge", W + "hMerge"
_BEFORE, _AFTER, _BEFORE_WIDTH = W + "gridBefore", W + "gridAfter", W + "wBefore"
_HEADER, _HIDDEN = W + "tblHeader", W + "hidden"


@dataclass(slots=True)
class DraftCell:
    """A cell before placing. `down` is "restart" or "continue" of a vertical merge, "" outside one.

    `unread` is the element of a cell that carries on a merge: what stands in it is hidden, as in Word.
    """

    columns: int = 1
    width: int | None = None
    down: str = ""
    fill: str = ""
    colour: str = ""
    highlight: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    mentions: tuple[Mention, ...] = ()
    inner: list[list[Yielded]] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    row_span: int = 1
    unread: _Element | None = None


@dataclass(slots=True)
class DraftRow:
    """A row before placing: its cells, grid columns left out around them, and whether it is a heading row."""

    cells: list[DraftCell]
    before: int = 0
    before_width: int | None = None
    after: int = 0
    header: bool = False

    @property
    def shape(self) -> RowShape:
        """What placing needs to know of the row."""
        spans = [Span(cell.columns, cell.width) for cell in self.cells]
        return RowShape(self.before, self.before_width, self.after, spans)


def is_shown(element: _Element, story: Story) -> bool:
    """Whether a row is shown: neither deleted nor hidden."""
    properties = element.find(TR_PR)
    if properties is None:
        return True
    if properties.find(DEL) is not None:
        story.log.changed = True
        return False
    return not is_on(properties.find(_HIDDEN))


def read_row(element: _Element, story: Story, read_table: TableReader) -> DraftRow:
    """A row with its cells."""
    row = DraftRow([])
    properties = element.find(TR_PR)
    if properties is not None:
        _apply(properties, row, story)
    for cell, prompt in unwrapped(element, _CELLS):
        _add(cell, row, story, read_table, prompt=prompt)
    return row


def _apply(properties: _Element, row: DraftRow, story: Story) -> None:
    """Take over a row's properties."""
    most = story.limits.columns
    for element in properties:
        tag = element.tag
        if tag == INS:
            story.log.changed = True
        elif tag == _BEFORE:
            row.before = _count(element, most)
        elif tag == _AFTER:
            row.after = _count(element, most)
        elif tag == _BEFORE_WIDTH:
            row.before_width = width_of(element)
        elif tag == _HEADER:
            row.header = is_on(element)


def _add(element: _Element, row: DraftRow, story: Story, read_table: TableReader, *, prompt: bool) -> None:
    """Read a cell onto its row; one that carries on a horizontal merge widens the cell before it."""
    cell = DraftCell()
    properties = element.find(TC_PR)
    across = "" if properties is None else _frame(properties, cell, story)
    if across == "deleted":
        return
    if across == "continue" and row.cells:
        before = row.cells[-1]
        before.columns += cell.columns
        before.width = before.width + cell.width if before.width and cell.width else None
        return
    row.cells.append(cell)
    if cell.down == "continue":
        cell.unread = element
    else:
        fill(element, cell, story, read_table, prompt=prompt)


def _frame(properties: _Element, cell: DraftCell, story: Story) -> str:
    """Take over what frames a cell; gives its part in a horizontal merge, or "deleted"."""
    across = ""
    for element in properties:
        tag = element.tag
        if tag == _TC_W:
            cell.width = width_of(element)
        elif tag == _GRID_SPAN:
            cell.columns = max(1, _count(element, story.limits.columns))
        elif tag == _V_MERGE:
            cell.down = element.get(VAL, "continue")
        elif tag == _CELL_MERGE:
            cell.down = {"cont": "continue", "rest": "restart"}.get(element.get(W + "vMerge", ""), cell.down)
            story.log.changed = True
        elif tag == _H_MERGE:
            across = element.get(VAL, "continue")
        elif tag == SHD:
            cell.fill = shade_of(element, story.styles.theme)
        elif tag in _CELL_CHANGES:
            story.log.changed = True
            across = "deleted" if tag == _CELL_DEL else across
    return across


def fill(
    element: _Element,
    cell: DraftCell,
    story: Story,
    read_table: TableReader,
    *,
    prompt: bool = False,
) -> None:
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
            cell.embedded.append(item)
        else:
            inner = read_table(item, story)
            cell.inner.append(inner)
            paragraphs += _words_of(inner)
    cell.paragraphs, cell.mentions = tuple(paragraphs), tuple(mentions)
    cell.colour, cell.highlight = shared_colour(looks), shared_highlight(looks)
    if not cell.fill and len(shades) == 1:
        cell.fill = shades.pop()


def _words_of(inner: list[Yielded]) -> Iterator[Paragraph]:
    """The paragraphs of an inner table in reading order, each merged cell once."""
    table = inner[0]
    if isinstance(table, Table):
        for number, row in enumerate(table.rows):
            for index, cell in enumerate(row):
                if cell.paragraphs and table.is_origin(number, index):
                    yield from cell.paragraphs


def width_of(element: _Element) -> int | None:
    """A width in twips, None where it is automatic, a percentage or nonsense."""
    value = element.get(W + "w", "").partition(".")[0]
    usable = element.get(W + "type", "dxa") == "dxa" and value.isdecimal() and len(value) < 7
    return int(value) or None if usable else None


def _count(element: _Element, most: int) -> int:
    value = element.get(VAL, "")
    return min(int(value), most) if value.isdecimal() and len(value) < 20 else 0
