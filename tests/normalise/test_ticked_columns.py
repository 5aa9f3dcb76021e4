"""Columns that tick a status: one for each, or one that asks."""

from __future__ import annotations

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read


def statuses(*rows: str) -> list[str]:
    return [a.status for a in read(document("# Plan", table(*rows))).actions]


def test_letters_of_colours_as_columns_give_the_status_of_the_one_that_is_ticked() -> None:
    rows = (
        "Action | Lead | R | A | G",
        "Plant trees in parks | Bo Ray | | ✓ |",
        "Cut the long grass | Ann Lee | | | ✓",
    )
    assert statuses(*rows) == ["at_risk", "on_track"]


def test_words_of_status_as_columns_may_be_crossed() -> None:
    head = ("Action | Lead | Status | < | <", "^ | ^ | Not started | In progress | Complete")
    rows = ("Plant trees in parks | Bo Ray | X | |", "Cut the long grass | Ann Lee | | | X")
    assert statuses(*head, *rows) == ["not_started", "complete"]


@pytest.mark.parametrize(("heading", "cell", "status"), [
    ("Done?", "Yes", "complete"), ("Completed", "✓", "complete"), ("Done?", "No", ""), ("Completed", "X", ""),
])  # fmt: skip
def test_a_column_that_asks_whether_it_is_done_is_answered(heading: str, cell: str, status: str) -> None:
    rows = (f"Action | Lead | By when | {heading}", f"Plant trees in parks | Bo Ray | 2026 | {cell}")
    assert statuses(*rows, "Cut the long grass | Ann Lee | May 2026 | ") == [status, ""]


def test_times_as_columns_give_the_time_that_is_ticked_in_the_words_of_the_heading() -> None:
    rows = (
        "Action | Lead | Short term | Long term",
        "Plant trees in parks | Bo Ray | ✓ | ",
        "Cut grass | Ann Lee | | ✓",
    )
    plan = read(document("# Plan", table(*rows)))
    assert [(a.timescale, a.timescale_kind) for a in plan.actions] == [
        ("Short term", "relative"),
        ("Long term", "relative"),
    ]


def test_the_latest_of_several_dated_columns_of_status_holds() -> None:
    rows = ("Action | Lead | Q2 RAG | Q3 RAG", "Plant trees in parks | Bo Ray | Amber | Green")
    assert statuses(*rows, "Cut the long grass | Ann Lee | Red | ") == ["on_track", "off_track"]


def test_a_number_under_a_heading_of_per_cent_says_how_far_it_is() -> None:
    rows = ("Action | Lead | By when | Complete %", "Plant trees in parks | Bo Ray | 2026 | 100")
    assert statuses(*rows, "Cut the long grass | Ann Lee | May 2026 | 50") == ["complete", "in_progress"]


@pytest.mark.parametrize("key", [
    ("Key: R = not started, A = started, G = completed",), ("Red – not started", "Green – completed"),
])  # fmt: skip
def test_a_key_in_the_prose_says_what_letters_and_colours_mean(key: tuple[str, ...]) -> None:
    rows = ("Action | Lead | RAG", "Plant trees in parks | Bo Ray | G", "Cut the long grass | Ann Lee | R")
    assert [a.status for a in read(document("# Plan", *key, table(*rows))).actions] == ["complete", "not_started"]
    assert [a.status for a in read(document("# Plan", "Red – at the end", table(*rows))).actions] == [
        "on_track",
        "off_track",
    ]


def test_a_cross_says_no_where_a_tick_says_yes_and_two_ticks_tell_nothing() -> None:
    rows = ("Plant trees | Ann Lee | ✗ | ✓", "Cut grass | Bo Ray | ✓ | ✗", "Mend roofs | Cy Day | ✗ | ✗")
    plan = read(document("# Plan", table("Action | Lead | Complete | On track", *rows)))
    assert [a.status for a in plan.actions] == ["on_track", "complete", ""]
    twice = table(
        "Action | Lead | Not started | In progress", "Plant trees | Ann Lee | x | x", "Cut grass | Bo Ray | x |"
    )
    assert [a.status for a in read(document("# Plan", twice)).actions] == ["", "not_started"]


def test_several_statuses_ticked_are_asked_about() -> None:
    rows = ("Plant trees | Ann Lee | x | x | 2026", "Cut grass | Bo Ray | x | | 2026")
    plan = read(document("# Plan", table("Action | Lead | Not started | In progress | By when", *rows)))
    assert [a.review for a in plan.actions] == [("status-several",), ()]
    (note,) = [r for r in plan.review if r.code == "status-several"]
    assert note.message == "Several statuses are ticked: “Not started” and “In progress”."
