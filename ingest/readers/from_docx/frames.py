"""What frames rows and cells: merges, columns left out, heading rows, shading, and whether they are shown at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.from_docx.colours import shade_of
from ingest.readers.from_docx.drafts import DraftCell, DraftRow
from ingest.readers.from_docx.look import is_on
from ingest.readers.from_docx.names import DEL, INS, SHD, TC_PR, TR_PR, VAL, W
from ingest.readers.from_docx.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDTH, _SPAN = W + "tcW", W + "gridSpan"
_DOWN, _ACROSS = W + "vMerge", W + "hMerge"
_DELETED, _INSERTED, _MERGED = W + "cellDel", W + "cellIns", W + "cellMerge"
_BEFORE, _AFTER, _BEFORE_WIDTH = W + "gridBefore", W + "gridAfter", W + "wBefore"
_HEADER, _HIDDEN = W + "tblHeader", W + "hidden"
_TRACKED = {"cont": "continue", "rest": "restart"}


def is_shown(element: _Element, story: Story) -> bool:
    """Whether a row is still there once tracked changes are accepted."""
    properties = element.find(TR_PR)
    if properties is None or properties.find(DEL) is None:
        return True
    story.log.changed = True
    return False


def framed_row(element: _Element, story: Story) -> DraftRow:
    """A row with what its properties say, still without cells."""
    row = DraftRow([])
    properties = element.find(TR_PR)
    for mark in () if properties is None else properties:
        tag = mark.tag
        if tag == INS:
            story.log.changed = True
        elif tag == _BEFORE:
            row.before = _count(mark, story.limits.columns)
        elif tag == _AFTER:
            row.after = _count(mark, story.limits.columns)
        elif tag == _BEFORE_WIDTH:
            row.before_measure = mark
        elif tag == _HEADER:
            row.header = is_on(mark)
        elif tag == _HIDDEN:
            row.hidden = is_on(mark)
    return row


def add_cell(element: _Element, row: DraftRow, story: Story) -> DraftCell | None:
    """Put a cell on its row, still empty; None for one that is deleted or only widens the cell before it."""
    cell = DraftCell()
    properties = element.find(TC_PR)
    across = "" if properties is None else _frame(properties, cell, story)
    if across == "deleted":
        return None
    if across == "continue" and row.cells:
        row.cells[-1].columns += cell.columns
        row.cells[-1].measures += cell.measures
        return None
    row.cells.append(cell)
    return cell


def _frame(properties: _Element, cell: DraftCell, story: Story) -> str:
    """Take over what frames a cell; gives its part in a horizontal merge, or "deleted"."""
    across = ""
    for mark in properties:
        tag = mark.tag
        if tag == _WIDTH:
            cell.measures = (mark,)
        elif tag == _SPAN:
            cell.columns = max(1, _count(mark, story.limits.columns))
        elif tag == _DOWN:
            cell.down = mark.get(VAL, "continue")
        elif tag == _ACROSS:
            across = mark.get(VAL, "continue")
        elif tag == SHD:
            cell.fill = shade_of(mark, story.styles.theme)
        elif tag in (_DELETED, _INSERTED, _MERGED):
            story.log.changed = True
            cell.down = _TRACKED.get(mark.get(W + "vMerge", ""), cell.down)
            across = "deleted" if tag == _DELETED else across
    return across


def _count(element: _Element, most: int) -> int:
    value = element.get(VAL, "")
    return min(int(value), most) if value.isdecimal() and len(value) < 20 else 0
