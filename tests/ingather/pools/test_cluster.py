"""Workers of a cluster give what a laptop gives, also when one of them is lost half-way."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ingather.options import Options
from ingather.pools import Setting, Task
from ingather.sources import Input
from normalise.model import Source
from tests.ingather.pools.misbehaving import end_the_worker
from tests.ingather.remote.buckets import s3

pytest.importorskip("distributed")

__all__ = ["s3"]
FILES = 80
SETTING = Setting(Options(date(2026, 1, 1)))

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, s3: str) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler and the process numbers of its workers, each without a nanny: one to be lost in a run,
    two with a file, and one that is left. They know the way to the object storage."""
    folder = tmp_path_factory.mktemp("cluster")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")  # two workers lost are enough
        started = [
            _start(folder / "scheduler.log", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        ]
        address = _said(folder / "scheduler.log", r"Scheduler at:\s+(tcp://\S+)")
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
        logs = [folder / f"worker{number}.log" for number in range(4)]
        started += [_start(log, "worker", address, *options) for log in logs]
        for log in logs:
            _said(log, r"(Registered to)")
    yield address, [p.pid for p in started[1:]]
    for process in started:
        process.kill()
        process.wait()


def _start(log: Path, what: str, *options: str) -> subprocess.Popen[bytes]:
    with log.open("wb") as file:
        command = [sys.executable, "-W", "ignore", "-m", "distributed.cli.dask_" + what, *options]
        return subprocess.Popen(command, stdout=file, stderr=file)


def _said(log: Path, pattern: str) -> str:
    for _ in range(600):
        found = re.search(pattern, log.read_text(errors="replace"))
        if found:
            return found.group(1)
        time.sleep(0.1)
    pytest.fail(log.read_text(errors="replace"))


def _run(folder: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ingather.cli", "run", str(folder), "--out", str(out)]
    return subprocess.Popen([*command, "--as-of", "2026-01-01", *more], stdout=subprocess.DEVNULL)


def _contents(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_cluster_writes_the_bytes_of_a_laptop_with_a_worker_lost_half_way(
    tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    address, workers = cluster
    inbox = tmp_path / "in"
    inbox.mkdir()
    for number in range(FILES):
        (inbox / f"plan-{number:03d}.txt").write_text(GOOD.format(number))
    (inbox / "empty.docx").write_bytes(b"")
    assert _run(inbox, tmp_path / "here", "--no-store").wait() == 1
    kept = tmp_path / "store" / "plans"
    running = _run(inbox, tmp_path / "lost", "--cluster", address, "--store", str(kept.parent))
    while not (kept.exists() and len(list(kept.iterdir())) >= 5):
        assert running.poll() is None
        time.sleep(0.01)
    os.kill(workers.pop(), signal.SIGKILL)
    assert running.wait() == 1
    assert _contents(tmp_path / "lost") == _contents(tmp_path / "here")
    with (tmp_path / "lost" / "files.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(f["outcome"] == "read" for f in csv.DictReader(file)) == FILES


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_file_that_two_workers_are_lost_with_is_set_aside_and_the_others_are_read(
    tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    from ingather.pools.cluster import Cluster

    inputs = []
    for name in ("a.txt", "b.txt", "fatal.txt", "z.txt"):
        (tmp_path / name).write_text(GOOD.format(name))
        inputs.append(Task(Input(str(tmp_path / name), name), Source(name)))
    pool = Cluster(cluster[0], end_the_worker)
    answers = {task.item.name: answer.file for task, answer in pool.run(SETTING, inputs, lambda task: None)}
    pool.close()
    assert {name: file.outcome for name, file in answers.items()} == {
        "a.txt": "read", "b.txt": "read", "fatal.txt": "set_aside", "z.txt": "read",
    }  # fmt: skip
    assert answers["fatal.txt"].reason == "Two computers of the cluster were lost while reading this file."


def test_workers_of_a_cluster_fetch_from_object_storage_themselves(
    tmp_path: Path, s3: str, cluster: tuple[str, list[int]]
) -> None:
    here = [_run_address(s3, tmp_path / "here"), _run_address(s3, tmp_path / "there", "--cluster", cluster[0])]
    assert [process.wait() for process in here] == [1, 1], "one file is empty"
    assert _contents(tmp_path / "there") == _contents(tmp_path / "here")


def _run_address(address: str, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ingather.cli", "run", address, "--out", str(out), "--no-store"]
    return subprocess.Popen([*command, "--as-of", "2026-01-01", *more], stdout=subprocess.DEVNULL)
