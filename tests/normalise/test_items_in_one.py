"""An action of several items: it stays one, and owners and dates that stand item by item are read so."""

from __future__ import annotations

import pytest

from normalise.model import Action
from normalise.structure.listed import is_counted, items_of
from tests.documents import document, table
from tests.normalise.test_understand import read


def action(row: str, head: str = "Action | Lead | By when") -> Action:
    (found,) = read(document("# Tree Plan 2026", table(head, row))).actions
    return found


def owners(found: Action) -> list[str]:
    return [o.person or o.role for o in found.owners]


@pytest.mark.parametrize(("text", "items"), [
    ("a) Plant trees\nb) Water them", ("Plant trees", "Water them")),
    ("i. Plant; ii. Water. iii. Count", ("Plant", "Water.", "Count")),
    ("We will:\n• plant;\n• water", ("plant", "water")), ("1. Plant\n   more\n2. Water", ("Plant more", "Water")),
    ("A) Plant\nB) Water", ("Plant", "Water")),
    ("1. Buy books for Key Stage 2. Then train the staff", ()), ("1. Plant by part\n(2) Water", ()),
    ("a) or b) of the policy", ()), ("1. Plant\n   2. Water", ("Plant", "Water")),
    ("A. Smith\nB. Lee", ()), ("See part 1. Then part 2. below", ()), ("Plant a. b", ()), ("1. Plant", ()), ("", ()),
])  # fmt: skip
def test_the_items_of_a_list_count_up_from_the_first(text: str, items: tuple[str, ...]) -> None:
    assert items_of(text) == items


def test_bullets_are_not_counted() -> None:
    assert (is_counted("a) Plant\nb) Water"), is_counted("• Plant\n• Water")) == (True, False)


def test_a_list_of_as_many_owners_as_items_is_one_for_each() -> None:
    found = action("i. Plant trees\\nii. Water them | i. Ann Lee\\nii. Parks Manager | i. May 2026\\nii. June 2026")
    assert owners(found) == ["Ann Lee", "Parks Manager"]
    assert (len(found.steps), found.review) == (2, ("items-in-one",))


@pytest.mark.parametrize(("row", "owner"), [
    ("Ann Lee\\nParks Manager | May 2026", ("Ann Lee", "Parks Manager")),
    ("Head of\\nHousing | January\\n2026", ("", "Head of Housing")),
    ("Jane Hall\\nChief Nurse | April 2025\\nMarch 2026", ("Jane Hall", "Chief Nurse")),
])  # fmt: skip
def test_lines_without_marks_are_no_list_of_owners(row: str, owner: tuple[str, str]) -> None:
    found = action(f"• Plant trees\\n• Water them | {row}")
    assert [(o.person, o.role) for o in found.owners] == [owner]
    assert "items-in-one" not in found.review


def test_items_that_end_with_owner_and_date_are_steps_of_the_action() -> None:
    found = action("• Plant trees (Ann Lee, May 2026)\\n• Water them (Bo Ray, June 2026) | | ")
    assert owners(found) == ["Ann Lee", "Bo Ray"]
    assert [(s.label, str(s.last_day)) for s in found.steps] == [
        ("Plant trees", "2026-05-31"),
        ("Water them", "2026-06-30"),
    ]
    assert (found.timescale_kind, str(found.due_date), found.review) == ("milestones", "2026-06-30", ("items-in-one",))


def test_items_name_their_owners_where_no_column_does_and_all_of_them_do() -> None:
    assert owners(action("• Plant trees (Ann Lee)\\n• Water them (Bo Ray) | | May 2026")) == ["Ann Lee", "Bo Ray"]
    assert owners(action("• Plant trees (Ann Lee)\\n• Water them | | May 2026")) == []


@pytest.mark.parametrize("row", [
    "• Implement guidance (NICE, 2021)\\n• Apply the toolkit (DfE, 2023)",
    "• Attend (LGA, July 2025)\\n• Meet (NHS, May 2025)",
    "• Read (Clerk, 2021)\\n• Write (Chair, 2022)", "• Use Pupil Premium (PP)\\n• Improve data systems (IT)",
    "• Write to Highways (County Council)\\n• Ask for a quote (BT)",
])  # fmt: skip
def test_a_source_or_body_in_brackets_behind_an_item_is_no_owner_of_it(row: str) -> None:
    found = action(f"{row} | | ")
    assert (found.owners, found.due_date, found.steps) == ((), None, ())


def test_lettered_lists_of_different_length_are_asked_about() -> None:
    row = "a) Plant trees\\nb) Water them\\nc) Count | a) Ann Lee\\nb) Bo Ray | May 2026"
    assert action(row).review == ("items-apart",)
    assert action("• Plant trees\\n• Water\\n• Count | • Ann Lee\\n• Bo Ray | May 2026").review == ()
