"""Which tables hold actions and which rows are headers."""

from __future__ import annotations

import pytest

from normalise.headings import decide, header_score, is_heading_like, table_score
from tests.normalise.headings.columns import columns

ACTIONS = [
    ["Action :: Plant trees; Ask for quotes", "Lead :: JS; Clerk"],
    ["Task :: Plant trees; Ask for quotes", "Status :: Red; Done"],
    ["Item :: 1; 2", ":: Write to the council; Publish the minutes", "By whom :: Clerk", "By when :: asap; 15/10/2019"],
    ["Intervention", "Outcomes", "Partners", "Lead Officer", "Additional Resources required", "Target date"],
    ["Issue :: Getting around", "Action :: Agree a panel", "Latest position :: Interviews held; start date agreed."],
]
OTHERS = [
    (["Version :: 0.1", "Date :: 1/2/2010", "Author :: J Smith", "Changes :: First draft"], "a version history"),
    (["Name :: Joe Bloggs", "Organisation :: TRDC", "Present :: Yes"], "a list of who attended"),
    (["Colour :: Red; Amber", "Meaning :: Off track; Some slippage"], "a key to colours"),
    ([":: Red; Amber", ":: Off track and needs help; Some slippage so far"], "a key to colours"),
    (["Name :: Jo Bloggs", "Telephone :: 01234 567890", "Email :: jo@example.org"], "a list of contacts"),
    (["Section :: Introduction", "Page :: 3"], "a table of contents"),
    (["Name :: J Smith", "Signature ::", "Date :: 1/2/2012"], "a sign-off"),
    (["Indicator :: NI 195", "Baseline :: 8%", "Target 2012/13 :: 7%", "Actual :: 6%"], "figures of indicators"),
    (
        ["Item :: 1", "Discussion :: The chair welcomed all.", "Action :: Clerk to write", "Minute :: 4"],
        "the discussion of a meeting",
    ),
    (["Abbreviation :: TRDC", "Meaning :: Three Rivers District Council"], "a list of abbreviations"),
]


@pytest.mark.parametrize("lines", ACTIONS)
def test_actions_with_an_owner_a_date_or_a_status_are_an_action_table(lines: list[str]) -> None:
    table = columns(*lines)
    score, why = table_score(decide(table), table)
    assert score > 0.5
    assert why.startswith("it has actions, with ")


@pytest.mark.parametrize(("lines", "reason"), OTHERS)
def test_other_tables_are_named_for_what_they_are(lines: list[str], reason: str) -> None:
    table = columns(*lines)
    score, why = table_score(decide(table), table)
    assert (score < 0.3, why) == (True, f"it looks like {reason}")


def test_actions_with_nothing_beside_them_are_no_action_table() -> None:
    table = columns("Action :: Plant trees", "Zebra :: stripes")
    assert table_score(decide(table), table)[1] == "it has actions, but no owner, date, status or outcome"


def test_aims_with_owners_are_a_plan_of_a_kind() -> None:
    table = columns("Equality outcome :: People feel safer", "Lead organisation :: Police")
    assert table_score(decide(table), table) == (0.55, "no column holds actions; it has lead, outcome")


@pytest.mark.parametrize(
    "row",
    [
        ["Action", "Responsibility", "Milestones/Timescales"],
        ["ITEM", "", "BY WHOM", "BY WHEN"],
        ["Action", "Q1 2012/13", "Q2 2012/13", "Lead"],
        ["5.Tasks/ Actions", "Refe/rence", "RAG"],
        ["Budget", "Officer", "Completed", "Action"],
    ],
)
def test_header_rows_score_high(row: list[str]) -> None:
    assert header_score(row) > 0.55


@pytest.mark.parametrize(
    "row",
    [
        ["", ""],
        ["Theme 1: Housing", "Theme 1: Housing", "Theme 1: Housing"],
        ["1", "Plant trees on verges", "Parks Manager", "March 2012", "Complete"],
        ["2", "Review the contract", "Lead Officer, Parks", "Ongoing", "Yes"],
        ["Staff time", "No", "Closed", "Q1 2012/13"],
        ["Reduce waste in every ward", "£500", "JS", "Red", "n/a"],
    ],
)
def test_rows_of_values_score_low(row: list[str]) -> None:
    assert header_score(row) < 0.3


@pytest.mark.parametrize("text", ["Lead:", "Action required", "By when?", "COMPLETION DATE:", "RAG"])
def test_a_label_is_like_a_heading(text: str) -> None:
    assert is_heading_like(text)


@pytest.mark.parametrize(
    "text", ["", "Parks Manager", "Plant trees", "March 2012", "Complete", "The lead officer will write to the owner."]
)
def test_a_value_is_not_like_a_heading(text: str) -> None:
    assert not is_heading_like(text)
