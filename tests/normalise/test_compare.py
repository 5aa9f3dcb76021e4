"""Actions are known again by reference and words, and what differs is said."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from normalise.compare import Change, compare, match
from normalise.rows import Row
from normalise.schema import ACTIONS


def action(ref: str, words: str, **said: object) -> Row:
    plain: Row = {f.name: "" if f.type == "string" and not f.listed else None for f in ACTIONS}
    row: Row = {**plain, "ref": ref, "action": words, "source_file": "plan.docx", "council": "Marlbrook"}
    return {**row, **said}  # type: ignore[dict-item]


A = action("1", "Replace the gas boilers at the leisure centre with heat pumps")
B = action("2", "Fit solar panels on the roofs of six community halls")
C = action("3", "Open a protected cycle route between the station and the hospital")


def kinds(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.kind, change.column) for change in changes]


def test_nothing_changed_says_nothing() -> None:
    assert compare([A, B, C], [A, B, C]) == ()


def test_an_action_moved_to_another_place_has_not_changed() -> None:
    assert compare([A, B, C], [C, {**A, "row": 9, "action_id": "other"}, B]) == ()


def test_new_and_gone_actions_are_named() -> None:
    changes = compare([A, B], [A, C])
    assert [(c.kind, c.row["ref"]) for c in changes] == [("new", "3"), ("gone", "2")]


def test_a_due_date_that_slipped_is_told_in_days() -> None:
    before, after = {**A, "due_date": date(2026, 3, 31)}, {**A, "due_date": date(2026, 6, 30)}
    (change,) = compare([before], [after])
    assert (change.column, change.days, change.told) == ("due_date", 91, "Due date moved by 91 days, later.")
    assert (change.was, change.now) == ("2026-03-31", "2026-06-30")


def test_a_date_brought_forward_is_told_too() -> None:
    (change,) = compare([{**A, "due_date": date(2026, 3, 2)}], [{**A, "due_date": date(2026, 3, 1)}])
    assert change.told == "Due date moved by 1 day, earlier."


def test_owner_and_status_are_told_with_both_values() -> None:
    before, after = {**A, "lead": "Ann Lee", "status": "on_track"}, {**A, "lead": "Bo Hill", "status": "off_track"}
    assert [c.told for c in compare([before], [after])] == [
        "Status changed from “on_track” to “off_track”.",
        "Owner changed from “Ann Lee” to “Bo Hill”.",
    ]


def test_reworded_actions_with_the_same_reference_stay_the_same_action() -> None:
    after = {**A, "action": "Replace gas boilers at two leisure centres with heat pumps"}
    assert kinds(compare([A, B], [after, B])) == [("changed", "action")]


def test_renumbered_actions_with_the_same_words_stay_the_same_action() -> None:
    assert kinds(compare([A], [{**A, "ref": "7.1"}])) == [("changed", "ref")]


def test_the_same_reference_on_quite_other_words_is_another_action() -> None:
    assert {c.kind for c in compare([A], [{**C, "ref": "1"}])} == {"new", "gone"}


def test_a_renamed_file_does_not_make_its_actions_new() -> None:
    assert compare([A, B], [{**A, "source_file": "plan v2.docx"}, {**B, "source_file": "plan v2.docx"}]) == ()


def test_a_file_that_gave_nothing_this_time_is_told_of() -> None:
    (change,) = compare([A], [])
    assert change.told == "Its file gave no actions this time."


def test_twins_keep_their_order() -> None:
    assert match([A, A], [A, A]) == [(0, 0), (1, 1)]


rows = st.lists(st.builds(action, st.sampled_from(["", "1", "2"]), st.text("ab ", max_size=6)), max_size=8)


@given(rows, rows)
def test_every_action_is_matched_at_most_once_and_accounted_for(before: list[Row], after: list[Row]) -> None:
    pairs = match(before, after)
    assert len({old for old, _ in pairs}) == len(pairs) == len({new for _, new in pairs})
    found = compare(before, after)
    assert sum(c.kind == "new" for c in found) == len(after) - len(pairs)
    assert sum(c.kind == "gone" for c in found) == len(before) - len(pairs)
