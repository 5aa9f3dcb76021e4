"""Any date in any of the ways plans write it comes back as itself."""

from __future__ import annotations

from calendar import day_name, month_abbr, month_name, monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from normalise.values.dates import read_time

LONG = list(month_name)[1:]
SHORT = [name if name != "Sep" else "Sept" for name in list(month_abbr)[1:]]
WEEKDAYS = list(day_name)
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))
DAY_FORMS = st.sampled_from(
    [
        "{d} {long} {y}", "{d:02}/{m:02}/{y}", "{d}/{m}/{yy}", "{d}.{m}.{yy}", "{d:02}-{m:02}-{y}", "{y}-{m:02}-{d:02}",
        "{weekday} {d} {long} {y}", "{long} {d}, {y}", "{d}-{short}-{yy}", "w/c {d} {short} {y}", "by {d} {short}. {y}",
        "{d}{short}{y}", "Panel meeting {d} {long} {y}", "{d} {long}\n{y}", "{d}th of {long}, {y}", "{d} {m}.{y}",
    ]
)  # fmt: skip
MONTH_FORMS = st.sampled_from(
    [
        "{long} {y}", "{short} {y}", "{short}-{yy}", "{short}. {yy}", "{long} '{yy}", "{short}.{yy}", "{m:02}/{y}",
        "By end of {long} {y}", "end-{short} {y}", "{long}{y}", "{long}\n{y}", "Report to Cabinet in {long} {y}",
        "{long} {y} (subject to funding)", "to be completed by {long} {y}", "no later than {short} {y}",
    ]
)  # fmt: skip
RANGE_FORMS = st.sampled_from(
    ["{0} – {1}", "{0}-{1}", "{0} to {1}", "{0} until {1}", "From {0} to {1}", "Between {0} and {1}", "{0} –\n{1}"]
)
STEP_FORMS = st.sampled_from(
    [
        "{0}\n{1}",
        "{0}; {1}",
        "{0} and {1}",
        "Draft {0}\nFinal {1}",
        "Draft\n{0}\nFinal\n{1}",
        "{0} (Parks) / {1} (Roads)",
    ]
)


def written(form: str, day: date) -> str:
    return form.format(
        d=day.day, m=day.month, y=day.year, yy=f"{day.year % 100:02}", long=LONG[day.month - 1],
        short=SHORT[day.month - 1], weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


@given(DAYS, DAY_FORMS)
def test_a_day_is_its_own_deadline(day: date, form: str) -> None:
    timing = read_time(written(form, day))
    assert (timing.kind, timing.start, timing.due, timing.precision) == ("deadline", None, day, "day")


@given(DAYS, MONTH_FORMS)
def test_a_month_is_due_on_its_last_day(day: date, form: str) -> None:
    timing = read_time(written(form, day))
    assert (timing.kind, timing.start, timing.due, timing.precision) == ("deadline", None, month_end(day), "month")


@given(DAYS, DAYS, RANGE_FORMS)
def test_two_ends_are_a_range(one: date, other: date, form: str) -> None:
    first, last = sorted([one, other])
    timing = read_time(form.format(written("{long} {y}", first), written("{short} {y}", last)))
    assert (timing.kind, timing.start, timing.due) == ("range", first.replace(day=1), month_end(last))


@given(DAYS, DAYS, STEP_FORMS)
def test_two_steps_are_milestones_and_the_later_one_is_due(one: date, other: date, form: str) -> None:
    timing = read_time(form.format(written("{d} {long} {y}", one), written("{d:02}/{m:02}/{y}", other)))
    assert timing.due == max(one, other)
    if one != other:
        assert (timing.kind, [m.last_day for m in timing.milestones]) == ("milestones", [one, other])


@given(st.integers(2000, 2049), st.integers(1, 4), st.sampled_from(["Q{q} {f}", "{f} Q{q}", "Quarter {q} ({f})"]))
def test_quarters_of_a_financial_year_count_from_april(year: int, quarter: int, form: str) -> None:
    for pair in (f"{year}/{(year + 1) % 100:02}", f"{year}-{(year + 1) % 100:02}", f"{year} – {(year + 1) % 100:02}"):
        due = read_time(form.format(q=quarter, f=pair)).due
        assert due == month_end(date(year + (quarter == 4), 3 * quarter % 12 + 3, 1))


@given(st.integers(2000, 2049))
def test_a_financial_year_ends_in_march_and_years_in_full_are_calendar_years(year: int) -> None:
    assert read_time(f"{year}/{(year + 1) % 100:02}").due == date(year + 1, 3, 31)
    whole = read_time(f"{year} - {year + 1}")
    assert (whole.kind, whole.start, whole.due) == ("range", date(year, 1, 1), date(year + 1, 12, 31))
