"""Tables inside the cells of a table that holds no actions itself: a layout, or a title with the actions beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ingest.model import Cell, Place, Table
from ingest.text import squash
from normalise.structure.titles import like_title
from normalise.structure.view import TableView

_LONGEST = 120
"""Characters of a title beside a table."""


def by_outer(tables: Iterable[Table]) -> Mapping[int | None, Sequence[Table]]:
    """The nested tables of a document, in order, by the number of the table that they stand in."""
    found: dict[int | None, list[Table]] = {}
    for table in tables:
        if table.parent is not None:
            found.setdefault(table.parent.table, []).append(table)
    return found


def title_of(outer: TableView, inner: Table) -> tuple[str, Cell | None]:
    """The title of a nested table: the line above it in its own cell, else the one text beside it, with that cell."""
    row, cell = _home(outer, inner)
    if cell is None:
        return "", None
    first = next((squash(line) for line in cell.text.split("\n") if line.strip()), "")
    if _may_title(first) and not squash(_text(inner)).startswith(first):
        return first, None
    beside = [c for c in outer.own(row) if c.place != cell.place]
    if len(beside) == 1 and _may_title(beside[0].text):
        return squash(beside[0].text), beside[0]
    return "", None


def hold_nothing_else(outer: TableView, inners: Iterable[Table]) -> list[Cell]:
    """The cells that nested tables stand in whose words are all those of the tables."""
    words: defaultdict[Place | None, Counter[str]] = defaultdict(Counter)
    for table in inners:
        words[table.parent].update(_text(table).split())
    cells = (cell for row in range(outer.height) for cell in outer.own(row) if cell.place in words)
    return [cell for cell in cells if Counter(cell.text.split()) <= words[cell.place]]


def _home(outer: TableView, inner: Table) -> tuple[int, Cell | None]:
    cells = ((row, cell) for row in range(outer.height) for cell in outer.own(row) if cell.place == inner.parent)
    return next(cells, (0, None))


def _text(table: Table) -> str:
    cells = dict.fromkeys(cell for row in table.rows for cell in row)
    return "\n".join(cell.text for cell in cells)


def _may_title(text: str) -> bool:
    return len(text) <= _LONGEST and like_title(text)
