"""What a run says at its end agrees with the tables it wrote."""

from __future__ import annotations

from dataclasses import replace
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


def a_file(name: str, outcome: str, reason: str, kind: str = "pdf") -> Row:
    told = {"source_file": name, "outcome": outcome, "reason": reason, "format": kind}
    return {**told, "suggestion": "Look at it.", "actions": 1}


def test_a_file_that_was_read_but_for_a_page_is_listed_and_an_archive_is_not() -> None:
    files = [a_file("a.pdf", "read", "Page 3 has no text."), a_file("plans.zip", "read", "An archive.", "zip")]
    said = as_text(report({"files": files, "actions": [], "review": []}, [Path("action-plans.xlsx")]))
    assert "  a.pdf: Page 3 has no text. Look at it.\n" in said
    assert "plans.zip" not in said


def test_lines_end_where_the_terminal_does_and_between_words() -> None:
    refused = a_file("plan.docx", "refused", "The file is damaged or incomplete: its end is missing.")
    said = as_text(report({"files": [refused], "actions": [], "review": []}, [Path("action-plans.xlsx")]), 40)
    assert "  plan.docx: The file is damaged or\n    incomplete: its end is missing. Look\n    at it.\n" in said


def test_edits_that_were_kept_are_counted() -> None:
    read = report({"files": [], "actions": [], "review": []}, [Path("action-plans.xlsx")])
    assert "Edits kept" not in as_text(read)
    assert "Edits kept:       1 cell changed in the workbook, now in the corrections\n" in as_text(
        replace(read, edits_kept=1)
    )
