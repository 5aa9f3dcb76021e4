"""A run that cannot go on says why in a sentence that is true, and the next one ends right."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from ingather.cli import main

GOOD = "Action\tLead\tBy when\nPlant trees\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


def run(folder: Path, *more: str) -> Result:
    (folder / "in").mkdir(exist_ok=True)
    command = ["run", str(folder / "in"), "--out", str(folder / "out"), "--as-of", "2026-01-01", *more]
    return CliRunner().invoke(main, command)


def written(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (folder / "out").iterdir() if p.is_file()}


def test_a_stop_while_the_results_are_written_is_told_and_mended_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    plan = tmp_path / "in" / "plan.txt"
    plan.write_text(GOOD)
    run(tmp_path)
    plan.write_text(GOOD.replace("trees", "hedges"))

    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("export.writers.to_datapackage.write", stop)
        result = run(tmp_path)
    assert result.exit_code == 130
    assert result.stderr.startswith("Stopped while the results were written: each file is whole")
    run(tmp_path)
    mended = written(tmp_path)
    (tmp_path / "again").mkdir()
    (tmp_path / "in").rename(tmp_path / "again" / "in")
    run(tmp_path / "again")
    anew = written(tmp_path / "again")
    assert {n: d for n, d in mended.items() if n.endswith(".csv")} == {
        n: d for n, d in anew.items() if n.endswith(".csv")
    }


def test_an_output_folder_that_may_not_be_looked_into_is_no_fault_of_corrections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("ingather.running.load", denied)
    result = run(tmp_path)
    assert result.exit_code == 3
    assert "Permission denied. Give a folder of your own with --out." in result.stderr


def test_corrections_that_are_no_text_are_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "said.jsonl").write_bytes(b"\xff\xfe{")
    result = run(tmp_path, "--corrections", str(tmp_path / "said.jsonl"))
    assert result.exit_code == 2
    assert "is not text in UTF-8" in result.stderr


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.txt").write_text(GOOD)
    (tmp_path / "out").write_text("a file where the folder should be")
    monkeypatch.setattr("ingather.pools.processes.Process", None)  # would fail if a file had to be opened
    result = CliRunner().invoke(main, ["run", str(tmp_path / "in"), "--out", str(tmp_path / "out" / "deep")])
    assert result.exit_code == 3


def test_an_empty_folder_is_told_as_that(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "There was no file to read" in result.stdout


def test_what_was_passed_over_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "~$plan.docx").write_bytes(bytes(162))
    assert "Passed over:      1 hidden, temporary or lock file\n" in run(tmp_path).stdout
    assert json.loads(run(tmp_path, "--json").stdout)["passed_over"] == 1


def test_a_dry_run_speaks_to_programs_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.txt").write_text(GOOD)
    with ZipFile(tmp_path / "in" / "plans.zip", "w") as archive:
        archive.writestr("plan.txt", GOOD)
    with ZipFile(tmp_path / "in" / "plan.pages", "w") as pages:
        pages.writestr("Index/Document.iwa", GOOD)
    assert json.loads(run(tmp_path, "--dry-run", "--json").stdout) == {
        "files_found": 4, "to_be_read": 1, "known_already": 0, "same_as_another": 1, "zips_opened": 1,
        "cannot_be_opened": 0, "kind_not_read": 1,
    }  # fmt: skip
