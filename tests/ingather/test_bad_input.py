"""A bad file costs nobody else anything: one plain sentence each, and the other files are still read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingather.cli import main

ROOT = Path(__file__).parent.parent.parent
GOOD = "Action\tLead\tBy when\nPlant trees\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / table).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(folder: Path, out: Path, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["run", str(folder), "--out", str(out), "--as-of", "2026-01-01", *more])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_each_bad_file_has_its_sentence_and_the_good_one_is_read(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    plan = (ROOT / "samples" / "plain-table.docx").read_bytes()
    (inbox / "good.txt").write_text(GOOD)
    (inbox / "empty.docx").write_bytes(b"")
    (inbox / "cut.docx").write_bytes(plan[: len(plan) // 2])
    (inbox / "photo.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (inbox / "lying.pdf").write_bytes(plan)
    code, output = run(inbox, tmp_path / "out")
    files = {f["source_file"]: f for f in rows(tmp_path / "out", "files.csv")}
    assert code == 1
    assert {n: f["outcome"] for n, f in files.items()} == {
        "good.txt": "read", "empty.docx": "refused", "cut.docx": "refused", "photo.docx": "unsupported",
        "lying.pdf": "read",
    }  # fmt: skip
    assert files["lying.pdf"]["format"] == "docx"
    for name in ("empty.docx", "cut.docx", "photo.docx"):
        assert files[name]["reason"].endswith(".")
        assert files[name]["suggestion"]
        assert name in output
    assert len([a for a in rows(tmp_path / "out", "actions.csv") if a["source_file"] == "good.txt"]) == 2


def test_a_photo_alone_is_no_failure_and_an_empty_folder_neither(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert run(tmp_path / "in", tmp_path / "out")[0] == 0
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    assert run(tmp_path / "in", tmp_path / "out")[0] == 0


def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    code, output = run(tmp_path / "nowhere", tmp_path / "out")
    assert code == 2
    assert "does not exist" in output


def test_an_address_is_no_place_for_results(tmp_path: Path) -> None:
    out = CliRunner().invoke(main, ["run", str(tmp_path), "--out", "s3://bucket/results"])
    assert out.exit_code == 2
    assert "written to a folder of this computer" in out.output


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD)
    (tmp_path / "blocked").write_text("a file where a folder should be")
    assert run(tmp_path / "in", tmp_path / "blocked" / "out")[0] == 3


def test_the_same_bytes_under_two_names_give_rows_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text(GOOD)
    code, _ = run(tmp_path / "in", tmp_path / "out")
    files = {f["source_file"]: f["outcome"] for f in rows(tmp_path / "out", "files.csv")}
    assert (code, files) == (0, {"a.txt": "read", "b.txt": "duplicate"})
    assert {a["source_file"] for a in rows(tmp_path / "out", "actions.csv")} == {"a.txt"}


def test_a_file_without_a_table_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.txt").write_text("Dear all,\n\nThank you for coming.\n")
    run(tmp_path / "in", tmp_path / "out")
    (file,) = rows(tmp_path / "out", "files.csv")
    assert file["outcome"] == "no_actions"
    assert file["reason"]
    assert "Thank you for coming." in rows(tmp_path / "out", "plans.csv")[0]["text"]


@pytest.mark.parametrize("command", ["run", "tables", "schema"])
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    assert f"ingather {command}" in CliRunner().invoke(main, [command, "--help"]).output.split("Example:")[1]
