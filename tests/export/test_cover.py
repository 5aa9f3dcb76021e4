"""The cover says the run in a sentence that its own sheets bear out."""

from __future__ import annotations

from export.writers.to_xlsx.wording import summary
from tests.export.invented import a_plan, an_action, an_export


def test_actions_without_a_council_are_not_counted_to_the_councils_named() -> None:
    nobodys = an_action(action_id="1" * 12, council=""), an_action(action_id="2" * 12, council="")
    said = summary(an_export(a_plan(an_action()), a_plan(*nobodys, source_file="notes.txt")))
    assert said.startswith("3 actions from 2 files; 1 council named, 2 actions without one, as things stood on")


def test_councils_are_not_spoken_of_where_none_is_named() -> None:
    said = summary(an_export(a_plan(an_action(council=""))))
    assert said.startswith("1 action from 1 file, as things stood on")
