"""Cells made in bulk are cells like any other."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from ingest.model import Cell, Paragraph, Place
from ingest.readers.from_docx.bulk import plain_cells, plain_paragraph, spread_cells, uncollected


def test_they_equal_those_made_one_by_one_and_hash_alike() -> None:
    words = plain_paragraph("Plant trees")
    made = plain_cells(2, 3, [(words,), ()])
    same = (
        Cell(Place(table=2, row=3, column=1), (Paragraph("Plant trees"),)), Cell(Place(table=2, row=3, column=2)),
    )  # fmt: skip
    assert made == same
    assert hash(made) == hash(same)
    assert repr(made) == repr(same)


def test_they_stand_where_their_extents_put_them() -> None:
    made = list(spread_cells(1, 1, [(), ()], [(0, 2), (2, 3)]))
    assert [(cell.place.column, cell.col_span) for cell in made] == [(1, 2), (3, 1)]


def test_they_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        plain_cells(1, 1, [()])[0].fill = "FF0000"  # type: ignore[misc]


def test_the_collector_is_left_as_it_was_found() -> None:
    import gc

    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()
    with pytest.raises(ValueError, match="x"), uncollected():
        raise ValueError("x")
    assert gc.isenabled()
