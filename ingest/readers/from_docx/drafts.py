"""Rows and cells as read, before it is known which columns they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Embedded, Paragraph, Yielded
from ingest.readers.from_docx.names import TC, TC_PR, W
from ingest.readers.from_docx.words import Mention

if TYPE_CHECKING:
    from lxml.etree import _Element

PlainCell = tuple[Paragraph, ...]

_WIDTH = W + "tcW"
_MEASURE = re.compile(r"(\d{1,6}(?:\.\d{1,20})?)(%|pt|pc|pi|in|cm|mm)?")
_TWIPS = {"dxa": 1, "pt": 20, "pc": 240, "pi": 240, "in": 1_440, "cm": 1_440 / 2.54, "mm": 144 / 2.54}
_PARTS = {"%": 100, "pct": 5_000}


@dataclass(slots=True)
class DraftCell:
    """A cell: the grid columns it claims, its width marks, what frames it and what stands in it.

    `down` is "restart" or "continue" of a vertical merge, "" outside one. `unread` is the element of a cell that
    carries on a merge: what stands in it is hidden, as in Word.
    """

    columns: int = 1
    measures: tuple[_Element, ...] = ()
    down: str = ""
    fill: str = ""
    colour: str = ""
    highlight: str = ""
    paragraphs: PlainCell = ()
    mentions: tuple[Mention, ...] = ()
    inner: tuple[list[Yielded], ...] = ()
    embedded: tuple[Embedded, ...] = ()
    row_span: int = 1
    unread: _Element | None = None


@dataclass(slots=True)
class DraftRow:
    """A row: its cells, grid columns left out around them, whether it is a heading row, whether its end is hidden."""

    cells: list[DraftCell]
    before: int = 0
    before_measure: _Element | None = None
    after: int = 0
    header: bool = False
    hidden: bool = False

    @property
    def shows(self) -> bool:
        """Whether the row is seen: one whose end is hidden is not, if all its words are hidden too (17.4.22)."""
        return bool(self.cells) and not (self.hidden and not any(c.paragraphs or c.inner for c in self.cells))

    @property
    def counts(self) -> list[int]:
        """The grid columns each cell claims."""
        return [cell.columns for cell in self.cells]

    def before_width(self, whole: int) -> int | None:
        """The width left out before the row, None where it gives none."""
        return None if self.before_measure is None else width_of(self.before_measure, whole)

    def widths(self, whole: int) -> list[int | None]:
        """Each cell's width in twips, None where it gives none."""
        found = [[width_of(mark, whole) for mark in cell.measures] for cell in self.cells]
        return [sum(w or 0 for w in widths) if widths and all(widths) else None for widths in found]


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row of nothing but words, each cell in one grid column."""

    cells: list[PlainCell]
    element: _Element

    @property
    def shows(self) -> bool:
        """A plain row is always seen."""
        return True

    @property
    def before(self) -> int:
        """Nothing is left out before a plain row."""
        return 0

    def before_width(self, whole: int) -> None:
        """Nothing is left out before a plain row."""

    @property
    def after(self) -> int:
        """Nothing is left out after a plain row."""
        return 0

    @property
    def counts(self) -> list[int]:
        """One grid column for each cell."""
        return [1] * len(self.cells)

    def widths(self, whole: int) -> list[int | None]:
        """Each cell's width in twips, None where it gives none."""
        marks = [cell.find(f"{TC_PR}/{_WIDTH}") for cell in self.element.iter(TC)]
        if len(marks) != len(self.cells):  # cells within cells, as only a broken file has them
            return [None] * len(self.cells)
        return [None if mark is None else width_of(mark, whole) for mark in marks]


Row = PlainRow | DraftRow


def width_of(element: _Element, whole: int = 0) -> int | None:
    """A width in twips, None where it is automatic or nonsense, or a part of a `whole` that is not known.

    A part is written in fiftieths of a per cent, or with the per cent sign; strict files write lengths with their unit
    (ECMA-376 17.18.90, 22.9.2.14, 22.9.2.15).
    """
    found = _MEASURE.fullmatch(element.get(W + "w", ""))
    kind = element.get(W + "type", "dxa")
    if found is None or kind not in ("dxa", "pct"):
        return None
    unit = found.group(2) or kind
    scale = whole / _PARTS[unit] if unit in _PARTS else _TWIPS[unit]
    return int(float(found.group(1)) * scale) or None
