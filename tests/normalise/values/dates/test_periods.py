"""The plan's period, from explicit periods only, and the day its document is of."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.model import Period
from normalise.values.dates import document_date, read_period


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Tree Group Draft Action Plan July 2011-12", date(2011, 7, 1), date(2012, 6, 30)),
        ("Tree Strategy 2024-2027", date(2024, 1, 1), date(2027, 12, 31)),
        ("Plan 2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("Delivery plan April 2024 to March 2027", date(2024, 4, 1), date(2027, 3, 31)),
        ("2013 – 2016", date(2013, 1, 1), date(2016, 12, 31)),
        ("Communications Plan (March - August 2010)", date(2010, 3, 1), date(2010, 8, 31)),
        ("Service plan FY24/25", date(2024, 4, 1), date(2025, 3, 31)),
    ],
)
def test_a_title_gives_its_period(title: str, start: date, end: date) -> None:
    assert read_period(["Tree Council", title]) == Period(start, end)


@pytest.mark.parametrize("title", ["Action Plan 2010", "Review by March 2026", "Update – Spring 2023", "Action Plan"])
def test_a_title_without_a_period_gives_none(title: str) -> None:
    assert read_period([title]) == Period()


def test_a_period_in_a_sentence_counts_only_where_it_is_said_to_be_the_plans() -> None:
    sentence = "Between April 2023 and June 2023 we asked the people who live here what they thought of our trees."
    assert read_period([sentence]) == Period()
    said = "This plan covers the period from April 2024 to March 2027 and follows what people told us about our trees."
    assert read_period([sentence, said]) == Period(date(2024, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Action log as at 3 Sept 2012", date(2012, 9, 3)),
        ("List of data (updated 6th June 2014)", date(2014, 6, 6)),
        ("ACTIONS REPORT\nMay 2013", date(2013, 5, 31)),
        ("Plan 2013-14 (as at 1 May 2013)", date(2013, 5, 1)),
    ],
)
def test_a_document_says_which_day_it_is_of(text: str, day: date) -> None:
    assert document_date([text]) == day


def test_a_date_to_come_is_not_the_documents() -> None:
    assert document_date(["To be reviewed by March 2026", "Tree Strategy 2024-2027"]) is None
