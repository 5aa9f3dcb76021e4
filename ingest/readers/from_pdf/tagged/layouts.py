"""Tables that only lay out a page: one column, in which headings, text and the true tables stand, beside empty ones."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from ingest.readers.from_pdf.tagged.objects import Objects, Values

Kind = Callable[[Values], str]

_ROWS, _PARTS, _DEEP = 50, 1_000, 4
"""How many rows, and parts of all of them on each of so many levels, are looked through for a table."""
_MOST = 500_000
"""How many parts of all tables are looked at: the same ones may stand in many."""


class Layouts:
    """What tells such tables; a table is taken for a true one once too much has been looked at."""

    def __init__(self, objects: Objects, kind: Kind) -> None:
        self._objects = objects
        self._kind = kind
        self._left = _MOST

    def lays_out(self, table: Values) -> bool:
        """Whether every row of a tagged table has one cell that is not empty, and tables stand in some."""
        cells: list[Values] = []
        for row in itertools.islice(self._rows(table), _ROWS):
            here = list(itertools.islice(filter(self._holds_any, self._elements(row)), 2))
            if len(here) > 1:
                return False
            cells += here
        return self._hold_table(cells)

    def _holds_any(self, cell: Values) -> bool:
        """Whether anything stands in a cell, but for an element that is empty itself."""
        kids = self._objects.fetched(cell.get("/K"))
        if not isinstance(kids, list) or len(kids) != 1:
            return bool(kids) or kids == 0
        only = self._objects.values(kids[0]) if isinstance(kids[0], str | dict) else {}
        return "/S" not in only or only.get("/K") not in (None, [])

    def _rows(self, table: Values) -> Iterator[Values]:
        """The rows of a table, in its groups or in itself."""
        for part in self._elements(table):
            yield from [part] if self._kind(part) == "TR" else self._elements(part)

    def _hold_table(self, elements: Sequence[Values]) -> bool:
        """Whether a table stands in some of the elements, or in what stands in them."""
        for _ in range(_DEEP):
            within = (part for element in elements for part in self._elements(element))
            elements = list(itertools.islice(within, _PARTS))
            if any(self._kind(part) == "Table" for part in elements):
                return True
        return False

    def _elements(self, element: Values) -> Iterator[Values]:
        """The elements that stand in one directly."""
        kids = self._objects.fetched(element.get("/K"))
        for kid in kids if isinstance(kids, list) else [kids]:
            self._left -= 1
            if self._left < 0:
                return
            whole = self._objects.values(kid)
            if "/S" in whole:
                yield whole
