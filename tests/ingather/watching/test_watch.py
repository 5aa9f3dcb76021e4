"""A watched folder: whole files only, each once, old rows superseded or kept, and every file with its state."""

from __future__ import annotations

import csv
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from ingather.pools.serial import Serial
from ingather.watching.lock import Held, locked
from ingather.watching.watch import Watch, Watcher, watch_folder

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


class Yard:
    """An inbox, a watcher over it, and a clock that runs only when told to."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.out = folder / "inbox", folder / "out"
        self.inbox.mkdir()
        self.out.mkdir()
        self.time = 1_000.0
        self.watch = Watch(self.inbox, self.out, folder / "store", date(2026, 1, 1))
        self.start()

    def start(self) -> None:
        """A watcher that knows only what stands on the disk."""
        self.watcher = Watcher(self.watch, Serial(), lambda: self.time)

    def after(self, seconds: float) -> dict[str, str]:
        """The state of every file after so many seconds with a look each."""
        for _ in range(int(seconds)):
            self.time += 1
            self.watcher.turn()
        return {f["source_file"]: f["outcome"] for f in self.rows("files")}

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def actions(self) -> set[str]:
        return {a["action"] for a in self.rows("actions")}

    def put(self, name: str, text: str) -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    return Yard(tmp_path)


def test_a_file_is_read_when_it_has_been_still_for_five_seconds(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    assert yard.after(4) == {"plan.txt": "waiting"}
    assert yard.actions() == set()
    assert yard.after(3) == {"plan.txt": "read"}
    assert yard.actions() == {"Plant trees 1", "Cut grass"}


def test_a_file_that_still_grows_is_not_read(yard: Yard) -> None:
    for part in range(1, 8):
        yard.put("plan.txt", GOOD.format(1)[: 10 * part])
        assert yard.after(4) == {"plan.txt": "waiting"}
    yard.put("plan.txt", GOOD.format(1))
    assert yard.after(7) == {"plan.txt": "read"}


@pytest.mark.parametrize("room", [b"", bytes(5_000)])
def test_room_made_for_a_file_is_no_file_yet(yard: Yard, room: bytes) -> None:
    path = yard.inbox / "plan.txt"
    path.write_bytes(room)
    assert yard.after(20) == {"plan.txt": "waiting"}
    path.write_text(GOOD.format(1))
    assert yard.after(7) == {"plan.txt": "read"}


def test_an_empty_file_that_stays_empty_is_told_in_the_end(yard: Yard) -> None:
    yard.put("plan.txt", "")
    assert yard.after(63) == {"plan.txt": "refused"}


def test_a_file_replaced_is_read_again_and_its_old_rows_stand_until_then(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format("old"))
    yard.after(7)
    yard.put("plan.txt", GOOD.format("new and longer"))
    assert yard.after(2) == {"plan.txt": "waiting"}
    assert "Plant trees old" in yard.actions()
    assert yard.after(7) == {"plan.txt": "read"}
    assert yard.actions() == {"Plant trees new and longer", "Cut grass"}


def test_a_file_deleted_keeps_its_rows_marked_also_after_a_new_start(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    (yard.inbox / "plan.txt").unlink()
    assert yard.after(2) == {"plan.txt": "gone"}
    yard.start()
    yard.put("other.txt", GOOD.format(2))
    assert yard.after(7) == {"other.txt": "read", "plan.txt": "gone"}
    assert yard.actions() == {"Plant trees 1", "Plant trees 2", "Cut grass"}


def test_a_file_that_was_only_renamed_leaves_no_rows_behind(yard: Yard) -> None:
    path = yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    path.rename(yard.inbox / "named.txt")
    assert yard.after(8) == {"named.txt": "read"}


def test_lock_files_and_downloads_under_way_are_passed_over(yard: Yard) -> None:
    for name in ("~$plan.docx", ".hidden.txt", "plan.txt.part", "plan.crdownload", "a.tmp"):
        yard.put(name, GOOD.format(name))
    yard.put("plan.txt", GOOD.format(1))
    assert yard.after(7) == {"plan.txt": "read"}


def test_nothing_is_written_while_nothing_changes(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    before = {p.name: p.stat().st_mtime_ns for p in yard.out.iterdir()}
    yard.after(30)
    assert {p.name: p.stat().st_mtime_ns for p in yard.out.iterdir()} == before


def test_an_inbox_that_cannot_be_reached_loses_no_rows(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    yard.inbox.rename(yard.inbox.with_name("away"))
    assert yard.after(5) == {"plan.txt": "read"}
    assert "cannot be reached" in (yard.out / "status.html").read_text()
    yard.inbox.with_name("away").rename(yard.inbox)
    assert yard.after(8) == {"plan.txt": "read"}


def test_the_page_names_every_file_and_runs_nothing_in_a_name(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    yard.put("<img src=x onerror=alert(1)>.txt", GOOD.format(2))
    yard.after(7)
    page = (yard.out / "status.html").read_text()
    assert "plan.txt" in page
    assert "&lt;img" in page
    assert "<img" not in page
    assert re.search(r"<html lang=.en.", page)


def test_the_page_says_first_what_could_not_be_read_or_must_wait(yard: Yard) -> None:
    yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    assert "<p>Everything that has arrived is read. (" in (yard.out / "status.html").read_text()
    yard.put("broken.docx", "PK\x03\x04")
    yard.after(7)
    yard.put("new.txt", GOOD.format(2))
    yard.after(2)
    page = (yard.out / "status.html").read_text()
    assert "<p>Everything that has arrived is read, but 1 that could not be read and 1 that must wait. (" in page


def test_the_originals_stay_as_they_were(yard: Yard) -> None:
    path = yard.put("plan.txt", GOOD.format(1))
    os.utime(path, (5, 5))
    yard.after(7)
    assert (path.read_text(), path.stat().st_mtime) == (GOOD.format(1), 5)
    assert [p.name for p in yard.inbox.iterdir()] == ["plan.txt"]


def test_output_inside_the_inbox_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert watch_folder(Watch(tmp_path, tmp_path / "out", tmp_path / "store"), Serial()) == 2
    assert "may not lie inside" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a lock is shared by the handles of one process there")
def test_a_second_watcher_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    inbox, registry = tmp_path / "in", tmp_path / "registry"
    with locked(inbox, tmp_path / "a", registry):
        second = locked(inbox, tmp_path / "b", registry)
        with pytest.raises(Held, match=rf"watched already, by .* \(process {os.getpid()}\)"):
            second.__enter__()
    with locked(inbox, tmp_path / "b", registry):
        pass


def test_what_an_analyst_changed_in_the_workbook_stays(yard: Yard) -> None:
    from openpyxl import load_workbook

    yard.put("plan.txt", GOOD.format(1))
    yard.after(7)
    book = load_workbook(yard.out / "action-plans.xlsx")
    sheet = book["Actions"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "Bo Ray")
    cell.value = "Cy Day"
    book.save(yard.out / "action-plans.xlsx")
    yard.put("other.txt", GOOD.format(2))
    yard.after(7)
    assert "Cy Day" in {a["lead"] for a in yard.rows("actions") if a["source_file"] == "plan.txt"}


def test_it_says_at_the_start_where_to_look_and_how_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Watcher, "until", lambda watcher, stop: None)
    monkeypatch.setattr("ingather.watching.watch.signal.signal", lambda number, handler: None)
    (tmp_path / "in").mkdir()
    assert watch_folder(Watch(tmp_path / "in", tmp_path / "out", tmp_path / "store"), Serial()) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "out" / "status.html") in said and "Ctrl-C" in said
