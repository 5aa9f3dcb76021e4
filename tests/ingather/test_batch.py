"""Many files: what is read, what is known already, zips as folders, and a run stopped half-way."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingather.cli import main

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass {0}\tAnn Lee\tMay 2026\n"


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / table).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def outcomes(out: Path) -> dict[str, str]:
    return {f["source_file"]: f["outcome"] for f in rows(out, "files.csv")}


def run(folder: Path, *more: str) -> Result:
    inbox, out = folder / "in", folder / "out"
    return CliRunner().invoke(main, ["run", str(inbox), "--out", str(out), "--as-of", "2026-01-01", *more])


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD.format(name))


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_txt", ".txt").replace("_zip", ".zip"), data)
    return buffer.getvalue()


def written(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (folder / "out").iterdir() if p.is_file()}


def tables(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in written(folder).items() if name.endswith(".csv")}


def test_the_files_in_a_zip_are_read_as_those_of_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt")
    inner = zipped(deep_txt=GOOD.format("deep").encode())
    plan = GOOD.format("north").encode()
    (tmp_path / "in" / "all.zip").write_bytes(zipped(north__plan_txt=plan, inner_zip=inner, empty_txt=b""))
    assert run(tmp_path).exit_code == 1
    assert outcomes(tmp_path / "out") == {
        "all.zip": "read", "all.zip/empty.txt": "refused", "all.zip/inner.zip": "read",
        "all.zip/inner.zip/deep.txt": "read", "all.zip/north/plan.txt": "read", "plan.txt": "read",
    }  # fmt: skip
    assert {a["source_file"] for a in rows(tmp_path / "out", "actions.csv")} == {
        "all.zip/inner.zip/deep.txt", "all.zip/north/plan.txt", "plan.txt",
    }  # fmt: skip


def test_a_zip_that_leads_out_of_itself_stays_inside_and_one_that_is_broken_says_so(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt")
    good = zipped(**{"../../etc/plan.txt": GOOD.format("out").encode()})
    (tmp_path / "in" / "out.zip").write_bytes(good)
    (tmp_path / "in" / "cut.zip").write_bytes(good[: len(good) // 2])
    run(tmp_path)
    found = outcomes(tmp_path / "out")
    assert found == {"cut.zip": "refused", "out.zip": "read", "out.zip/etc/plan.txt": "read", "plan.txt": "read"}


def test_a_broken_zip_has_its_own_name_whatever_the_store_knows_it_by(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "in").mkdir()
    for names in (["old.zip"], ["a.zip", "b.zip"]):
        shutil.rmtree(tmp_path / "in")
        (tmp_path / "in").mkdir()
        for name in names:
            (tmp_path / "in" / name).write_bytes(b"PK\3\4 broken")
        run(tmp_path)
        assert outcomes(tmp_path / "out") == dict.fromkeys(names, "refused")


def test_results_are_written_anew_when_the_folder_read_has_moved(tmp_path: Path) -> None:
    make(tmp_path, "plan.txt")
    run(tmp_path)
    before = (tmp_path / "out" / "action-plans.xlsx").read_bytes()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "in").rename(tmp_path / "elsewhere" / "in")
    run(tmp_path / "elsewhere", "--out", str(tmp_path / "out"))
    assert (tmp_path / "out" / "action-plans.xlsx").read_bytes() != before, "its links lead to the files"


def test_files_of_a_zip_that_come_to_one_name_are_told_apart(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "in").mkdir()
    members = {"a__plan_txt": GOOD.format(1).encode(), "a__..__plan_txt": b"", "a__b__..__..__a__plan_txt": b""}
    members = {**members, "a__.__plan_txt": GOOD.format(2).encode()}
    (tmp_path / "in" / "all.zip").write_bytes(zipped(**members))
    run(tmp_path)
    assert set(outcomes(tmp_path / "out")) == {
        "all.zip", "all.zip/a/plan.txt", "all.zip/a/plan.txt (2)", "all.zip/a/plan.txt (3)", "all.zip/a/b/a/plan.txt",
    }  # fmt: skip


def test_a_second_run_writes_the_same_and_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "b.txt")
    first = run(tmp_path)
    before = written(tmp_path)
    monkeypatch.setattr("ingather.pools.processes.Process", None)  # would fail if a file had to be opened
    second = run(tmp_path)
    assert (second.exit_code, second.output) == (first.exit_code, first.output)
    assert written(tmp_path) == before


def test_an_output_that_was_changed_or_deleted_is_written_again(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    run(tmp_path)
    before = written(tmp_path)
    (tmp_path / "out" / "actions.csv").write_text("spoilt")
    (tmp_path / "out" / "files.csv").unlink()
    run(tmp_path)
    assert written(tmp_path) == before


def test_only_what_is_new_is_read_and_the_rest_is_as_ever(tmp_path: Path, _own_store: Path) -> None:
    make(tmp_path, "a.txt")
    run(tmp_path)
    make(tmp_path, "b.txt")
    run(tmp_path)
    stored = tables(tmp_path)
    run(tmp_path, "--no-store")
    assert tables(tmp_path) == stored
    assert len(list((_own_store / "documents").rglob("*/*"))) == 2


def test_a_store_that_is_spoilt_changes_no_result(tmp_path: Path, _own_store: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    run(tmp_path)
    before = written(tmp_path)
    for number, path in enumerate(sorted(p for p in _own_store.rglob("*") if p.is_file())):
        path.write_bytes(path.read_bytes()[: 40 * number])
    assert run(tmp_path).exit_code == 0
    assert written(tmp_path) == before


def test_a_correction_of_one_action_holds_with_the_store(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    run(tmp_path)
    out = tmp_path / "out"
    chosen = rows(out, "actions.csv")[0]["action_id"]
    CliRunner().invoke(main, ["correct", "value", str(out), chosen, "lead", "Cy Day"])
    for _ in range(2):
        run(tmp_path)
        assert [a["lead"] for a in rows(out, "actions.csv")] == ["Cy Day", "Ann Lee", "Bo Ray", "Ann Lee"]


def test_limit_reads_the_first_files_only(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "c.txt")
    run(tmp_path, "--limit", "2")
    assert list(outcomes(tmp_path / "out")) == ["a.txt", "b.txt"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    result = run(tmp_path, "--dry-run")
    assert result.exit_code == 0
    assert "To be read:       2" in result.output
    assert not (tmp_path / "out").exists()


def test_the_summary_is_there_for_programs(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "in" / "empty.docx").write_bytes(b"")
    said = json.loads(run(tmp_path, "--json").output)
    assert said["outcomes"] == {"read": 1, "refused": 1}
    assert (said["actions"], said["exit_code"]) == (2, 1)
    assert said["left"][0]["source_file"] == "empty.docx"


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_out_of_the_folder_is_listed_and_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "secret.txt").write_text(GOOD.format("secret"))
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(tmp_path / "in" / "pipe.docx")
    run(tmp_path)
    assert outcomes(tmp_path / "out") == {"a.txt": "read", "link.txt": "refused", "pipe.docx": "unsupported"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_and_the_same_command_goes_on(tmp_path: Path) -> None:
    make(tmp_path, *(f"plan-{n:03d}.txt" for n in range(500)))
    command = [
        sys.executable, "-m", "ingather.cli", "run", str(tmp_path / "in"), "--out", str(tmp_path / "out"),
        "--workers", "1", "--as-of", "2026-01-01",
    ]  # fmt: skip
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # shells make jobs in the background ignore it
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    kept = Path(os.environ["INGATHER_STORE"]) / "plans"
    while not (kept.exists() and len(list(kept.iterdir())) > 5):
        assert process.poll() is None, "too fast to be stopped"
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (
        said == "Stopped; the results are as they were. What was read is kept: run the same command again to go on.\n"
    )
    assert not list((tmp_path / "out").glob("*.csv"))
    assert run(tmp_path).exit_code == 0
    assert len(rows(tmp_path / "out", "actions.csv")) == 1000


def test_a_program_that_reads_otherwise_reads_everything_anew(
    tmp_path: Path, _own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt")
    run(tmp_path)
    assert len(list((_own_store / "plans").rglob("*/*"))) == 1
    monkeypatch.setattr("ingather.store.rules_version", lambda: "another")
    (tmp_path / "out" / "actions.csv").unlink()
    run(tmp_path)
    assert len(list((_own_store / "plans").rglob("*/*"))) == 2
    assert len(list((_own_store / "documents").rglob("*/*"))) == 1, "the document itself is as it was"


def test_the_same_bytes_under_two_names_are_read_once_and_give_rows_once(tmp_path: Path, _own_store: Path) -> None:
    make(tmp_path, "b/plan.txt")
    (tmp_path / "in" / "a.txt").write_bytes((tmp_path / "in" / "b" / "plan.txt").read_bytes())
    run(tmp_path)
    assert outcomes(tmp_path / "out") == {"a.txt": "read", "b/plan.txt": "duplicate"}
    assert {a["source_file"] for a in rows(tmp_path / "out", "actions.csv")} == {"a.txt"}
    assert len(list((_own_store / "documents").rglob("*/*"))) == 1


def test_a_store_that_is_deleted_costs_time_only(tmp_path: Path, _own_store: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    run(tmp_path)
    before = tables(tmp_path)
    shutil.rmtree(_own_store)
    make(tmp_path, "c.txt")
    run(tmp_path)
    shutil.rmtree(_own_store)
    (tmp_path / "in" / "c.txt").unlink()
    assert run(tmp_path).exit_code == 0
    assert tables(tmp_path) == before
