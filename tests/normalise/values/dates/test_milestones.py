"""Several dated steps in one cell, each with its label, before, after or on the line above its date."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.values.dates import read_heading_date, read_time


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Launch May 2010\nSurvey\nSeptember 2010\nSurvey December 2010", ["Launch", "Survey", "Survey"]),
        ("Sept 2024\nPolicy written\nJan 2025\nStaff trained", ["Policy written", "Staff trained"]),
        ("Policy written\nSept 2024\nStaff trained\nJan 2025", ["Policy written", "Staff trained"]),
        ("Sept 2024: policy; Jan 2025: training", ["policy", "training"]),
        ("Draft by end of June 2024, final by September 2024", ["Draft", "final"]),
        ("31.5.16 (Parks) / 30.9.16 (Streets)", ["Parks", "Streets"]),
        ("(a) June 2024 (b) July 2024", ["a", "b"]),
        ("Phase 1 March 2024, Phase 2 March 2025", ["Phase 1", "Phase 2"]),
        ("Draft: March 2024 (subject to funding)\nFinal: June 2024", ["Draft subject to funding", "Final"]),
        ("March 2024 & June 2024", ["", ""]),
        ("On 4 June 2024\nCOMPLETED\nBy end July 2024", ["", ""]),
        ("2024: March, June", ["", ""]),
    ],
)
def test_each_date_has_its_own_label(text: str, labels: list[str]) -> None:
    timing = read_time(text)
    assert (timing.kind, [m.label for m in timing.milestones]) == ("milestones", labels)


def test_a_milestone_keeps_the_words_of_its_date_and_how_exact_they_are() -> None:
    first, second = read_time("Draft by Q1 2024/25\nFinal mid-June 2025").milestones
    assert (first.date_text, first.last_day, first.precision) == ("Q1 2024/25", date(2024, 6, 30), "quarter")
    assert (second.date_text, second.last_day, second.precision) == ("June 2025", date(2025, 6, 15), "approximate")


def test_one_dated_item_with_words_is_a_deadline() -> None:
    timing = read_time("Leaflets to be printed by June 2010")
    assert (timing.kind, timing.due, timing.milestones) == ("deadline", date(2010, 6, 30), ())


def test_the_same_day_said_twice_is_one_date() -> None:
    assert read_time("Mawrth 2025 / March 2025").kind == "deadline"


def test_the_same_day_for_two_bodies_is_two_steps() -> None:
    assert len(read_time("30.4.16 (Parks) / 30.4.16 (Streets)").milestones) == 2


def test_two_dates_that_contradict_each_other_are_flagged() -> None:
    timing = read_time("Q2 2024/25 (December 2024)")
    assert "date-conflict" in [note.code for note in timing.notes]
    assert "date-conflict" in [note.code for note in read_time("Monday 4 June 2024").notes]


@pytest.mark.parametrize(
    ("heading", "last_day"),
    [
        ("Q1 2012/13", date(2012, 6, 30)),
        ("Q1 (Apr-Jun) 2012/13", date(2012, 6, 30)),
        ("By March 2026", date(2026, 3, 31)),
        ("Milestones 2024/25", date(2025, 3, 31)),
    ],
)
def test_a_heading_that_is_only_a_date_dates_its_column(heading: str, last_day: date) -> None:
    milestone = read_heading_date(heading)
    assert milestone is not None
    assert (milestone.label, milestone.date_text, milestone.last_day) == ("", heading, last_day)


@pytest.mark.parametrize(
    "heading", ["Action", "Target April 2012", "Update – Spring 2023", "Start 2024 End 2025", "Q1"]
)
def test_a_heading_of_other_words_dates_nothing(heading: str) -> None:
    assert read_heading_date(heading) is None


def test_numbers_that_count_lines_are_no_days() -> None:
    timing = read_time("1. Jan 2026\n2. Feb 2026")
    assert [(m.last_day, m.precision) for m in timing.milestones] == [
        (date(2026, 1, 31), "month"),
        (date(2026, 2, 28), "month"),
    ]


@pytest.mark.parametrize("text", ["2. Feb 2026\n4. Mar 2026", "4. Mar 2026"])
def test_numbers_that_do_not_count_up_from_one_are_days(text: str) -> None:
    timing = read_time(text)
    assert (timing.due, timing.precision) == (date(2026, 3, 4), "day")


def test_a_day_with_its_ending_apart_is_no_count_of_things_due() -> None:
    timing = read_time("1 April 2025 – 30 th June 2026")
    assert (timing.kind, timing.start, timing.due) == ("range", date(2025, 4, 1), date(2026, 6, 30))
