"""Columns whose heading joins the action and its owner."""

from __future__ import annotations

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read


@pytest.mark.parametrize("cell", [
    "Plant oak trees (Tree Officer)", "Plant oak trees – Tree Officer", "Plant oak trees\\nTree Officer",
    "Plant oak trees. Lead: Tree Officer", "Tree Officer to plant oak trees",
])  # fmt: skip
def test_the_owner_is_what_names_one_beside_the_words_of_the_action(cell: str) -> None:
    plan = read(document("# Plan", table("Action and lead officer | Timescale", f"{cell} | May 2026")))
    assert [[(o.person, o.role, o.organisation) for o in a.owners] for a in plan.actions] == [
        [("", "Tree Officer", "")]
    ]


@pytest.mark.parametrize("cell", [
    "Plant oaks across Anytown Parks", "Brief Housing Manager to start", "Ask Clerk to write to all members",
    "Review the policy with\\nParks Manager", "Support Headteacher to recruit staff",
    "Support the Clerk to write to all", "Help Ann Lee to plant oaks",
])  # fmt: skip
def test_words_of_an_action_that_name_nobody_plainly_are_no_owner(cell: str) -> None:
    plan = read(document("# Plan", table("Action and lead officer | By", f"{cell} | 2026")))
    assert [a.owners for a in plan.actions] == [()]
