"""A table seen as texts: each cell's text taken once, and the questions every reader of rows asks."""

from __future__ import annotations

from ingest.model import Cell, Place, Table


class TableView:
    """A table with its texts; rows and columns count from 0 here, as indices."""

    def __init__(self, table: Table) -> None:
        self.table = table
        kept: dict[Place, str] = {}
        self._own: dict[int, list[Cell]] = {}
        self.texts: list[list[str]] = []
        for row in table.rows:
            for cell in row:
                if cell.place not in kept:
                    kept[cell.place] = cell.text
            self.texts.append([kept[c.place] for c in row])

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.texts)

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.table.width

    def cell(self, row: int, column: int) -> Cell:
        """The cell that covers this position."""
        return self.table.rows[row][column]

    def starts_here(self, row: int, column: int) -> bool:
        """Whether the cell at this position begins in this row, rather than reaching down from the row above."""
        return row == 0 or self.table.rows[row - 1][column].place != self.table.rows[row][column].place

    def own(self, row: int) -> list[Cell]:
        """The distinct cells with text that begin in this row, left to right."""
        if row not in self._own:
            self._own[row] = self._find_own(row)
        return self._own[row]

    def _find_own(self, row: int) -> list[Cell]:
        found: dict[Place, Cell] = {}
        for column, text in enumerate(self.texts[row]):
            if text and self.starts_here(row, column):
                cell = self.table.rows[row][column]
                found.setdefault(cell.place, cell)
        return list(found.values())

    def distinct(self, row: int) -> int:
        """How many different cells the row has, empty ones included."""
        return len({c.place for c in self.table.rows[row]})

    def column_of(self, cell: Cell, row: int) -> int:
        """The first column (index) this cell covers in the row."""
        return next(i for i, c in enumerate(self.table.rows[row]) if c.place == cell.place)

    def number(self, row: int) -> int:
        """The row's number in the source, as places give it: from 1, the sheet's own, or a paragraph's in prose."""
        begun = [c.place for i, c in enumerate(self.table.rows[row]) if self.starts_here(row, i)]
        numbers = [n for p in begun if (n := p.row or p.paragraph)]
        return min(numbers) if numbers else row + 1
