"""Any cells with spans become a full rectangle in which each merged cell is one value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Cell, Paragraph, Place
from ingest.square import square

TABLE = Place(table=1)


def cell(row: int, column: int, deep: int = 1, wide: int = 1, text: str = "") -> Cell:
    return Cell(Place(table=1, row=row, column=column), (Paragraph(text or f"{row}.{column}"),), deep, wide)


def shown(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    return [" ".join(c.text or "-" for c in row) for row in rows]


def test_holes_become_empty_cells_that_know_their_place() -> None:
    rows = square([cell(1, 1), cell(2, 2)], TABLE)
    assert shown(rows) == ["1.1 -", "- 2.2"]
    assert rows[0][1].place == Place(table=1, row=1, column=2)


def test_a_merged_cell_is_the_same_value_at_every_position() -> None:
    rows = square([cell(1, 1, 2, 2), cell(1, 3), cell(2, 3)], TABLE)
    assert shown(rows) == ["1.1 1.1 1.3", "1.1 1.1 2.3"]
    assert rows[0][0] is rows[1][1]


def test_a_cell_that_would_cover_a_taken_position_is_cut_down() -> None:
    rows = square([cell(1, 2), cell(1, 1, 1, 3)], TABLE)
    assert shown(rows) == ["1.1 1.2"]
    assert rows[0][0].col_span == 1


def test_a_cell_whose_corner_is_taken_moves_right() -> None:
    rows = square([cell(1, 1, 2, 1), cell(2, 1, text="late")], TABLE)
    assert shown(rows) == ["1.1 -", "1.1 late"]
    assert rows[1][1].place.column == 2


def test_no_cells_make_no_rows() -> None:
    assert square([], TABLE) == ()


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 4), st.integers(1, 4)), max_size=12
    )
)  # fmt: skip
def test_any_cells_make_a_rectangle_and_none_is_lost(places: list[tuple[int, int, int, int]]) -> None:
    rows = square([cell(*where, text=f"c{i}") for i, where in enumerate(places)], TABLE)
    assert len({len(row) for row in rows}) <= 1
    assert {c.text for row in rows for c in row if c.text} == {f"c{i}" for i in range(len(places))}
    for r, row in enumerate(rows, 1):
        for c, found in enumerate(row, 1):
            top, left = found.place.row or 0, found.place.column or 0
            assert top <= r < top + found.row_span
            assert left <= c < left + found.col_span
