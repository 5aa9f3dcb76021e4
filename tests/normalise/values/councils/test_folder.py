"""A folder named after its council says whose plans lie in it, by exact names only."""

from __future__ import annotations

import pytest

from normalise.values.councils import CouncilFound, council_of_folder

LEEDS = "Leeds City Council"
NONE = CouncilFound()


@pytest.mark.parametrize(
    "folder", ["leeds", "Leeds", "Leeds City Council", "leeds-city-council", "leeds_city_council", "LEEDS CC"]
)
def test_a_folder_is_known_by_full_and_short_names(folder: str) -> None:
    found = council_of_folder(folder, NONE, None)
    assert (found.name, found.code, found.notes) == (LEEDS, "E08000035", ())


@pytest.mark.parametrize("folder", ["Leeds 2024", "misc", "Leeds and Bradford", "leed", "2024", "..", "—"])
def test_a_folder_that_is_no_councils_name_leaves_what_the_document_says(folder: str) -> None:
    found = council_of_folder(folder, CouncilFound("Kent County Council", "E10000016"), None)
    assert (found.name, [n.code for n in found.notes]) == ("Kent County Council", ["council-folder-unknown"])


def test_the_folder_goes_before_a_document_that_names_another_council_and_says_so() -> None:
    found = council_of_folder("leeds", CouncilFound("Kent County Council", "E10000016"), None)
    assert (found.name, [n.code for n in found.notes]) == (LEEDS, ["council-folder-differs"])
    assert "Kent County Council" in found.notes[0].message


def test_a_document_that_agrees_needs_no_word() -> None:
    assert council_of_folder("leeds", CouncilFound(LEEDS, "E08000035"), None).notes == ()


def test_a_name_that_two_councils_bore_is_that_of_the_plans_year() -> None:
    then, now = (council_of_folder("Dorset", NONE, year).code for year in (2012, 2024))
    assert "" not in (then, now) and then != now
