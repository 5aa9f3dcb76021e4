"""What holds of any owner cell."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.values.owners import Names, learn_names, read_owners

WORDS = st.sampled_from(
    [
        "Jane",
        "Smith",
        "Head",
        "of",
        "Housing",
        "Team",
        "TRDC",
        "and",
        "Manager",
        "Cllr",
        "J",
        "TBC",
        "O'Neil",
        "the",
        "Parks",
    ]
)
GAPS = st.sampled_from([" ", ", ", "/", "; ", " & ", "\n", " - ", " ("])
CELLS = st.lists(st.tuples(WORDS, GAPS), max_size=9).map(lambda pairs: "".join(w + g for w, g in pairs))


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read_owners(text, Names())


@given(st.lists(st.text(max_size=40), max_size=5), st.lists(st.text(max_size=80), max_size=3))
def test_no_document_makes_learning_fail(cells: list[str], prose: list[str]) -> None:
    learn_names(cells, prose)


@settings(max_examples=300)
@given(CELLS)
def test_every_word_of_an_owner_stands_in_its_cell(cell: str) -> None:
    for owner in read_owners(cell, Names())[0]:
        for part in (owner.person, owner.role, owner.organisation):
            assert squeezed(part) in squeezed(cell)


@settings(max_examples=300)
@given(CELLS)
def test_more_white_space_changes_nothing(cell: str) -> None:
    spaced = cell.replace(" ", "  ").replace("\n", " \n ")
    assert read_owners(spaced, Names())[0] == read_owners(cell, Names())[0]


@given(CELLS)
def test_an_owner_names_somebody_and_stands_once(cell: str) -> None:
    owners = read_owners(cell, Names())[0]
    assert all(o.person or o.role or o.organisation for o in owners)
    assert len({(o.person, o.role, o.organisation) for o in owners}) == len(owners)
