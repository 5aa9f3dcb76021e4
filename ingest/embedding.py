"""Documents inside documents: the inner blocks take their place in the outer order, tables numbered throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ingest.model import Cell, Embedded, Facts, Margin, Paragraph, Place, Table, Yielded


def renumbered(items: Iterable[Yielded], inside: Callable[[Embedded], Iterable[Yielded]]) -> Iterator[Yielded]:
    """What a reader yields, each embedded document replaced by its own blocks and notes.

    Table numbers run on through the inner documents; the inner properties and margins are left out.
    """
    highest = added = 0
    for item in items:
        if isinstance(item, Embedded):
            inner_highest = 0
            for inner in inside(item):
                if isinstance(inner, Facts | Margin):
                    continue
                inner_highest = max(inner_highest, _number(inner))
                yield _shifted(inner, highest + added)
            added += inner_highest
            continue
        highest = max(highest, _number(item))
        yield _shifted(item, added) if added else item


def _number(item: Yielded) -> int:
    return item.place.table or 0 if isinstance(item, Table) else 0


def _shifted(item: Yielded, by: int) -> Yielded:
    if isinstance(item, Table):
        moved: dict[int, Cell] = {}
        rows = tuple(tuple(_moved(cell, by, moved) for cell in row) for row in item.rows)
        return replace(item, place=_place(item.place, by), rows=rows, parent=item.parent and _place(item.parent, by))
    if isinstance(item, Paragraph) and item.place is not None:
        return replace(item, place=_place(item.place, by))
    return item


def _moved(cell: Cell, by: int, moved: dict[int, Cell]) -> Cell:
    """A cell moved once, so that a merged cell stays one value."""
    if id(cell) not in moved:
        moved[id(cell)] = replace(cell, place=_place(cell.place, by))
    return moved[id(cell)]


def _place(place: Place, by: int) -> Place:
    return place if place.table is None else replace(place, table=place.table + by)
