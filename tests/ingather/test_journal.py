"""A file that brings the computer down twice is not opened again; a killed process counts against nobody."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from ingather.journal import Journal, is_reading
from ingather.pools import Task
from ingather.sources import Input
from normalise.model import Source

FATAL = Task(Input("fatal.pdf", "fatal.pdf"), Source("fatal.pdf", "f" * 64))


def die(folder: Path, boot: str) -> None:
    """A computer that stops while the file is read."""
    Journal(folder, boot).begun(FATAL)


def deaths(folder: Path, boot: str) -> int:
    return Journal(folder, boot).deaths(FATAL.source.sha256)


def test_each_start_of_the_computer_in_the_middle_of_a_file_counts_once(tmp_path: Path) -> None:
    die(tmp_path, "monday")
    assert deaths(tmp_path, "tuesday") == 1
    assert deaths(tmp_path, "tuesday") == 1
    die(tmp_path, "tuesday")
    assert deaths(tmp_path, "wednesday") == 2


def test_a_process_that_was_killed_counts_against_nobody(tmp_path: Path) -> None:
    die(tmp_path, "monday")
    (left,) = tmp_path.glob("reading-*.json")
    left.write_text(json.dumps({**json.loads(left.read_text()), "process": 2**22 + 1}))
    assert deaths(tmp_path, "monday") == 0
    assert deaths(tmp_path, "tuesday") == 0


def test_a_process_that_was_given_the_number_of_a_killed_one_reads_nothing(tmp_path: Path) -> None:
    Journal(tmp_path).begun(FATAL)
    assert is_reading(tmp_path)
    (left,) = tmp_path.glob("reading-*.json")
    said = json.loads(left.read_text())
    left.write_text(json.dumps({**said, "began": said["began"] - 86_400}))
    assert not is_reading(tmp_path)


def test_a_process_that_one_may_not_ask_is_taken_to_be_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Journal(tmp_path).begun(FATAL)

    def refuse(process: psutil.Process) -> float:
        raise psutil.AccessDenied(process.pid)

    monkeypatch.setattr(psutil.Process, "create_time", refuse)
    assert is_reading(tmp_path)


def test_a_run_that_ends_well_leaves_no_trace(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "monday")
    with journal.open():
        journal.begun(FATAL)
    assert deaths(tmp_path, "tuesday") == 0


def test_a_file_that_was_done_does_not_count(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "monday")
    journal.begun(FATAL)
    journal.done(FATAL)
    journal.begun(Task(FATAL.item, Source("other.pdf", "0" * 64)))
    assert deaths(tmp_path, "tuesday") == 0


def test_a_torn_note_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "reading-1.json").write_text('{"boot": "mon')
    assert deaths(tmp_path, "tuesday") == 0


def test_without_a_folder_nothing_is_noted() -> None:
    journal = Journal(None)
    with journal.open():
        journal.begun(FATAL)
    assert journal.deaths(FATAL.source.sha256) == 0


def test_a_clock_that_is_set_is_no_new_start(tmp_path: Path) -> None:
    die(tmp_path, "started at 1000000")
    assert deaths(tmp_path, "started at 1000300") == 0
    assert deaths(tmp_path, "started at 1090000") == 1


_READ = """
import sys
from datetime import date
from pathlib import Path
from ingather.batch import Batch, convert_all, look_at
from ingather.journal import Journal
from ingather.options import Options
from ingather.pools import Setting
from ingather.pools.processes import Processes
from ingather.sources import find_inputs

inbox, store, boot = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
pool = Processes(2, "tests.ingather.pools.misbehaving")
batch = Batch(Setting(Options(date(2026, 1, 1))), pool, Journal(store, boot))
for result in convert_all(look_at(find_inputs([inbox], store), batch), batch):
    print(result.file.source_file, result.file.outcome, result.file.reason)
pool.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the file hangs until a limit of Unix ends it")
def test_a_file_that_was_read_when_the_computer_died_twice_is_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    inbox, store = tmp_path / "in", tmp_path / "store"
    inbox.mkdir()
    for name in ("sleep.txt", "good.txt"):
        (inbox / name).write_text(f"Action\tLead\tBy when\nPlant trees {name}\tBo Ray\tMarch 2026\n")
    for boot in ("monday", "tuesday"):
        command = [sys.executable, "-c", _READ, str(inbox), str(store), boot]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        while "sleep.txt" not in _under_way(store, inbox, boot):
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
        process.communicate()
    command = [sys.executable, "-c", _READ, str(inbox), str(store), "wednesday"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    assert said[0].startswith("good.txt read")
    assert said[1].startswith("sleep.txt set_aside The computer stopped twice while this file was being read")


def _under_way(store: Path, inbox: Path, boot: str) -> list[str]:
    """The names of the files that the journal says are being read since this start of the computer."""
    names = {hashlib.sha256(p.read_bytes()).hexdigest(): p.name for p in inbox.iterdir()}
    said = [json.loads(p.read_text()) for p in store.glob("reading-*.json")]
    return [names[sha256] for each in said if each["boot"] == boot for sha256 in each["files"]]
