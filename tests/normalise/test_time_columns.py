"""Columns of quarters and months with ticks, and target dates that were revised."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read

TITLE = "# Parks Action Plan 2025/26"
QUARTERS = (date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31))


@pytest.mark.parametrize("tick", ["X", "✓", "x", "•", "Yes"])
@pytest.mark.parametrize("names", [("Q1", "Q2", "Q3", "Q4"), ("Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")])
@pytest.mark.parametrize("group", ["", "Timescale", "2025/26"])
def test_a_lone_tick_under_a_quarter_is_due_in_that_quarter(tick: str, names: tuple[str, ...], group: str) -> None:
    rows = [f"Action {i} is done | Ann Lee |{' |' * i} {tick}{' |' * (3 - i)}" for i in range(4)]
    head = [f"Action | Lead | {' | '.join(names)}"]
    if group:
        head = [f"Action | Lead | {group} | < | < | <", f"^ | ^ | {' | '.join(names)}"]
    plan = read(document(TITLE, table(*head, *rows)))
    assert [a.due_date for a in plan.actions] == list(QUARTERS)
    assert {(a.timescale_kind, a.date_precision) for a in plan.actions} <= {
        ("deadline", "quarter"),
        ("deadline", "month"),
    }
    assert not any("unparsed" in r.code for r in plan.review)


@pytest.mark.parametrize("group", ["To be completed in 2025/26", "Work planned", "Activity"])
def test_a_tick_under_a_quarter_says_by_when_whatever_the_heading_over_the_quarters_says(group: str) -> None:
    rows = [f"Action {i} is done | Ann Lee |{' |' * i} ✓{' |' * (3 - i)}" for i in range(4)]
    head = (f"Action | Lead | {group} | < | < | <", "^ | ^ | Q1 | Q2 | Q3 | Q4")
    actions = read(document(TITLE, table(*head, *rows))).actions
    assert [(a.due_date, a.completed) for a in actions] == [(day, "") for day in QUARTERS]


def test_a_tick_under_a_quarter_of_starts_says_that_quarter_and_no_target_date() -> None:
    head = ("Action | Lead | Start | <", "^ | ^ | Q1 | Q2")
    (action,) = read(document(TITLE, table(*head, "Mow the meadow | Ann Lee | | ✓"))).actions
    assert (action.start, action.due_date) == ("Q2", None)


def test_ticks_under_a_cost_of_each_year_stay_with_the_cost() -> None:
    head = ("Action | Lead | Cost | <", "^ | ^ | 2025/26 | 2026/27")
    (action,) = read(document(TITLE, table(*head, "Mow the meadow | Ann Lee | | ✓"))).actions
    assert (action.resources, action.due_date) == ("✓", None)


def test_ticks_in_several_quarters_are_milestones_without_a_label() -> None:
    head = "Action | Lead | Q1 2025/26 | Q2 2025/26 | Q3 2025/26"
    (action,) = read(document(table(head, "Mow the meadow | Ann Lee | ✓ | | ✓"))).actions
    assert [(m.label, m.date_text, m.last_day) for m in action.steps] == [
        ("", "Q1 2025/26", QUARTERS[0]),
        ("", "Q3 2025/26", QUARTERS[2]),
    ]
    assert (action.timescale_kind, action.due_date) == ("milestones", QUARTERS[2])


def test_a_target_date_beside_the_quarters_stays_the_due_date() -> None:
    head = "Action | Target date | Q1 2025/26 | Q2 2025/26"
    (action,) = read(document(table(head, "Mow the meadow | 1 May 2026 | Survey | Mow"))).actions
    assert action.due_date == date(2026, 5, 1)
    assert [m.label for m in action.steps] == ["Survey", "Mow"]


@pytest.mark.parametrize("order", [1, -1], ids=["the original first", "the revised first"])
def test_a_revised_date_comes_before_the_one_it_revises_whose_words_are_kept(order: int) -> None:
    heads = ("Original target date", "Revised target date")[::order]
    moved, kept = (f"{a} | {b}" for a, b in (("31/03/2025", "30/06/2026")[::order], ("31/03/2025", "")[::order]))
    rows = (f"Sow the meadow | Ann Lee | {moved}", f"Mow the meadow | Ann Lee | {kept}")
    plan = read(document(table(f"Action | Lead | {' | '.join(heads)}", *rows)))
    assert [a.due_date for a in plan.actions] == [date(2026, 6, 30), date(2025, 3, 31)]
    assert all("31/03/2025" in a.timescale for a in plan.actions)


def test_a_quarter_marked_by_its_colour_alone_is_a_step_and_the_row_s_own_colour_is_none() -> None:
    head = "Action | Lead | Q1 2025/26 | Q2 2025/26 | Q3 2025/26"
    rows = ("Mow the meadow | Ann Lee | | |", "Sow the meadow | Ann Lee | | |")
    fills = {(2, 4): "5B9BD5", (2, 3): "FFFFFF", (3, 3): "5B9BD5", (3, 5): "5B9BD5", (3, 1): "EEEEEE", (3, 4): "EEEEEE"}
    first, second = read(document(table(head, *rows, fills=fills))).actions
    assert (first.due_date, first.timescale_kind) == (QUARTERS[1], "deadline")
    assert [m.last_day for m in second.steps] == [QUARTERS[0], QUARTERS[2]]


def test_a_step_merged_over_several_quarters_ends_with_the_last() -> None:
    head = "Action | Lead | Q1 2025/26 | Q2 2025/26 | Q3 2025/26"
    rows = ("Mow the meadow | Ann Lee | Plan | Mow and rake | <", "Sow the meadow | Ann Lee | Sow | < | <")
    first, second = read(document(table(head, *rows))).actions
    assert [(m.label, m.last_day) for m in first.steps] == [("Plan", QUARTERS[0]), ("Mow and rake", QUARTERS[2])]
    assert second.due_date == QUARTERS[2]


def test_quarters_shaded_all_the_way_down_are_design() -> None:
    head = "Action | Lead | Q1 2025/26 | Q2 2025/26 | Q3 2025/26"
    rows = ("Mow the meadow | Ann Lee | ✓ | |", "Sow the meadow | Ann Lee | | ✓ |")
    fills = {(row, column): "D9E2F3" for row in (1, 2, 3) for column in (3, 5)}
    assert [a.due_date for a in read(document(table(head, *rows, fills=fills))).actions] == list(QUARTERS[:2])


def test_a_date_of_review_is_no_target_beside_one_that_is() -> None:
    rows = ("Action | Lead | Review date | End date", "Plant trees | Bo Ray | 01/05/2026 | 30/06/2026",
            "Cut grass | Ann Lee | 01/12/2026 | 31/03/2027")  # fmt: skip
    plan = read(document("# Plan", table(*rows)))
    assert [(a.timescale, a.due_date) for a in plan.actions] == [
        ("30/06/2026", date(2026, 6, 30)),
        ("31/03/2027", date(2027, 3, 31)),
    ]
    assert [a.due_date for a in read(document("# Plan", table(*[r.rpartition(" | ")[0] for r in rows]))).actions] == [
        date(2026, 5, 1),
        date(2026, 12, 1),
    ]


def test_a_quarter_below_a_banner_that_is_a_year_is_of_that_year() -> None:
    rows = ("Action | Lead | Quarter", "2025/26 | < | <", "Plant trees | Bo Ray | Q1", "2026/27 | < | <",
            "Cut grass | Ann Lee | Q2")  # fmt: skip
    assert [a.due_date for a in read(document("# Plan", table(*rows))).actions] == [
        date(2025, 6, 30),
        date(2026, 9, 30),
    ]
