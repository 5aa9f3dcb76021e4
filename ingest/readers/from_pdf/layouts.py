"""Tables that only lay out a page: one column, in which headings, text and the true tables stand."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from ingest.readers.from_pdf.objects import Objects, Values

Kind = Callable[[Values], str]

_ROWS, _PARTS, _DEEP = 50, 200, 3
"""How many rows, and parts of each, are looked through for a table, and how deep."""


def lays_out(table: Values, objects: Objects, kind: Kind) -> bool:
    """Whether every row of a tagged table is one cell, and tables stand in some."""
    cells: list[Values] = []
    for row in itertools.islice(_rows(table, objects, kind), _ROWS):
        here = list(itertools.islice(_elements(row, objects), 2))
        if len(here) != 1:
            return False
        cells += here
    return any(_holds_table(cell, objects, kind, _DEEP) for cell in cells)


def _rows(table: Values, objects: Objects, kind: Kind) -> Iterator[Values]:
    """The rows of a table, in its groups or in itself."""
    for part in _elements(table, objects):
        yield from [part] if kind(part) == "TR" else _elements(part, objects)


def _holds_table(element: Values, objects: Objects, kind: Kind, deeper: int) -> bool:
    parts = itertools.islice(_elements(element, objects), _PARTS)
    return any(kind(part) == "Table" or (deeper and _holds_table(part, objects, kind, deeper - 1)) for part in parts)


def _elements(element: Values, objects: Objects) -> Iterator[Values]:
    """The elements that stand in one directly."""
    kids = objects.fetched(element.get("/K"))
    for kid in kids if isinstance(kids, list) else [kids]:
        whole = objects.values(kid)
        if "/S" in whole:
            yield whole
