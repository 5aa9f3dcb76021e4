"""Which council owns a plan: documents in a line or two, all invented; council names and codes are the register's."""

from __future__ import annotations

import pytest

from normalise.values.councils import CouncilFound, CouncilTexts, find_council
from normalise.values.councils.register import Council, load_register

COUNCILS = [c for c in load_register() if c.kind != "combined"]


def found(title: str = "", year: int | None = 2015, **texts: object) -> CouncilFound:
    """The council of a document of which only these texts are known."""
    given = {"headings": (), "file": "plan.docx", "folder": "", "prose": (), "cells": ()} | texts
    return find_council(CouncilTexts(title=title, year=year, **given))  # type: ignore[arg-type]


def year_of(council: Council) -> int:
    """A year in which the council stood."""
    return council.end.year - 1 if council.end else 2025


@pytest.mark.parametrize("council", COUNCILS, ids=[f"{c.name} {c.code}" for c in COUNCILS])
def test_an_official_name_in_the_title_finds_its_code(council: Council) -> None:
    for title in (f"{council.name} – Climate Action Plan", f"Child Poverty Strategy, {council.name}"):
        assert (found(title, year_of(council)).name, found(title, year_of(council)).code) == (
            council.name,
            council.code,
        )


@pytest.mark.parametrize("council", COUNCILS, ids=[f"{c.name} {c.code}" for c in COUNCILS])
def test_a_short_name_with_council_finds_an_authority_of_that_place(council: Council) -> None:
    result = found(f"{council.short} Council: Corporate Plan", year_of(council))
    assert result.name == "" or council.short in (*(c.short for c in COUNCILS if c.name == result.name), council.short)
    assert result.name or len([c for c in COUNCILS if c.short == council.short]) > 1


@pytest.mark.parametrize(
    ("title", "year", "code"),
    [
        ("Hartlepool BC Housing Plan", 2010, "E06000001"),
        ("Barnsley MBC – Digital Strategy", 2012, "E08000016"),
        ("London Borough of Barnet Plan", 2018, "E09000003"),
        ("LB Barnet Plan", 2018, "E09000003"),
        ("Three Rivers DC Action Plan", 2009, "E07000102"),
        ("St Helens Council Plan", 2012, "E08000013"),
        ("St. Helens Council Plan", 2012, "E08000013"),
        ("Stoke on Trent City Council Plan", 2012, "E06000021"),
        ("King's Lynn and West Norfolk Borough Council Plan", 2012, "E07000146"),
        ("Cyngor Gwynedd – Cynllun Gweithredu", 2020, "W06000002"),
        ("Cyngor Sir Ynys Môn: Cynllun Newid Hinsawdd", 2020, "W06000001"),
        ("Cyngor Caerdydd Cynllun Corfforaethol", 2020, "W06000015"),
        ("Shepway District Council Plan", 2012, "E07000112"),
        ("Western Isles Council Plan", 2012, "S12000013"),
        ("Westminster City Council Plan", 2012, "E09000033"),
        ("Newcastle City Council Plan", 2012, "E08000021"),
        ("Newcastle-under-Lyme Borough Council Plan", 2012, "E07000195"),
        ("Bath and North East Somerset Council Plan", 2012, "E06000022"),
        ("Hammersmith and Fulham Council Plan", 2012, "E09000013"),
        ("THREE RIVERS DISTRICT COUNCIL ACTION PLAN", 2009, "E07000102"),
    ],
)  # fmt: skip
def test_other_names_of_a_council_find_it(title: str, year: int, code: str) -> None:
    assert found(title, year).code == code


@pytest.mark.parametrize(
    ("title", "year", "code"),
    [
        ("Durham County Council Plan", 2008, "E10000010"),
        ("Durham County Council Plan", 2012, "E06000047"),
        ("Easington District Council Plan", 2008, "E07000057"),
        ("Bedford Borough Council Plan", 2008, "E07000002"),
        ("Bedford Borough Council Plan", 2011, "E06000055"),
        ("Cornwall County Council Plan", 2007, "E10000005"),
        ("Cornwall Council Plan", 2012, "E06000052"),
        ("Taunton Deane Borough Council Plan", 2012, "E07000190"),
        ("Derry City Council Plan", 2012, ""),
        ("North Yorkshire County Council Plan", 2012, "E10000023"),
        ("North Yorkshire Council Plan", 2024, "E06000065"),
    ],
)  # fmt: skip
def test_a_plan_belongs_to_the_council_of_its_day(title: str, year: int, code: str) -> None:
    result = found(title, year)
    assert result.code == code
    assert result.name


def test_a_council_that_ended_has_its_successor() -> None:
    assert found("Easington District Council Plan", 2008).successor == "Durham County Council"
    assert found("Taunton Deane Borough Council Plan", 2012).successor == "Somerset West and Taunton Council"


def test_a_plan_later_than_its_council_is_noted() -> None:
    assert [n.code for n in found("Easington District Council Plan", 2015).notes] == ["council-ended"]


@pytest.mark.parametrize(
    "title",
    [
        "Oakfield Primary School – Accessibility Plan",
        "Oakfield Primary School Accessibility Plan (Devon County Council)",
        "NHS Devon Winter Plan",
        "Devon and Cornwall Police Delivery Plan",
        "Greater Manchester Combined Authority – Plan",
        "University of Reading Athena SWAN Action Plan",
        "Chichester City Council Action Plan",
        "Hart Parish Council Action Plan",
        "Wells Town Council Plan",
        "Kent Fire and Rescue Service Improvement Plan",
        "Lincoln Diocese Environment Action Plan",
        "Department for Education Action Plan",
        "Dartmoor National Park Authority Plan",
        "Reading Recovery Action Plan",
        "Reading Action Plan",
        "Rugby Development Plan for Schools",
        "Bath Road Improvement Scheme",
        "Cumbria Wildlife Trust Action Plan",
        "Leeds Teaching Hospitals NHS Trust Plan",
    ],
)
def test_what_another_body_owns_belongs_to_no_council(title: str) -> None:
    assert found(title).name == ""


def test_a_school_that_names_its_county_again_and_again_is_no_council() -> None:
    prose = (
        "Oakfield Primary School",
        "Our school works with Devon County Council.",
        "The school follows the policy of Devon County Council.",
    )
    assert found("SEND Action Plan 2023", prose=prose).name == ""


def test_partners_all_through_the_cells_do_not_own_the_plan() -> None:
    cells = (
        "Hertfordshire County Council",
        "Hertfordshire County Council, NHS",
        "Police and Hertfordshire County Council",
    )
    assert found("Local Action Plan", cells=cells).name == ""


def test_members_of_a_panel_do_not_make_their_councils_its_owner() -> None:
    prose = ("Jo Lee, Chief Executive, Hampshire County Council", "Sam Poole, Head of IT, Kent County Council")
    assert found("National Advisory Panel: Actions", prose=prose).name == ""


def test_a_line_of_its_own_names_the_owner() -> None:
    assert found("Child Poverty Action Plan", prose=("Hartlepool Borough Council", "Draft")).code == "E06000001"
    assert found("Action Plan", headings=("Prepared by Hartlepool Borough Council",)).code == "E06000001"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Rochdale Borough Council", "E08000005"),
        ("Borough of Rochdale", "E08000005"),
        ("Wigan Borough Council", "E08000010"),
        ("Trafford BC", "E08000009"),
        ("North Tyneside Borough Council", "E08000022"),
        ("Caerphilly Borough Council", "W06000018"),
    ],
)
def test_a_borough_by_a_longer_name_goes_by_the_short_one(line: str, code: str) -> None:
    assert found("Housing Action Plan", prose=(line,)).code == code


def test_a_city_is_no_borough_and_shares_no_name_with_one() -> None:
    assert found("Newcastle Borough Council Plan").code != "E08000021"


@pytest.mark.parametrize(("short", "code"), [("Southend-on-Sea", "E06000033"), ("Colchester", "E07000071")])
def test_a_city_council_since_2022_goes_by_its_new_name(short: str, code: str) -> None:
    for kind in ("City Council", "Borough Council", "BC"):
        result = found(f"{short} {kind} Plan", 2025)
        assert (result.name, result.code) == (f"{short} City Council", code)


@pytest.mark.parametrize("mark", [" · ", " | ", ", ", " – ", " - "])
def test_a_line_near_the_title_names_the_council_before_its_service(mark: str) -> None:
    assert found("Tree Plan", prose=(f"Hartlepool Borough Council{mark}Parks and Open Spaces",)).code == "E06000001"
    assert (
        found("Tree Plan", prose=(f"Hartlepool Borough Council{mark}Audit Committee 3 May 2025",)).code == "E06000001"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Hartlepool Borough Council, Cleveland Police",
        "Hartlepool Borough Council, Darlington Borough Council",
        "Hartlepool Borough Council – the council agreed to lead on this.",
        "Hartlepool Borough Council, with its partners",
    ],
)
def test_a_line_of_partners_or_prose_names_no_owner(line: str) -> None:
    assert found("Tree Plan", prose=(line,)).name == ""


def test_a_line_of_council_and_service_far_from_the_title_names_no_owner() -> None:
    far = ("Hartlepool Borough Council · Parks",)
    assert found("Tree Plan", prose=(*(f"Line {n} of the plan" for n in range(9)), *far)).name == ""


def test_a_council_s_plan_may_speak_of_schools_trusts_and_police() -> None:
    assert found("Hartlepool Borough Council Primary School Places Plan").code == "E06000001"
    assert found("Hartlepool Borough Council – Children's Trust Plan with Cleveland Police").code == "E06000001"
    prose = ("Hartlepool Borough Council", "Oakfield Primary School opens in May")
    assert found("School Travel Action Plan", prose=prose).code == "E06000001"


def test_folder_and_file_name_the_owner() -> None:
    assert found("Action Plan", folder="councils/Hartlepool Borough Council/2009").code == "E06000001"
    assert found("Action Plan", file="hartlepool-borough-council-action-plan.pdf").code == "E06000001"
    assert found("Action Plan", folder="plans/Three Rivers").code == "E07000102"


def test_a_place_named_in_the_prose_with_the_council_s_initials_all_through_is_enough() -> None:
    texts = {"prose": ("To plant more trees in Three Rivers.",), "cells": ("TRDC", "Jane Smith, TRDC", "NHS, TRDC")}
    result = found("Poverty Action Group Action Plan", 2009, **texts)
    assert (result.code, [n.code for n in result.notes]) == ("E07000102", ["council-inferred"])


def test_prose_that_names_one_council_again_and_again_names_the_owner() -> None:
    prose = ("Hartlepool Borough Council will lead.", "The aim of Hartlepool Borough Council is to help families.")
    assert found("Child Poverty Plan", prose=prose).code == "E06000001"


def test_two_councils_of_one_plan_leave_the_owner_open() -> None:
    result = found("Babergh District Council and Mid Suffolk District Council Joint Plan")
    assert (result.name, [n.code for n in result.notes]) == ("", ["council-unclear"])


def test_a_name_spelt_nearly_right_is_only_suggested() -> None:
    result = found("Hartlepol Borough Council Housing Plan")
    assert (result.name, [n.code for n in result.notes]) == ("", ["council-unclear"])
    assert "Hartlepool Borough Council" in result.notes[0].message


def test_a_document_of_no_council_has_none_and_no_note() -> None:
    assert found("Action Plan") == CouncilFound()
