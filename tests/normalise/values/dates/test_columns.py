"""Start, target and completed columns, and a start and a finish brought together."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.model import Timing
from normalise.values.dates import combine, read_column, read_time

START = read_column("start", "April 2024")


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("November 2013 (brought forward)", "start", date(2013, 11, 1)),
        ("2024/25", "start", date(2024, 4, 1)),
        ("31/03/2024", "start", date(2024, 3, 31)),
        ("Ongoing", "ongoing", None),
        ("TBC", "tbc", None),
        ("", "none", None),
    ],
)
def test_a_start_column_gives_the_first_day(text: str, kind: str, start: date | None) -> None:
    timing = read_column("start", text)
    assert (timing.kind, timing.start, timing.due) == (kind, start, None)


def test_a_completed_column_gives_the_last_day() -> None:
    assert read_column("completed", "March 2024").due == date(2024, 3, 31)
    assert read_column("completed", "14/3/24").due == date(2024, 3, 14)


def test_a_yes_in_a_completed_column_is_complete_without_a_date() -> None:
    timing = read_column("completed", " Yes ")
    assert (timing.kind, timing.due, timing.notes) == ("complete", None, ())


@pytest.mark.parametrize(
    ("finish", "kind", "due"),
    [
        ("March 2026", "range", date(2026, 3, 31)),
        ("March 2026\nJune 2026", "milestones", date(2026, 6, 30)),
        ("Ongoing", "ongoing", None),
        ("Completed May 2025", "complete", date(2025, 5, 31)),
        ("TBC", "tbc", None),
        ("", "start", None),
    ],
)
def test_a_start_and_a_finish_make_a_range_when_both_hold_a_date(finish: str, kind: str, due: date | None) -> None:
    both = combine(START, read_time(finish))
    assert (both.kind, both.start, both.due) == (kind, date(2024, 4, 1), due)


def test_without_a_start_the_finish_stays_as_it_is() -> None:
    finish = read_time("March 2026")
    assert combine(None, finish) == finish == combine(Timing(), finish)


def test_a_finish_before_its_start_is_given_and_flagged() -> None:
    both = combine(START, read_time("March 2023"))
    assert (both.start, both.due, [n.code for n in both.notes]) == (
        date(2024, 4, 1), date(2023, 3, 31), ["range-reversed"],
    )  # fmt: skip
    assert [n.code for n in read_time("March 2026 – April 2024").notes] == ["range-reversed"]


def test_a_doubt_about_the_start_is_kept() -> None:
    both = combine(read_column("start", "Spring"), read_time("March 2026"))
    assert (both.kind, both.due, [n.code for n in both.notes]) == ("deadline", date(2026, 3, 31), ["date-unparsed"])
