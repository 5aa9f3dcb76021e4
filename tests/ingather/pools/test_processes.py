"""What one file does costs no other file anything: crashes, hangs, memory, children."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from ingather.batch import Batch, convert_all, look_at
from ingather.journal import Journal
from ingather.options import Options
from ingather.pools import Answer, Setting, Task
from ingather.pools.allowance import Allowance
from ingather.pools.processes import Processes
from ingather.pools.serial import Serial
from ingather.results import Result
from ingather.sources import find_inputs

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"
SETTING = Setting(Options(date(2026, 1, 1)))
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="limits of the system are set on Unix only")


@pytest.fixture
def pool() -> Iterator[Processes]:
    made = Processes(2, "tests.ingather.pools.misbehaving", Allowance(2))
    yield made
    made.close()


def results(folder: Path, pool: Processes | Serial) -> dict[str, Result]:
    batch = Batch(SETTING, pool, Journal(None))
    found = look_at(find_inputs([folder], folder / "out"), batch)
    return {r.file.source_file: r for r in convert_all(found, batch)}


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(GOOD.format(name))


@UNIX
@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("hang", "took longer"),
        ("sleep", "took longer"),
        ("crash", "ended the process"),
        ("leave", "ended the process"),
        ("unhurried", "took longer"),
        ("unbound", "took more memory"),
    ],
)
def test_a_bad_file_is_set_aside_and_the_others_are_as_without_it(
    tmp_path: Path, pool: Processes, deed: str, reason: str
) -> None:
    good = [f"good-{n}.txt" for n in range(6)]
    make(tmp_path, *good)
    without = results(tmp_path, Serial())
    make(tmp_path, f"{deed}.txt")
    found = results(tmp_path, pool)
    bad = found.pop(f"{deed}.txt")
    assert found == without
    assert bad.file.outcome == "set_aside"
    assert reason in bad.file.reason
    assert not bad.lasting


@UNIX
def test_memory_beyond_the_limit_is_refused_and_costs_nobody_else(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "memory.txt", "good.txt")
    found = results(tmp_path, pool)
    assert found["memory.txt"].file.outcome == "set_aside"
    assert found["good.txt"].file.outcome == "read"


@UNIX
def test_a_file_that_failed_once_is_read_the_second_time(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "once.txt", "good.txt")
    assert results(tmp_path, pool)["once.txt"].file.outcome == "read"


def test_what_a_library_prints_does_not_come_between(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "talk.txt")
    assert results(tmp_path, pool)["talk.txt"].file.outcome == "read"


@UNIX
def test_a_worker_is_ended_with_its_children(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "child.txt")
    results(tmp_path, pool)
    child = int((tmp_path / "child.pid").read_text())
    for _ in range(50):
        with suppress(ProcessLookupError):
            os.kill(child, 0)
            if Path(f"/proc/{child}/stat").exists() and " Z " in Path(f"/proc/{child}/stat").read_text():
                break  # ended, and nobody has asked how
            time.sleep(0.1)
            continue
        break
    else:
        pytest.fail("the child lives on")


@UNIX
def test_memory_that_other_files_had_taken_costs_a_file_nothing(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "starve.txt")
    assert results(tmp_path, pool)["starve.txt"].file.outcome == "read"


@UNIX
@pytest.mark.parametrize(
    ("deed", "reason"), [("dribble", "took longer"), ("sink", "took longer"), ("break", "ended the process")]
)
def test_what_was_read_before_the_end_is_kept(tmp_path: Path, pool: Processes, deed: str, reason: str) -> None:
    make(tmp_path, f"{deed}.txt")
    found = results(tmp_path, pool)[f"{deed}.txt"]
    assert found.file.outcome == "partly_read"
    assert reason in found.file.reason
    assert found.plan is not None
    assert "The first words." in str(next(found.plan.rows("plans"))["text"])
    assert not found.lasting


def test_any_number_of_workers_gives_the_same(tmp_path: Path) -> None:
    make(tmp_path, *(f"plan-{n}.txt" for n in range(20)))
    alone = results(tmp_path, Serial())
    for count in (1, 3):
        pool = Processes(count)
        assert results(tmp_path, pool) == alone
        pool.close()


def test_every_file_is_answered_once_and_told_when_it_begins(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "leave.txt", *(f"good-{n}.txt" for n in range(4)))
    batch = Batch(SETTING, pool, Journal(None))
    tasks = look_at(find_inputs([tmp_path], tmp_path / "out"), batch).tasks
    begun: list[Task] = []
    answered: list[tuple[Task, Answer]] = list(pool.run(SETTING, tasks, begun.append))
    assert sorted(t.source.path for t, _ in answered) == sorted(t.source.path for t in tasks)
    assert len(begun) == len(tasks) + 1


@pytest.mark.parametrize(("pages", "seconds"), [(1, 20), (50, 20), (150, 50), (10_000, 120)])
def test_more_pages_may_take_more_time(pages: int, seconds: float) -> None:
    assert Allowance().for_pages(pages) == Allowance(seconds)
    assert Allowance(seconds).wall == 3 * seconds
