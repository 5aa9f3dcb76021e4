"""When the spring term ends, by what the plan says."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.values.dates import spring_term_ends
from tests.documents import document, table
from tests.normalise.test_understand import read


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Spring term: January to March", 3),
        ("Terms: Autumn (Sept – Dec), Spring (Jan – Mar), Summer (April – July)", 3),
        ("The spring term ends on 28 March.", 3),
        ("Spring term 2025 runs until 4 April", 4),
        ("Spring term (January–April)", 4),
        ("Spring is a time to plant. We will do so in March.", 4),
        ("", 4),
    ],
)
def test_a_plan_says_when_its_spring_term_ends(text: str, month: int) -> None:
    assert spring_term_ends(["Our school plan", text]) == month


def test_dates_of_the_plan_follow_it() -> None:
    rows = table("Action | Lead | By when", "Train staff | Headteacher | End of spring term 2026")
    ended = [read(document("# School plan", said, rows)).actions[0].due_date for said in ("Spring (Jan-Mar)", "Hello")]
    assert ended == [date(2026, 3, 31), date(2026, 4, 30)]


@pytest.mark.parametrize(("title", "due"), [
    ("St Bede's Primary School Development Plan 2025-26", date(2026, 7, 31)),
    ("Anytown Council: Schools Plan 2025/26", date(2025, 7, 31)),
])  # fmt: skip
def test_the_years_of_one_school_s_plan_begin_in_september(title: str, due: date) -> None:
    rows = table("Action | Lead | By when", "Train staff | Headteacher | Summer term")
    assert read(document(f"# {title}", rows)).actions[0].due_date == due


def test_a_term_without_a_year_is_the_one_that_lies_mostly_in_the_plan_s_year() -> None:
    rows = table("Action | Lead | By when", "Train staff | Headteacher | Spring term")
    assert read(document("# Anytown Plan 2025/26", rows)).actions[0].due_date == date(2026, 4, 30)
