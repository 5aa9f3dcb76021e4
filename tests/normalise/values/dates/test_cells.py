"""Cells as plans write them, each with the kind and the dates it comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalise.values.dates import read_time

CELLS = [
    line.replace("\\n", "\n").split("|")
    for line in (Path(__file__).parent / "cells.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "kind", "start", "due"), CELLS)
def test_a_cell_comes_to_its_kind_and_its_dates(text: str, kind: str, start: str, due: str) -> None:
    timing = read_time(text)
    assert (timing.kind, str(timing.start or ""), str(timing.due or "")) == (kind, start, due)


@pytest.mark.parametrize(("text", "kind", "start", "due"), CELLS)
def test_case_and_spacing_and_the_kind_of_dash_change_nothing(text: str, kind: str, start: str, due: str) -> None:
    for other in (text.upper(), text.lower(), text.replace(" ", "  "), text.replace(" ", "\u00a0")):
        assert read_time(other).kind == kind
    for dash in "-‐‑‒–—−－":
        timing = read_time(text.replace("–", "-").replace("—", "-").replace("-", dash))
        assert (timing.kind, str(timing.start or ""), str(timing.due or "")) == (kind, start, due)


@pytest.mark.parametrize("text", [text for text, kind, *_ in CELLS if kind == "unparsed"])
def test_a_cell_that_is_not_read_is_flagged(text: str) -> None:
    assert {note.code for note in read_time(text).notes} & {"date-unparsed", "date-impossible"}


@pytest.mark.parametrize(
    "text",
    ["1/4/2025 - 3103/2026", "March 2025, then 3103/2026", "Ongoing to 3103/2026", "1/4/2025 - 3103/26"],
)
def test_figures_run_together_beside_what_is_read_are_flagged(text: str) -> None:
    assert "date-unparsed" in {note.code for note in read_time(text).notes}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Plant 250-300 trees by March 2026", "2026-03-31"), ("By March 2026 (0121-303-1234)", "2026-03-31"),
        ("Minute 123/24, March 2026", "2026-03-31"), ("March 2026 (CAB 045/25)", "2026-03-31"),
        ("1000-1200 hrs, 3 May 2026", "2026-05-03"),
    ],
)  # fmt: skip
def test_amounts_telephones_minutes_and_times_of_day_are_no_dates_run_together(text: str, due: str) -> None:
    timing = read_time(text)
    assert (str(timing.due), timing.notes) == (due, ())
