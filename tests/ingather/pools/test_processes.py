"""What one file does costs no other file anything: crashes, hangs, memory, children."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace

import pytest

from ingather.batch import Batch, convert_all, look_at
from ingather.journal import Journal
from ingather.options import Options
from ingather.pools import Answer, Setting, Task
from ingather.pools.allowance import Allowance
from ingather.pools.process import Process, Said
from ingather.pools.processes import Processes
from ingather.pools.serial import Serial
from ingather.pools.worker import _peak_memory
from ingather.results import Result
from ingather.sources import find_inputs

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"
SETTING = Setting(Options(date(2026, 1, 1)))
MISBEHAVING = "tests.ingather.pools.misbehaving"
SET_ASIDE = {
    "hang": "took longer", "sleep": "took longer", "crash": "ended the process", "leave": "ended the process",
    "unhurried": "took longer", "unbound": "took more memory", "memory": "ended the process",
}  # fmt: skip
PARTLY_READ = {"dribble": "took longer", "sink": "took longer", "break": "ended the process"}
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="limits of the system are set on Unix only")


@pytest.fixture
def pool() -> Iterator[Processes]:
    made = Processes(2, MISBEHAVING, Allowance(3))
    yield made
    made.close()


def results(folder: Path, pool: Processes | Serial) -> dict[str, Result]:
    batch = Batch(SETTING, pool, Journal(None))
    found = look_at(find_inputs([folder], folder / "out"), batch)
    return {r.file.source_file: r for r in convert_all(found, batch)}


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(GOOD.format(name))


Read = dict[str, Result]


@pytest.fixture(scope="module")
def among_bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Read, Read]:
    """What becomes of good files alone, and of the same among one of every bad kind, all read in one go."""
    folder = tmp_path_factory.mktemp("among")
    make(folder, *(f"good-{n}.txt" for n in range(6)))
    alone = results(folder, Serial())
    make(folder, *(f"{deed}.txt" for deed in (*SET_ASIDE, *PARTLY_READ)))
    with closing(Processes(2, MISBEHAVING, Allowance(3))) as pool:
        return alone, results(folder, pool)


@UNIX
def test_the_worst_files_cost_the_others_nothing(among_bad: tuple[Read, Read]) -> None:
    alone, among = among_bad
    assert {name: among[name] for name in alone} == alone
    assert {result.file.outcome for result in alone.values()} == {"read"}


@UNIX
@pytest.mark.parametrize(("deed", "reason"), SET_ASIDE.items())
def test_a_bad_file_is_set_aside_with_its_reason(among_bad: tuple[Read, Read], deed: str, reason: str) -> None:
    bad = among_bad[1][f"{deed}.txt"]
    assert bad.file.outcome == "set_aside"
    assert reason in bad.file.reason
    assert not bad.lasting


@UNIX
@pytest.mark.parametrize(("deed", "reason"), PARTLY_READ.items())
def test_what_was_read_before_the_end_is_kept(among_bad: tuple[Read, Read], deed: str, reason: str) -> None:
    bad = among_bad[1][f"{deed}.txt"]
    assert bad.file.outcome == "partly_read"
    assert reason in bad.file.reason
    assert bad.plan is not None
    assert "The first words." in str(next(bad.plan.rows("plans"))["text"])
    assert not bad.lasting


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


def test_a_worker_that_ends_leaves_no_temporary_file(
    tmp_path: Path, pool: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, folder = tmp_path / "scratch", tmp_path / "plans"
    scratch.mkdir()
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    make(folder, "litter.txt", "good.txt")
    assert results(folder, pool)["good.txt"].file.outcome == "read"
    pool.close()
    assert not list(scratch.iterdir())


@UNIX
def test_memory_that_other_files_had_taken_costs_a_file_nothing(tmp_path: Path, pool: Processes) -> None:
    make(tmp_path, "starve.txt")
    assert results(tmp_path, pool)["starve.txt"].file.outcome == "read"


def test_any_number_of_workers_gives_the_same(tmp_path: Path) -> None:
    make(tmp_path, *(f"plan-{n}.txt" for n in range(20)))
    alone = results(tmp_path, Serial())
    for count in (1, 3):
        with closing(Processes(count)) as pool:
            assert results(tmp_path, pool) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what the parent held")
def test_a_worker_counts_no_memory_that_its_parent_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrusage", lambda _: SimpleNamespace(ru_maxrss=1 << 40))
    assert 0 < _peak_memory() < 1 << 40


def test_a_worker_is_kept_for_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    class Counted(Process):
        def __init__(self, said: SimpleQueue[Said], module: str, allowance: Allowance) -> None:
            started.append(1)
            super().__init__(said, module, allowance)

    monkeypatch.setattr("ingather.pools.processes.Process", Counted)
    make(tmp_path, *(f"plan-{n}.txt" for n in range(4)))
    with closing(Processes(1)) as pool:
        assert len(results(tmp_path, pool)) == 4
    assert len(started) == 1


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
