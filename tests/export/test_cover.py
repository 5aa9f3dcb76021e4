"""The cover says the run in a sentence that its own sheets bear out."""

from __future__ import annotations

from datetime import date

from export.summary import counts, twins
from export.writers.to_xlsx.wording import summary
from normalise.model import Review
from normalise.rows import FileRow
from tests.export.invented import a_plan, an_action, an_export


def test_actions_without_a_council_are_not_counted_to_the_councils_named() -> None:
    nobodys = an_action(action_id="1" * 12, council=""), an_action(action_id="2" * 12, council="")
    said = summary(an_export(a_plan(an_action()), a_plan(*nobodys, source_file="notes.txt")))
    assert said.startswith("3 actions from 2 files; 1 council named, 2 actions without one, as things stood on")


def test_councils_are_not_spoken_of_where_none_is_named() -> None:
    said = summary(an_export(a_plan(an_action(council=""))))
    assert said.startswith("1 action from 1 file, as things stood on")


def test_files_that_gave_no_actions_are_told_from_those_that_did() -> None:
    empty = FileRow("notes.txt", "ab" * 32, 9, "txt", "text", "no_actions", "It has no table.", "", actions=0)
    plan = FileRow("plan.docx", "cd" * 32, 9, "docx", "docx", "read", "", "", actions=1)
    archive = FileRow("plans.zip", "ef" * 32, 9, "zip", "", "read", "An archive.", "")
    said = summary(an_export(a_plan(an_action(council="")), files=(archive, empty, plan)))
    assert said.startswith("1 action from 1 of 2 files, as things stood on")


def test_actions_of_a_plan_that_is_there_twice_are_said_to_be_left_out_of_summaries() -> None:
    twin = Review("copy.docx", None, None, None, None, "likely-twin", "check", "The same plan.", "")
    first, second = an_action(council=""), an_action(action_id="1" * 12, council="", source_file="copy.docx")
    made = an_export(a_plan(first), a_plan(second, source_file="copy.docx", review=(twin,)))
    assert summary(made).endswith(". 1 of them stands in a second file of the same plan and is left out of summaries.")
    whole = counts(made.tables["actions"], date(2026, 1, 1), twins(made.tables["review"]))[0]
    assert sum(line[1] for line in whole.lines if isinstance(line[1], int)) == 1
