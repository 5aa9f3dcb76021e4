"""Two columns that may each give the theme."""

from __future__ import annotations

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read

ROWS = (
    "Training | Staff of two teams untrained | Book training for all staff | Ann Lee",
    "Training | Governors untrained | Arrange a session for governors | Bo Ray",
)


@pytest.mark.parametrize("turned", [False, True])
def test_the_one_that_says_more_different_things_is_the_objective(turned: bool) -> None:
    rows = [f"{b} | {a} | {rest}" if turned else row for row in ROWS for a, b, rest in [row.split(" | ", 2)]]
    head = "Finding | Standard" if turned else "Standard | Finding"
    plan = read(document("# Plan", table(f"{head} | Action | Lead", *rows)))
    assert [(a.theme, a.objective) for a in plan.actions] == [
        ("Training", "Staff of two teams untrained"),
        ("Training", "Governors untrained"),
    ]


@pytest.mark.parametrize(("head", "rows"), [
    ("Theme | Workstream", ("Housing | Homes", "Roads | Homes")),
    ("Area | Theme", ("North | Housing", "South | Parks")),
    ("Standard | Finding", ("Training | Staff untrained", "Safety | No doors")),
])  # fmt: skip
def test_a_column_headed_theme_and_two_that_say_as_many_things_stay_themes(head: str, rows: tuple[str, str]) -> None:
    told = (f"{rows[0]} | Survey homes | Ann Lee", f"{rows[1]} | Fill holes in streets | Bo Ray")
    assert {a.objective for a in read(document("# Plan", table(f"{head} | Action | Lead", *told))).actions} == {""}


def test_beside_a_column_of_objectives_both_stay_themes() -> None:
    rows = [f"{row} | Safe staff" for row in ROWS]
    plan = read(document("# Plan", table("Standard | Finding | Action | Lead | Objective", *rows)))
    assert {(a.theme, a.objective) for a in plan.actions[:1]} == {
        ("Training\nFinding: Staff of two teams untrained", "Safe staff")
    }
