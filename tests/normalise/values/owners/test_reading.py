"""Owner cells of every kind, all invented; cells.tsv holds them with their readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalise.values.owners import Names, read_owners

CELLS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cells.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
EMPTY = Names()


def parts(cell: str, names: Names = EMPTY) -> list[str]:
    """The owners of a cell, each as person|role|organisation."""
    return [f"{o.person}|{o.role}|{o.organisation}" for o in read_owners(cell, names)[0]]


def codes(cell: str) -> list[str]:
    """The codes of the notes on a cell."""
    return [note.code for note in read_owners(cell, EMPTY)[1]]


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=[cell for cell, _ in CELLS])
def test_a_cell_is_read_into_people_roles_and_bodies(cell: str, expected: str) -> None:
    assert parts(cell.replace("\\n", "\n")) == [part for part in expected.split(" + ") if part]


@pytest.mark.parametrize("cell", ["Jane St", "High St.", "John Smith St"])
def test_no_name_ends_in_saint(cell: str) -> None:
    assert not any(part.rstrip(".").endswith("St") for owner in parts(cell) for part in owner.split("|"))
    assert codes(cell) == ["owner-unclear"]


def test_the_words_an_owner_was_read_from_are_kept_with_single_spaces() -> None:
    owners, _ = read_owners("Jane  Smith\n(Head of Housing) / Parks Team", EMPTY)
    assert [o.text for o in owners] == ["Jane Smith (Head of Housing)", "Parks Team"]


def test_the_legend_gives_the_full_name_beside_the_words_as_written() -> None:
    names = Names(legend=(("ADC", "Anytown District Council"),), kinds=(("adc", "K"),))
    owner = read_owners("Jane Smith, ADC", names)[0][0]
    assert (owner.organisation, owner.name) == ("ADC", "Anytown District Council")


def test_an_owner_still_to_be_named_is_noted() -> None:
    assert codes("TBC") == ["owner-tbc"]
    assert codes("Jane Smith / TBC") == ["owner-tbc"]
    assert codes("Vacant") == ["owner-tbc"]


def test_words_that_name_nobody_are_noted() -> None:
    assert codes("Review the policy and consult residents") == ["owner-unclear"]
    assert codes("31 March 2010") == ["owner-unclear"]


def test_a_plain_owner_leaves_no_note() -> None:
    assert codes("Jane Smith, Head of Housing") == []
    assert codes("") == []


def test_initials_are_people_only_where_the_plan_shows_them_so() -> None:
    assert parts("JS/AB", Names(initials=frozenset({"JS", "AB"}))) == ["JS||", "AB||"]
    assert parts("JS/AB") == ["||JS", "||AB"]


def test_a_cell_longer_than_any_list_of_owners_is_left_unread() -> None:
    owners, notes = read_owners("Parks Manager, " * 2000, EMPTY)
    assert owners == ()
    assert [note.code for note in notes] == ["owner-unclear"]


def test_a_name_that_the_document_shows_to_be_a_person_begins_a_list() -> None:
    assert parts("Khan, Amir", Names(persons=frozenset({"khan"}))) == ["Khan||", "Amir||"]
