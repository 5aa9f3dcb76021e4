"""What a plan is checked for once it is read: each doubt has a code, a sentence and a suggestion."""

from __future__ import annotations

import pytest

from normalise.model import Plan
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Lead | By when | Status | Cost"


def told(*rows: str) -> Plan:
    return read(document("# Action Plan 2025-26", table(HEAD, *rows)))


def codes(plan: Plan) -> list[set[str]]:
    return [set(a.review) for a in plan.actions]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Plant trees | Bo Ray | March 2024 | On track |", "due-before-plan"),
        ("Plant trees | Bo Ray | May 2025 | On track |", "overdue"),
        ("Plant trees | Bo Ray | March 2026 | Complete |", "complete-in-future"),
        ("Plant trees | | March 2026 | On track |", "no-owner"),
        ("Plant trees | Bo Ray | | On track |", "no-date"),
        ("Plant trees | Bo Ray | March 2026 | On track | £500", "cost-unfunded"),
        ("Plant trees along the streets and | Bo Ray | March 2026 | On track |", "text-cut-off"),
    ],
)
def test_a_row_that_cannot_be_right_or_lacks_something_is_flagged(row: str, code: str) -> None:
    plan = told(row, "Cut the grass | Bo Ray | March 2026 | On track |")
    assert [code in found for found in codes(plan)] == [True, False]
    assert all(r.message and r.suggestion for r in plan.review if r.code == code)


def test_a_past_date_of_an_action_that_is_complete_is_not_flagged() -> None:
    assert codes(told("Plant trees | Bo Ray | May 2025 | Complete |")) == [set()]


def test_a_cost_that_says_who_pays_is_not_flagged() -> None:
    rows = ("Action | Lead | Cost and funding", "Plant trees | Bo Ray | £500")
    assert "cost-unfunded" not in codes(read(document(table(*rows))))[0]


def test_the_same_action_twice_is_flagged_the_second_time() -> None:
    plan = told(
        "Plant trees | Bo Ray | 2026 | |", "Cut grass | Bo Ray | 2026 | |", "plant  trees. | Ann Lee | 2026 | |"
    )
    assert ["action-repeated" in found for found in codes(plan)] == [False, False, True]
    assert "table 1, row 2" in next(r.message for r in plan.review if r.code == "action-repeated")


def test_a_theme_with_one_action_is_flagged_where_others_have_several() -> None:
    homes = ("Homes | < | < | < | <", "Build | Bo Ray | 2026 | |", "Mend | Bo Ray | 2026 | |")
    plan = told(*homes, "Parks | < | < | < | <", "Plant | Bo Ray | 2026 | |")
    assert ["theme-of-one" in found for found in codes(plan)] == [False, False, True]


@pytest.mark.parametrize("other", ["Anne Lee", "Ann Leee"])
def test_an_officer_under_two_spellings_is_flagged_where_the_rarer_stands(other: str) -> None:
    plan = told("Plant | Ann Lee | 2026 | |", "Cut | Ann Lee | 2026 | |", f"Mow | {other} | 2026 | |")
    assert ["owner-spelt-twice" in found for found in codes(plan)] == [False, False, True]


def test_two_officers_of_one_surname_are_two_officers() -> None:
    plan = told(
        "Plant | Ann Lee | 2026 | |",
        "Cut | Ben Lee | 2026 | |",
        "Mow | Head of HR | 2026 | |",
        "Dig | Head of IT | 2026 | |",
    )
    assert not any("owner-spelt-twice" in found for found in codes(plan))


def test_a_column_read_with_doubt_is_named_with_each_of_its_rows() -> None:
    plan = read(
        document(table("Action | Lead | Zorb", "Plant trees | Bo Ray | Bark | ", "Cut grass | Ann Lee | Moss | "))
    )
    assert all(a.confidence >= 0.9 or "low-confidence" in a.review for a in plan.actions)


def test_a_guess_in_a_table_left_but_headed_like_a_plan_is_said_too() -> None:
    plan = read(document(table("Outcome | Lead | By when | Zorb", "Less litter | Bo Ray | May 2025 | Police; Trust")))
    assert [(r.code, r.severity, r.column) for r in plan.review if r.column] == [("left-table-heading", "info", 4)]


def test_a_doubt_that_many_rows_share_is_said_once_and_each_row_names_it() -> None:
    plan = told(*(f"Plant {tree}s | | May 2025 | On track |" for tree in ("oak", "ash", "elm", "fir", "yew", "lime")))
    assert codes(plan) == [{"no-owner", "overdue"}] * 6
    assert [r.message for r in plan.review] == [
        "6 target dates of this plan have passed and nothing says that those actions were done "
        "(table 1, rows 2, 3, 4, 5, 6, …).",
        "No owner is named for 6 actions of this table (rows 2, 3, 4, 5, 6, …).",
    ]


def test_a_few_rows_are_told_one_by_one() -> None:
    plan = told("Plant oaks | | March 2026 | On track |", "Plant elms | | March 2026 | On track |")
    assert [(r.code, r.row) for r in plan.review] == [("no-owner", 2), ("no-owner", 3)]


def test_the_same_words_for_other_owners_and_other_dates_are_not_the_same_action() -> None:
    rows = ("Train staff | Bo Ray | March 2026 | On track |", "Train staff | Ann Lee | June 2026 | On track |")
    assert not any("action-repeated" in found for found in codes(told(*rows)))


def test_a_doubtful_column_says_what_it_was_read_as_and_what_it_may_be_instead() -> None:
    done = (f"Plant tree {n} | Ann Lee | We planted {n} in May and the rest in June. | May 2027" for n in range(3))
    plan = read(document(table("Action | Lead | Outcome | By when", *done)))
    (said,) = [r.message for r in plan.review if r.code == "low-confidence"]
    assert said.startswith("The column “Outcome” was read as outcome, but may be milestones instead: ")
