"""Where paragraphs, cells and rows of an RTF file go: into the text, or into the table that is open at their level."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Note, Paragraph, Place, Table, Yielded
from ingest.readers.from_rtf.paragraph import Draft
from ingest.readers.from_rtf.rows import Edge, Rows


@dataclass(slots=True)
class Layout:
    """What the file says of the row that is open: its left edge in twips, its cells' edges, whether it is a header."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    pending: Edge = field(default_factory=Edge)
    header: bool = False


@dataclass(slots=True)
class _Open:
    """A table that is open, and its place."""

    place: Place
    rows: Rows = field(default_factory=Rows)


class Body:
    """Gathers blocks; `out` holds what is finished and not yet handed on."""

    def __init__(self, limits: Limits) -> None:
        self.out: list[Yielded] = []
        self.colours: list[str] = []
        self._limits = limits
        self._counts = Counts()
        self._open: list[_Open] = []
        self._spent = 0

    def paragraph(self, draft: Draft, level: int) -> None:
        """End a paragraph at this table level, 0 for the text; an empty one still ends deeper tables."""
        self._reach(level)
        made = draft.paragraph()
        if level and draft.deleted:
            self._open[-1].rows.open.deleted = True
        if made is None:
            return
        if not level:
            self.out.append(replace(made, place=self._counts.paragraph()))
            return
        content = self._open[-1].rows.open
        content.paragraphs.append(made)
        content.colours |= draft.colours
        content.highlights |= draft.highlights

    def cell(self, draft: Draft, level: int) -> None:
        """End a cell at this level, with the paragraph that stands last in it."""
        self.paragraph(draft, level)
        rows = self._open[-1].rows
        rows.end_cell()
        if len(rows.cells) > self._limits.columns:
            raise TooLarge(f"a row of it has more than {self._limits.columns} cells")

    def row(self, layout: Layout, level: int) -> None:
        """End a row at this level."""
        self._reach(level)
        self._open[-1].rows.end_row(layout.left, layout.edges, header=layout.header)

    def note(self, note: Note, level: int) -> None:
        """Keep a note, with the cell it stands in, if it does at this table level."""
        if level > len(self._open):
            self._reach(level)
        if self._open:
            self._open[0].rows.open.notes.append(note)
        else:
            self.out.append(note)

    def aside(self, paragraph: Paragraph, level: int) -> None:
        """Keep a paragraph that stands beside the text, as a footnote does; the cell that names it is told."""
        if level or self._open:
            message = f"Footnote {paragraph.mark} belongs to this cell: {paragraph.text}"
            self.note(Note("footnote", message, "", "info"), level)
        self.out.append(replace(paragraph, place=self._counts.paragraph()))

    def end(self) -> None:
        """Close all tables that are open."""
        self._reach(0)

    def _reach(self, level: int) -> None:
        """Open and close tables until this many stand inside one another."""
        if level > self._limits.nesting:
            raise TooLarge("its tables are nested too deeply")
        while len(self._open) > level:
            self._close(self._open.pop())
        while len(self._open) < level:
            self._open.append(_Open(self._counts.table()))

    def _close(self, last: _Open) -> None:
        self._spent += last.rows.positions
        if self._spent > self._limits.positions:
            raise TooLarge(f"its tables have more than {self._limits.positions:,} cells")
        table, inner, notes = last.rows.table(last.place, self.colours)
        if table is None:
            return
        if not self._open:
            self.out += [table, *inner, *notes]
            return
        content = self._open[-1].rows.open
        content.inner += [table, *inner]
        content.notes += notes
        content.paragraphs += _flat(table)


def _flat(table: Table) -> list[Paragraph]:
    """The paragraphs of an inner table, row by row, as they stand in the outer cell too."""
    rows = enumerate(table.rows)
    return [p for n, row in rows for at, cell in enumerate(row) if table.is_origin(n, at) for p in cell.paragraphs]
