"""A year left out: settled by what stands beside it, by the plan or by the document, and flagged; else no date."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.model import Period, Timing
from normalise.values.dates import TimeContext, read_time

ONE_YEAR = TimeContext(period=Period(date(2024, 4, 1), date(2025, 3, 31)))
FOUR_YEARS = TimeContext(period=Period(date(2024, 1, 1), date(2027, 12, 31)))
LOG = TimeContext(row_date=date(2010, 11, 19), document_date=date(2011, 9, 2))


def codes(timing: Timing) -> list[str]:
    return [note.code for note in timing.notes]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("November", date(2024, 11, 30)),
        ("End of March", date(2025, 3, 31)),
        ("31 March", date(2025, 3, 31)),
        ("Q4", date(2025, 3, 31)),
        ("Winter", date(2025, 2, 28)),
        ("By Christmas", date(2024, 12, 25)),
        ("Summer term", date(2024, 7, 31)),
    ],
)
def test_a_plan_of_one_year_settles_the_year(text: str, due: date) -> None:
    timing = read_time(text, ONE_YEAR)
    assert (timing.kind, timing.due, codes(timing)) == ("deadline", due, ["year-inferred"])


def test_a_plan_of_several_years_settles_nothing() -> None:
    timing = read_time("November", FOUR_YEARS)
    assert (timing.kind, timing.due, codes(timing)) == ("unparsed", None, ["date-unparsed"])


def test_quarters_of_a_plan_that_begins_in_july_are_not_guessed() -> None:
    july = TimeContext(period=Period(date(2009, 7, 1), date(2010, 6, 30)))
    assert read_time("Q2", july).due is None
    assert read_time("June", july).due == date(2010, 6, 30)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("December", date(2010, 12, 31)),
        ("September", date(2011, 9, 30)),
        ("October", date(2011, 10, 31)),
    ],
)
def test_in_a_log_the_first_such_month_after_the_meeting_is_meant(text: str, due: date) -> None:
    timing = read_time(text, LOG)
    assert (timing.due, codes(timing)) == (due, ["year-inferred"])


def test_a_month_before_the_meeting_in_the_only_known_year_stays_open() -> None:
    assert read_time("January", TimeContext(row_date=date(2011, 7, 19))).due is None


def test_a_month_takes_the_year_of_the_date_beside_it_when_that_is_not_later() -> None:
    timing = read_time("For discussion 3 July 2014\nTo the board end July")
    assert [m.last_day for m in timing.milestones] == [date(2014, 7, 3), date(2014, 7, 31)]
    assert codes(timing) == ["year-inferred"]


def test_a_last_step_without_its_year_leaves_the_due_date_open() -> None:
    timing = read_time("Sept 2024, Dec, March")
    assert [m.last_day for m in timing.milestones] == [date(2024, 9, 30), date(2024, 12, 31), None]
    assert (timing.due, codes(timing)) == (None, ["year-inferred", "date-unparsed"])


def test_a_range_over_the_new_year_has_no_start_when_only_its_end_has_a_year() -> None:
    timing = read_time("Nov - Jan 2025")
    assert (timing.kind, timing.start, timing.due, codes(timing)) == (
        "range", None, date(2025, 1, 31), ["date-unparsed"],
    )  # fmt: skip


def test_a_time_that_comes_round_again_misses_no_year() -> None:
    timing = read_time("By 31 March each year", ONE_YEAR)
    assert (timing.kind, timing.due, timing.notes) == ("recurring", None, ())


def test_two_figures_are_a_year_of_the_plans_own_century() -> None:
    assert read_time("Dec 98", TimeContext(period=Period(date(1998, 4, 1), date(1999, 3, 31)))).due == date(
        1998, 12, 31
    )
    assert read_time("Dec 12").due == date(2012, 12, 31)


@pytest.mark.parametrize(("spring_ends", "due"), [(4, date(2025, 4, 30)), (3, date(2025, 3, 31))])
def test_seasons_of_a_school_are_terms(spring_ends: int, due: date) -> None:
    school = TimeContext(school=True, spring_ends=spring_ends)
    assert [read_time(t, school).due for t in ("Autumn 2024", "Spring 2025", "Summer 2024/25")] == [
        date(2024, 12, 31), due, date(2025, 7, 31),
    ]  # fmt: skip


def test_a_document_date_alone_settles_only_what_lies_ahead_in_its_year() -> None:
    context = TimeContext(document_date=date(2011, 9, 2))
    assert read_time("November", context).due == date(2011, 11, 30)
    assert read_time("August", context).due is None
