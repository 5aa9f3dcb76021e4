"""A file that brings the computer down twice is not opened again; a killed process counts against nobody."""

from __future__ import annotations

import json
from pathlib import Path

from ingather.journal import Journal
from ingather.pools import Task
from ingather.sources import Input
from normalise.model import Source

FATAL = Task(Input(Path("fatal.pdf"), "fatal.pdf"), Source("fatal.pdf", "f" * 64))


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
