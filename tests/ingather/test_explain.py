"""`ingather explain` says why, in the terminal and as a page, and nothing of the document takes effect in either."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from click.testing import CliRunner

from ingather.cli import main
from ingather.explaining.terminal import row_line
from normalise.explain import RowReason

PLAN = """Anytown Plan

Action\tLead\tBy when
Homes\t\t
Insulate <b>lofts</b>\tBo Ray\tMarch 2026
No further actions\tN/A\tN/A
Cut [red]grass[/red]\tAnn Lee\tMay 2026
"""


TWICE = """Action\tLead\tBy when
Insulate lofts\tBo Ray\tMarch 2026
Plant trees\tBo Ray\tMay 2026
Task\tWho\tWhen
Cut grass\tAnn Lee\tMay 2026
"""


def explained(tmp_path: Path, *more: str, plan: str = PLAN) -> str:
    (tmp_path / "plan.txt").write_text(plan)
    result = CliRunner(env={"COLUMNS": "160"}).invoke(main, ["explain", str(tmp_path / "plan.txt"), *more])
    assert result.exit_code == 0
    return result.output


def test_the_terminal_shows_columns_with_field_reason_and_examples(tmp_path: Path) -> None:
    shown = explained(tmp_path)
    assert "Table 1: taken, 2 actions" in shown
    assert "one of the names of “lead”" in shown
    assert "Cut [red]grass[/red]" in shown
    assert "Row 4 left out (a row that says there is no action): No further actions" in shown


def test_the_page_stands_alone_and_shows_markup_as_text(tmp_path: Path) -> None:
    explained(tmp_path, "--html", str(tmp_path / "why.html"))
    page = (tmp_path / "why.html").read_text(encoding="utf-8")
    assert "Insulate &lt;b&gt;lofts&lt;/b&gt;" in page
    assert "<b>" not in page
    assert not any(mark in page for mark in ("<script", "<link", "<img", "http:", "https:"))


def test_a_file_that_cannot_be_read_gets_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    result = CliRunner().invoke(main, ["explain", str(tmp_path / "empty.docx")])
    assert result.exit_code == 1
    assert "empty.docx: The file is empty." in result.output


def test_another_header_is_said_to_be_one_and_where_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "why.html"
    shown = explained(tmp_path, plan=TWICE)
    assert shown.count("Another header, in row 4:") == 1
    assert shown.index("By when") < shown.index("Another header") < shown.index("Task")
    explained(tmp_path, "--html", str(page), plan=TWICE)
    assert page.read_text(encoding="utf-8").count("<caption>Columns under another header, in row 4</caption>") == 1


def test_a_table_left_is_said_to_be_left_out(tmp_path: Path) -> None:
    assert "Table 1: left out (" in explained(tmp_path, plan="Colour\tMeaning\nRed\tLate\nGreen\tOn track\n")


def test_a_row_left_out_without_words_of_its_own_ends_in_no_colon() -> None:
    assert row_line(RowReason(7, "a row with no action text", "")) == "Row 7 left out (a row with no action text)"


def test_a_table_that_a_correction_left_out_of_the_unchanged_file_is_said_to_be_left_out(tmp_path: Path) -> None:
    known = hashlib.sha256(PLAN.encode()).hexdigest()
    said = {
        "what": "table",
        "source_file": "was.txt",
        "table": 1,
        "actions": False,
        "words": "x",
        "source_sha256": known,
    }
    named = {"what": "file", "source_file": "was.txt", "now": "plan.txt"}
    (tmp_path / "said.jsonl").write_text(f"{json.dumps(said)}\n{json.dumps(named)}\n")
    shown = explained(tmp_path, "--corrections", str(tmp_path / "said.jsonl"))
    assert "Table 1: left out (a correction says that it holds no actions)" in shown
