"""The counts of the summary."""

from __future__ import annotations

from datetime import date

from export.summary import MOST_LINES, MOST_QUARTERS, Count, counts
from normalise.model import Action
from tests.export.invented import AS_OF, a_plan, an_action, an_export, the_plans


def counted(*actions: Action, twins: frozenset[str] = frozenset()) -> dict[str, Count]:
    rows = an_export(a_plan(*actions)).tables["actions"]
    return {count.name: count for count in counts(rows, AS_OF, twins)}


def test_councils_are_counted_with_their_statuses_and_what_is_overdue() -> None:
    council = {c.name: c for c in counts(the_plans().tables["actions"], AS_OF)}["council"]
    assert council.columns[:3] == ("council", "actions", "overdue")
    assert [line[:3] for line in council.lines] == [
        ("Marlbrook District Council", 4, 1),
        ("Eastmoor City Council", 3, 1),
    ]


def test_quarters_are_those_of_the_financial_year_and_gaps_are_shown() -> None:
    found = counted(
        an_action(due_date=date(2026, 3, 31)), an_action(due_date=date(2026, 10, 1)), an_action(due_date=None)
    )
    assert [line[:2] for line in found["due_quarter"].lines] == [
        ("2025/26 Q4 (Jan–Mar)", 1), ("2026/27 Q1 (Apr–Jun)", 0), ("2026/27 Q2 (Jul–Sep)", 0),
        ("2026/27 Q3 (Oct–Dec)", 1), ("(no due date)", 1),
    ]  # fmt: skip


def test_quarters_follow_one_another_and_those_before_and_after_the_busiest_years_are_summed() -> None:
    days = [date(2005 + n // 4, 1 + 3 * (n % 4), 1) for n in range(60)]
    lines = counted(*(an_action(due_date=day) for day in (*days, date(2050, 3, 31), date(2050, 3, 31))))[
        "due_quarter"
    ].lines
    assert lines[0] == ("(earlier)", 20, 20) and lines[-1] == ("(later)", 2, 0)
    assert len(lines) == MOST_QUARTERS + 2 and lines[-2][0] == "2019/20 Q3 (Oct–Dec)"


def test_quarters_far_apart_leave_no_gap_in_the_axis() -> None:
    days = (date(2025, 6, 30), date(2026, 6, 30), date(2050, 3, 31))
    lines = counted(*(an_action(due_date=day) for day in days))["due_quarter"].lines
    assert [line[1] for line in lines] == [1, 0, 0, 0, 1, 1] and lines[-1] == ("(later)", 1, 0)


def test_a_table_without_lines_says_why() -> None:
    assert counted(an_action(due_date=None))["overdue"].lines == (("(nothing is overdue)", 0),)
    assert {line for count in counts([], AS_OF) for line, *_ in count.lines} == {"(nothing is overdue)", "(no actions)"}


def test_it_is_told_how_owners_are_counted() -> None:
    found = counted(an_action())
    assert all("else by the post" in found[name].told for name in ("overdue", "owner"))


def test_an_owner_is_counted_as_a_body_else_by_role_else_by_name() -> None:
    found = counted(
        an_action(lead_organisation="Parks Trust"),
        an_action(lead_organisation="", lead_role="Head of Parks"),
        an_action(lead_organisation="", lead_role="", lead_person="Ann Lee"),
        an_action(lead_organisation="", lead_role="", lead_person=""),
    )
    assert {line[0] for line in found["owner"].lines} == {"Parks Trust", "Head of Parks", "Ann Lee", "(no owner named)"}


def test_the_same_plan_in_two_formats_counts_once() -> None:
    twin = an_action(source_file="copy.pdf")
    found = counted(an_action(), twin, twins=frozenset({"copy.pdf"}))
    assert found["status"].lines == (("At risk", 1, 1),)
    assert found["council"].told.startswith("1 action is not counted, for the same plan")
    assert counted(an_action())["council"].told == ""


def test_many_themes_are_cut_and_the_rest_summed() -> None:
    lines = counted(*(an_action(theme=f"Theme {n:03d}") for n in range(100)))["theme"].lines
    assert len(lines) == MOST_LINES and lines[-1] == ("(71 others)", 71, 71)
