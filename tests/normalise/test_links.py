"""Actions that name one another by number: the numbers become links where the plan has such an action."""

from __future__ import annotations

import pytest

from normalise.model import Plan
from normalise.values.references import listed_references
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Ref | Action | Lead | Links"


def linked(plan: Plan) -> list[list[str]]:
    refs = {a.action_id: a.ref for a in plan.actions}
    return [[refs[one] for one in a.linked_actions] for a in plan.actions]


@pytest.mark.parametrize(
    ("text", "links", "expected"),
    [
        ("Plant trees (see 3.2)", "", ["3.2"]),
        ("Plant trees (see also actions 3.2 and 3.3)", "", ["3.2", "3.3"]),
        ("Plant trees", "3.3, 3.2", ["3.3", "3.2"]),
        ("Plant trees (see 3.1 and 3.9)", "", []),
        ("Plant trees", "Local Plan 3.2", []),
        ("Plant 3.2 hectares of trees", "", []),
    ],
)
def test_a_number_of_another_action_of_the_plan_is_a_link(text: str, links: str, expected: list[str]) -> None:
    rows = ("3.2 | Cut the grass | Bo Ray |", "3.3 | Mend the fence | Bo Ray |")
    assert linked(read(document(table(HEAD, f"3.1 | {text} | Bo Ray | {links}", *rows)))) == [expected, [], []]


def test_marks_without_numbers_take_no_time() -> None:
    assert listed_references("1.2" + ",\n" * 5_000 + "!") == ()
    assert listed_references("1.3,\nA2 and B4; C1/C2") == ("1.3", "A2", "B4", "C1", "C2")


def test_a_number_that_two_tables_have_means_the_action_of_its_own_table() -> None:
    one = table(HEAD, "1 | Plant trees | Bo Ray |", "2 | Cut the grass (see 1) | Bo Ray |")
    two = table(HEAD, "1 | Paint the hall | Bo Ray |", "2 | Mend the roof, refer to action 1 | Bo Ray |")
    plan = read(document(one, "## Halls", two))
    assert [a.linked_actions for a in plan.actions] == [
        (), (plan.actions[0].action_id,), (), (plan.actions[2].action_id,)
    ]  # fmt: skip
