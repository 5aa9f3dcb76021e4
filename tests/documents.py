"""Documents in one line: `document("# Anytown Plan", table("Action | Lead", "Plant trees | Parks Manager"))`.

In a row, cells are parted by " | "; "^" continues the cell above, "<" the cell to the left. "\\n" breaks a paragraph.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Block, Cell, Document, Paragraph, Place, Table
from ingest.square import square


def table(*rows: str, number: int = 1, fills: dict[tuple[int, int], str] | None = None) -> Table:
    """A table from one string for each row; `fills` gives colours by (row, column), both from 1."""
    grid = [[part.strip() for part in f" {row} ".split("|")] for row in rows]
    cells = [
        Cell(
            Place(table=number, row=r, column=c),
            tuple(Paragraph(t.strip()) for t in text.split("\\n") if t.strip()),
            row_span=1 + _run(grid, r, c - 1, "^"),
            col_span=1 + _across(grid[r - 1], c),
            fill=(fills or {}).get((r, c), ""),
        )
        for r, row in enumerate(grid, 1)
        for c, text in enumerate(row, 1)
        if text not in ("^", "<")
    ]
    return Table(Place(table=number), square(cells, Place(table=number)))


def _run(grid: list[list[str]], below: int, column: int, mark: str) -> int:
    count = 0
    while below + count < len(grid) and column < len(grid[below + count]) and grid[below + count][column] == mark:
        count += 1
    return count


def _across(row: list[str], after: int) -> int:
    count = 0
    while after + count < len(row) and row[after + count] == "<":
        count += 1
    return count


def document(*blocks: str | Table) -> Document:
    """A document of lines and tables in order; a line that begins with "# " is a heading, "## " one of level 2."""
    made: list[Block] = []
    tables = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            made.append(_numbered(block, tables))
        else:
            hashes = len(block) - len(block.lstrip("#"))
            made.append(Paragraph(block.lstrip("# ") if hashes else block, level=hashes))
    return Document("txt", tuple(made))


def _numbered(made: Table, number: int) -> Table:
    kept = {c.place: replace(c, place=replace(c.place, table=number)) for row in made.rows for c in row}
    return Table(replace(made.place, table=number), tuple(tuple(kept[c.place] for c in row) for row in made.rows))
