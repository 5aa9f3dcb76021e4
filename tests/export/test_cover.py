"""The cover says the run in a sentence that its own sheets bear out."""

from __future__ import annotations

from export.writers.to_xlsx.wording import summary
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
