"""What cells are told to be."""

from __future__ import annotations

import pytest

from normalise.headings import kind_of
from normalise.headings.contents import kind
from normalise.headings.evidence import KINDS, fits


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("3.1", "references"),
        ("02/1920", "references"),
        ("A4", "references"),
        ("1,250", "numbers"),
        ("31/03/2024", "dates"),
        ("By end of September 2023", "dates"),
        ("Marketing 2012", "dated"),
        ("Draft by May 2023, final by July 2023", "dated"),
        ("Ongoing", "times"),
        ("TBC", "open"),
        ("£25k", "sums"),
        ("Within existing budgets", "money"),
        ("95% of calls answered", "figures"),
        ("Cllr Sarah Jennings", "names"),
        ("Tim Allen", "names"),
        ("Head of Planning", "roles"),
        ("Town and parish councils", "bodies"),
        ("Environment Agency", "bodies"),
        ("TRDC", "acronyms"),
        ("Amber", "status"),
        ("Action on hold", "status"),
        ("High", "levels"),
        ("Yes", "yes_no"),
        ("The group has met twice and agreed its terms of reference.", "sentences"),
        ("Write to all schools about walking buses", "deeds"),
        ("• 2. Review the parking contract", "deeds"),
        ("Clerk to write to the county council", "deeds"),
        ("To reduce the number of people sleeping rough", "aims"),
        ("Fewer households in fuel poverty", "outcomes"),
        ("Ten workshops delivered", "targets"),
        ("Lack of staff", "risks"),
        ("Minutes of meetings", "proofs"),
        ("Community Strategy", "documents"),
        ("Safe and well", "labels"),
        ("…", "labels"),
    ],
)
def test_a_cell_is_of_one_kind(cell: str, expected: str) -> None:
    assert kind(cell) == expected


def test_shares_are_of_the_cells_that_hold_something() -> None:
    assert kind_of(("Red", "", "Green", "March 2024", " ")) == {"status": 2 / 3, "dates": 1 / 3}


def test_bare_numbers_in_no_order_are_scores() -> None:
    assert [kind_of(("1", "2", "3")), kind_of(("3", "1", "2"))] == [{"references": 1.0}, {"scores": 1.0}]


@pytest.mark.parametrize(
    "cells",
    [
        ("4", "7", "9", "12", "3", "15"), ("A1", "A2", "A3", "A4", "2", "1"), ("1.1", "1.2", "1.10", "2", "10", "3"),
        ("1", "2", "3", "5", "4", "6"), ("1", "2", "3", "1", "2", "3", "4"),
    ],
)  # fmt: skip
def test_references_out_of_order_are_still_references(cells: tuple[str, ...]) -> None:
    assert kind_of(cells) == {"references": 1.0}


def test_only_bare_numbers_become_scores() -> None:
    assert kind_of(("3", "A1", "3", "2", "5")) == {"scores": 0.8, "references": 0.2}


def test_a_number_of_any_length_is_a_number() -> None:
    assert kind_of(("1.1", "9" * 5_000, "2.1")) == pytest.approx({"references": 2 / 3, "numbers": 1 / 3})


def test_a_blank_column_holds_nothing() -> None:
    assert kind_of(("", " ")) == {}


def test_a_long_column_is_judged_by_cells_spread_over_it() -> None:
    assert kind_of(("Red",) * 100 + ("March 2024",) * 100) == pytest.approx({"dates": 0.5, "status": 0.5}, abs=0.05)


def test_every_kind_of_cell_has_its_chances() -> None:
    assert max(fits({name: 1.0}, 3)["lead"] for name in KINDS) == fits({"roles": 1.0}, 3)["lead"]
