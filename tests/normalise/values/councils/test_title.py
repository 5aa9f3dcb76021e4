"""Titles without the name of their council."""

from __future__ import annotations

import pytest

from normalise.values.councils import CouncilFound, strip_council

HARTLEPOOL = CouncilFound("Hartlepool Borough Council", "E06000001")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hartlepool Borough Council – Housing Action Plan", "Housing Action Plan"),
        ("Hartlepool Borough Council: Housing Action Plan", "Housing Action Plan"),
        ("Hartlepool Borough Council Housing Action Plan", "Housing Action Plan"),
        ("Hartlepool Borough Council's Housing Action Plan", "Housing Action Plan"),
        ("HARTLEPOOL BOROUGH COUNCIL\nHousing Action Plan", "Housing Action Plan"),
        ("Hartlepool – Housing Action Plan", "Housing Action Plan"),
        ("Hartlepool Housing Action Plan", "Hartlepool Housing Action Plan"),
        ("Hartlepool Borough Council", "Hartlepool Borough Council"),
        ("Housing Action Plan", "Housing Action Plan"),
        ("Devon County Council – Housing Action Plan", "Devon County Council – Housing Action Plan"),
    ],
)
def test_the_council_s_name_before_a_title_goes(title: str, expected: str) -> None:
    assert strip_council(title, HARTLEPOOL) == expected


def test_a_title_of_no_council_stays() -> None:
    assert strip_council("Housing – Action Plan", CouncilFound()) == "Housing – Action Plan"
