"""Partner cells of every kind, all invented; partner_cells.tsv holds them with the partners they list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.values.partners import read_partners

CELLS = [
    line.split("\t")
    for line in (Path(__file__).parent / "partner_cells.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=[cell for cell, _ in CELLS])
def test_a_cell_lists_its_partners(cell: str, expected: str) -> None:
    assert list(read_partners(cell.replace("\\n", "\n"))) == [part for part in expected.split(" + ") if part]


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read_partners(text)


@given(st.lists(st.sampled_from(["NHS", "Police", "Anytown Council", "Age UK"]), max_size=5))
def test_partners_parted_by_any_sign_are_the_same(names: list[str]) -> None:
    once = tuple(dict.fromkeys(names))
    assert read_partners(", ".join(names)) == read_partners("\n".join(names)) == read_partners("; ".join(names)) == once


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("CAB ASCEND", ("CAB", "ASCEND")),
        ("TRDC Voluntary Sector", ("TRDC", "Voluntary Sector")),
        ("TRDC Housing Team", ("TRDC Housing Team",)),
        ("NHS ICB", ("NHS ICB",)),
        ("Voluntary Sector", ("Voluntary Sector",)),
        ("Police, CAB ASCEND", ("Police", "CAB ASCEND")),
    ],
)
def test_names_run_together_are_parted_where_other_cells_name_each_alone(cell: str, expected: tuple[str, ...]) -> None:
    assert read_partners(cell, known=frozenset({"trdc", "cab", "nhs", "voluntary sector"})) == expected


def test_a_name_after_a_councils_whole_name_is_another_partner() -> None:
    assert read_partners("Bridgend County Borough Council Rhondda Cynon Taf") == (
        "Bridgend County Borough Council",
        "Rhondda Cynon Taf",
    )
    assert read_partners("Kent County Council Trading Standards") == ("Kent County Council Trading Standards",)
