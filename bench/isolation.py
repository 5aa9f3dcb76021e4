"""Files read in processes of ours, of pebble and of the standard library: what a file costs, and what bad ones do.

    python -m bench.isolation                    writes bench/isolation.md
    python -m bench.isolation one POOL FOLDER    one pool over a folder, printed as JSON

Every pool does the same `convert` in two processes that may take 1 GiB of memory. For the cost it is given 400 plans;
then 31 plans and nine files among them that do what the worst documents do, with two seconds for each file. A pool that
has not ended after four minutes is ended with everything it started.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import date
from functools import partial
from pathlib import Path

import psutil

from bench.batch import _children, make_plans
from ingather.coding import encode
from ingather.options import Options
from ingather.pipeline import convert
from ingather.pools.allowance import STANDARD, Allowance, limit_memory
from ingest.limits import Limits
from normalise.model import Source
from tests.ingather.pools.misbehaving import DEEDS

HERE = Path(__file__).parent
_DAY = date(2026, 1, 1)
_WORKERS, _COSTED, _GOOD, _MOST = 2, 400, 31, 240.0
_SECONDS = 2.0
_BAD = ("leave", "leave", "hang", "hang", "memory", "memory", "crash", "crash", "child")
_TOLD = "2 that call `os._exit`, 2 that hang, 2 that eat memory, 2 that crash, 1 that starts a child and hangs"
_MARK = "INGATHER_BENCH"

Ended = Iterator[tuple[str, bool]]
"""The name of each file answered for, and whether it was read."""

Pool = Callable[[Sequence[Path], float], Ended]


def read(path: Path) -> bytes:
    """What every other pool does with a file: its answer, small enough to be sent."""
    deed = DEEDS.get(path.stem.partition("-")[0])
    if deed:
        deed(path)
    data = path.read_bytes()
    found = convert(data, Source(path.name, "", len(data)), Options(_DAY))
    return encode((found.file, found.rows))


def ours(paths: Sequence[Path], seconds: float) -> Ended:
    """The pool that runs are read with."""
    from ingather.contents import identify
    from ingather.pools import Setting, Task
    from ingather.pools.processes import Processes
    from ingather.sources import Input

    inputs = [Input(str(path), path.name) for path in paths]
    tasks = [Task(item, identify(item, Limits()).source) for item in inputs]
    pool = Processes(_WORKERS, "tests.ingather.pools.misbehaving", Allowance(seconds))
    for task, answer in pool.run(Setting(Options(_DAY)), tasks, lambda task: None):
        yield task.source.path, answer.plan is not None
    pool.close()


def pebbles(way: str, paths: Sequence[Path], seconds: float) -> Ended:
    """pebble's pool, which knows time on the clock only: three times the seconds, as ours allows."""
    from pebble import ProcessPool

    context = multiprocessing.get_context(way)
    with ProcessPool(_WORKERS, initializer=limit_memory, context=context) as pool:
        yield from _ended({path.name: pool.schedule(read, [path], timeout=seconds * 3) for path in paths})


def standard(way: str, paths: Sequence[Path], seconds: float) -> Ended:
    """The standard library's pool, which knows no time."""
    context = multiprocessing.get_context(way)
    with ProcessPoolExecutor(_WORKERS, context, limit_memory) as pool:
        yield from _ended({path.name: pool.submit(read, path) for path in paths})


def alone(paths: Sequence[Path], seconds: float) -> Ended:
    """One process for all files: the floor."""
    return ((path.name, bool(read(path))) for path in paths)


def _ended(asked: dict[str, Future[bytes]]) -> Ended:
    for name, future in asked.items():
        yield name, future.exception() is None


POOLS: dict[str, Pool] = {
    "one process, no pool": alone,
    "ingather": ours,
    "pebble, forked": partial(pebbles, "fork"),
    "pebble, spawned": partial(pebbles, "spawn"),
    "concurrent.futures, forked": partial(standard, "fork"),
    "concurrent.futures, spawned": partial(standard, "spawn"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The names of the files that a pool read, how many it answered for, and its seconds of processor and clock."""

    read: list[str]
    ended: int
    cpu: float
    wall: float


def one(pool: str, folder: Path, seconds: float) -> Found:
    """What becomes of a folder in a pool."""
    paths = sorted(path for path in folder.rglob("*.*") if path.suffix != ".pid")
    began, cpu = time.monotonic(), time.process_time()
    ended = list(POOLS[pool](paths, seconds))
    spent = time.process_time() - cpu + _children()
    read = [name for name, was_read in ended if was_read]
    return Found(read, len(ended), spent, time.monotonic() - began)


def _apart(pool: str, folder: Path, seconds: float) -> tuple[Found | None, int]:
    """The same in a process of its own, None where it did not end; and how many processes outlived it."""
    mark = uuid.uuid4().hex
    command = [sys.executable, "-m", "bench.isolation", "one", pool, str(folder), str(seconds)]
    with tempfile.TemporaryFile("w+") as said:  # a pipe would stay open as long as what outlives the process
        process = subprocess.Popen(command, stdout=said, env={**os.environ, _MARK: mark})
        try:
            process.wait(_MOST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        time.sleep(1)
        said.seek(0)
        lines = said.read().splitlines()
    return Found(*json.loads(lines[-1])) if lines else None, sum(_ending(mark))


def _ending(mark: str) -> Iterator[int]:
    """End every process that carries the mark; 1 for each."""
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.environ().get(_MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                process.kill()
                yield 1


def _good(folder: Path) -> set[str]:
    make_plans(folder, _GOOD)
    return {path.name for path in folder.rglob("*.*")}


def _bad(folder: Path) -> None:
    for number, deed in enumerate(_BAD):
        place = folder / f"council-{number % 2:04d}"
        place.mkdir(exist_ok=True)
        (place / f"{deed}-{number}.txt").write_text("Action\tLead\nPlant trees\tAnn Lee\n")


def costs(folder: Path) -> Iterator[str]:
    """A row for each pool: what 400 plans take."""
    make_plans(folder, _COSTED)
    for pool in POOLS:
        found, _ = _apart(pool, folder, STANDARD.seconds)
        assert found, f"{pool} did not end"
        assert len(found.read) == _COSTED, f"{pool} read {len(found.read)}"
        yield f"| {pool} | {1000 * found.cpu / _COSTED:.1f} | {found.wall:.1f} |"


def harm(folder: Path) -> Iterator[str]:
    """A row for each pool: what came of 31 good files with nine bad ones among them."""
    good = _good(folder)
    _bad(folder)
    for pool in list(POOLS)[1:]:
        found, left = _apart(pool, folder, _SECONDS)
        if found is None:
            yield f"| {pool} | none: it did not end | | over {_MOST:.0f} | {left} |"
        else:
            done = len(good.intersection(found.read))
            yield f"| {pool} | {done} of {_GOOD} | {found.ended} of 40 | {found.wall:.1f} | {left} |"


def report() -> str:
    """The page of figures."""
    with tempfile.TemporaryDirectory() as place:
        lines = [
            "# Isolation", "", f"Two processes, {date.today():%B %Y}; `python -m bench.isolation` writes this page.",
            "", f"## What a file costs, of {_COSTED}", "", "| pool | CPU ms a file | wall s |", "|---|---|---|",
            *costs(Path(place, "plans")), "", f"## Nine bad files among {_GOOD} good ones", "",
            f"Bad are: {_TOLD}. Each file may take {_SECONDS:.0f} s.", "",
            "| pool | good files read | files answered for | wall s | processes left over |", "|---|---|---|---|---|",
            *harm(Path(place, "bad")), "",
        ]  # fmt: skip
    return "\n".join(lines)


def main() -> None:
    """Measure, and write the page."""
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(astuple(one(sys.argv[2], Path(sys.argv[3]), float(sys.argv[4])))))
        return
    (HERE / "isolation.md").write_text(report(), encoding="utf-8")


if __name__ == "__main__":
    main()
