"""Plans written as lists and paragraphs: who and by when in brackets, after dashes, or after labels in one line."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ingest.model import Document, Paragraph
from tests.documents import document
from tests.normalise.test_understand import read

DEEDS = (("Plant trees in parks", "Parks Manager", "September 2025"), ("Repair the bridge", "Ann Lee", "31/03/2026"))
WAYS = {
    "brackets": "{0} ({1}, by {2})",
    "square brackets": "{0} [{1}; {2}]",
    "dashes": "{3}. {0} – {1} – {2}",
    "labels in brackets": "{0} (Lead: {1}; Timescale: {2})",
    "a label and a date": "{0} (Lead: {1}; by {2})",
    "a label and a date after a comma": "{0} (Lead officer: {1}, by {2})",
    "a label and a date that is due": "{0} (Lead: {1}; due {2})",
    "a label and a date after a dash": "{0} (Lead: {1} – {2})",
    "labels parted by spaces": "Action: {0} Lead officer: {1} Target date: {2}",
    "labels after full stops": "{0}. Lead: {1}. By: {2}.",
}


def listed(*lines: str) -> Document:
    title = Paragraph("Anytown Plan 2025", level=1)
    return Document("docx", (title, *(Paragraph(line, mark="•") for line in lines)))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_listed_action_says_who_and_by_when_in_its_line(way: str) -> None:
    plan = read(listed(*(way.format(*deed, i) for i, deed in enumerate(DEEDS, 1))))
    found = [(a.action.removeprefix("• ").rstrip("."), a.lead, a.due_date) for a in plan.actions]
    found = [(re.sub(r"^\d\. ", "", action), lead, due) for action, lead, due in found]
    assert found == [
        ("Plant trees in parks", "Parks Manager", date(2025, 9, 30)),
        ("Repair the bridge", "Ann Lee", date(2026, 3, 31)),
    ]


def test_all_the_owners_before_a_date_in_brackets_are_the_owner() -> None:
    plan = read(listed(*(f"{what} (Lead: Parks Manager, Friends of the Park, by {when})" for what, _, when in DEEDS)))
    assert [a.lead for a in plan.actions] == ["Parks Manager, Friends of the Park"] * 2
    assert [a.due_date for a in plan.actions] == [date(2025, 9, 30), date(2026, 3, 31)]


def test_a_date_beside_an_owner_stays_there_where_the_time_has_a_label() -> None:
    plan = read(listed(*(f"{what} (Lead: {who}, from 2024; By: {when})" for what, who, when in DEEDS)))
    assert [a.lead for a in plan.actions] == ["Parks Manager, from 2024", "Ann Lee, from 2024"]


def test_lines_of_labels_parted_by_dashes_follow_their_action() -> None:
    lines = [line for what, who, when in DEEDS for line in (what, f"Lead officer – {who}; Timescale – {when}")]
    assert [a.lead for a in read(document("# Anytown Plan", *lines)).actions] == ["Parks Manager", "Ann Lee"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Corporate Plan (Anytown Council, 2024)", "Local Plan (Anytown Council, 2019)"),
        ("We have long wanted trees.", "Everybody agrees that they are needed."),
        ("The bridge (built in 1920) is old", "The park (see map 3) is new"),
    ],
    ids=["sources", "sentences", "asides"],
)
def test_a_list_that_names_no_one_and_no_time_is_no_plan(lines: tuple[str, ...]) -> None:
    plan = read(listed(*lines))
    assert plan.actions == ()
    assert all(line in plan.text for line in lines)


def test_prose_under_a_heading_is_no_part_of_the_numbered_action_below_it() -> None:
    lines = (
        "# Town plan",
        "## Events",
        "Events bring people in.",
        "1. Hold a food fair.",
        "Lead: Ann Lee",
        "By: May 2026",
    )
    more = ("2. Publish a calendar.", "Lead: Bo Ray", "By: June 2026")
    plan = read(document(*lines, *more))
    assert [(a.ref, a.action, a.theme) for a in plan.actions] == [
        ("1", "Hold a food fair.", "Events"),
        ("2", "Publish a calendar.", "Events"),
    ]


def test_what_a_heading_says_of_itself_under_a_label_is_no_action() -> None:
    lines = (
        "## Town Heritage Strategy",
        "## Aim 1: Know our heritage",
        "Why it matters: people look after what they know.",
    )
    first = ("Action 1.1: Complete the list", "Lead: Ann Lee", "Timescale: May 2026")
    second = ("Action 1.2: Scan the pictures", "Lead: Bo Ray", "Timescale: June 2026")
    plan = read(document(*lines, *first, *second))
    assert [(a.ref, a.action, a.objective) for a in plan.actions] == [
        ("1.1", "Complete the list", ""),
        ("1.2", "Scan the pictures", ""),
    ]


def test_a_line_among_others_that_end_with_who_and_when_is_an_action_however_it_is_worded() -> None:
    lines = (
        "- Deep clean the High Street (Street Manager, May 2026)",
        "- Hold a monthly market (Town Clerk, June 2026)",
        "- Review the lease (Town Clerk, July 2026)",
    )
    assert len(read(document("# Town Centre Plan", *lines)).actions) == len(lines)
    assert read(document("# Town Centre Plan", lines[0], lines[1])).actions == ()


def test_a_heading_that_only_numbers_the_action_below_it_is_its_number() -> None:
    first = ("## Action A", "Clear the ditches along Mill Lane.", "Who: Bo Ray", "When: May 2026")
    second = ("## Action B", "Run a warden scheme.", "Who: Ann Lee", "When: June 2026")
    plan = read(document("# Flood Plan", "## Ditches", *first, *second))
    assert [(a.ref, a.theme, a.action) for a in plan.actions] == [
        ("A", "Ditches", "Clear the ditches along Mill Lane."),
        ("B", "Ditches", "Run a warden scheme."),
    ]
