"""What holds of every cell: reading never raises, never invents a year, and is blind to how a cell is typed."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from normalise.model import Period, Timing
from normalise.values.dates import TimeContext, combine, read_column, read_heading_date, read_period, read_time

WORDS = """
    by end of mid early late from to until between and or , ; : / - – — ( ) \n . & + ? w/c y/e FY Q1 Q3 H2 quarter
    term half spring summer autumn winter Christmas Easter January Feb march may Sept Dec Mawrth 1 3 7 12 28 31 1st
    30th 07 13 24 25 99 2009 2024 2025 2026 2024/25 2025-26 31/03/2026 30.6.25 31/6/24 Monday each every annually
    quarterly ongoing onwards start complete completed TBC asap within months year phase next meeting as per Census
    review of the strategy £5,000 10% 10.30am financial academic 1/4 Term onwards 'as required'
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])
CELLS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=9).map(" ".join),
    st.lists(PIECES, max_size=9).map("".join),
)
CONTEXTS = st.builds(
    TimeContext,
    period=st.sampled_from(
        [Period(), Period(date(2024, 4, 1), date(2025, 3, 31)), Period(date(2030, 1, 1), date(2033, 12, 31))]
    ),
    document_date=st.sampled_from([None, date(2011, 9, 2)]),
    row_date=st.sampled_from([None, date(2010, 11, 19)]),
    school=st.booleans(),
    spring_ends=st.sampled_from([3, 4]),
)


def known_years(text: str, context: TimeContext) -> set[int]:
    """Years that a cell or its context names; a pair such as 2024/25 and a winter run into the year after."""
    figures = [int(found) for found in re.findall(r"\d+", text)]
    named = {n for n in figures if n > 99} | {century + n for n in figures if n < 100 for century in (1900, 2000)}
    glued = {int(found) for found in re.findall(r"(?=((?:19|20)\d\d))", text)}
    period = context.period
    within = set(range(period.start.year, period.end.year + 1)) if period.start and period.end else set()
    known = {day.year for day in (context.document_date, context.row_date) if day}
    runs_on = {year + 1 for year in named | glued}
    return named | glued | runs_on | within | known


def dates(timing: Timing) -> set[date]:
    steps = {m.last_day for m in timing.milestones if m.last_day}
    return steps | {day for day in (timing.start, timing.due) if day}


@given(CELLS, CONTEXTS)
def test_no_text_makes_reading_fail_and_no_year_is_invented(text: str, context: TimeContext) -> None:
    for timing in (read_time(text, context), read_column("start", text, context)):
        assert {day.year for day in dates(timing)} <= known_years(text, context)


@given(CELLS, CELLS)
def test_columns_headings_and_titles_never_fail(one: str, other: str) -> None:
    combine(read_column("start", one), read_column("completed", other))
    read_heading_date(one)
    read_period([one, other])


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_case_spacing_and_dashes_change_nothing(text: str) -> None:
    plain = read_time(text.replace("–", "-").replace("—", "-"))
    for other in (text.upper(), text.lower(), text.replace(" ", "\u00a0 "), text.replace("-", "–").replace("—", "−")):
        again = read_time(other)
        assert (again.kind, again.start, again.due) == (plain.kind, plain.start, plain.due)


@given(CELLS)
def test_a_date_that_is_not_read_leaves_a_note(text: str) -> None:
    timing = read_time(text)
    assert timing.kind != "unparsed" or timing.notes


@given(CELLS)
def test_a_label_and_the_words_of_its_date_stand_in_the_cell(text: str) -> None:
    squashed = "".join(text.split())
    for milestone in read_time(text).milestones:
        assert "".join(milestone.date_text.split()) in squashed
