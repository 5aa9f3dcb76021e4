"""What a run says at its end agrees with the tables it wrote."""

from __future__ import annotations

from pathlib import Path

from ingather.report import as_text, report
from normalise.rows import Row


def said_of(*severities: str) -> str:
    review: list[Row] = [{"severity": severity} for severity in severities]
    return as_text(report({"files": [], "actions": [], "review": review}, [Path("action-plans.xlsx")]))


def test_all_rows_to_review_are_counted_by_how_much_they_matter() -> None:
    assert "Things to review: 2 to check, 1 good to know\n" in said_of("check", "info", "check")


def test_what_is_likely_wrong_is_told_among_what_to_check() -> None:
    assert "Things to review: 2 to check (1 likely wrong), 0 good to know\n" in said_of("check", "problem")
