"""Runs that are killed, at random moments or at a chosen step of writing, and the run after each of them.

`python -m tests.ingather.killing steps 7` kills at every seventh write step, `random 200` at 200 moments; says how many
runs were killed and how many results were wrong.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandera.pandas  # noqa: F401  (here, so that each forked run need not)
import xlsxwriter  # noqa: F401

from export.model import WriteOptions
from ingather.options import Options
from ingather.running import Request, run_folder

GOOD = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass {0}\tAnn Lee\tMay 2026\n"
_WRITES = ("os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate")
Bytes = dict[str, bytes]


class Yard:
    """A folder of plans, a folder of results that an earlier run left, and what a run should leave there."""

    def __init__(self, folder: Path) -> None:
        self.inputs, self.out, self.store = folder / "in", folder / "out", folder / "store"
        self._old = folder / "old"
        self.inputs.mkdir()
        self._plans("a", "b")
        run(self, self._old)
        self.before = contents(self._old)
        self._plans("c", "d")
        (self.inputs / "a.txt").unlink()
        self.reset()
        run(self, self.out)
        self.after = contents(self.out)

    def reset(self) -> None:
        """As it was before the run that is to be killed."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.rmtree(self.store, ignore_errors=True)
        shutil.copytree(self._old, self.out)

    def _plans(self, *names: str) -> None:
        for name in names:
            (self.inputs / f"{name}.txt").write_text(GOOD.format(name))

    @property
    def is_whole(self) -> bool:
        """Whether every output stands as before the killed run or as after a good one."""
        found = contents(self.out)
        return all(found.get(n) in (self.before.get(n), self.after.get(n)) for n in {*self.before, *self.after})


def run(yard: Yard, out: Path) -> int:
    """A run in a process of its own, so that nothing of it is left in this one."""
    return _forked(lambda: _run(yard, out))


def contents(folder: Path) -> Bytes:
    """The outputs by name; unfinished files do not count, for nobody is shown them."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file() and not p.name.startswith(".")}


def _run(yard: Yard, out: Path) -> int:
    request = Request([yard.inputs], out, store=yard.store, workers=1)
    return run_folder(request, Options(date(2026, 1, 1)), WriteOptions())


def _forked(deed: Callable[[], int]) -> int:
    """The exit code of a deed done in a forked process, negative for a signal."""
    process = os.fork()
    if not process:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(deed())
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _killed_at_step(yard: Yard, number: int) -> int:
    """Kill the run just before its so-manieth step that changes something on the disk."""

    def hook(event: str, details: tuple[object, ...], steps: list[int] = [0]) -> None:  # noqa: B006
        writes = event in _WRITES or (event == "open" and isinstance(details[2], int) and details[2] & 3)
        if writes:
            steps[0] += 1
            if steps[0] == number:
                os.kill(os.getpid(), signal.SIGKILL)

    def deed() -> int:
        sys.addaudithook(hook)
        return _run(yard, yard.out)

    return _forked(deed)


def _killed_after(yard: Yard, seconds: float) -> int:
    def deed() -> int:
        threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return _run(yard, yard.out)

    return _forked(deed)


def trials(yard: Yard, how: str, count: int) -> Iterator[tuple[bool, bool]]:
    """For each killing: whether it came in time, and whether the files left and those of the next run are right."""
    random.seed(8)
    began = time.monotonic()
    yard.reset()
    run(yard, yard.out)
    usual = time.monotonic() - began
    number = 0
    while True:
        number += 1
        yard.reset()
        if how == "steps":
            code = _killed_at_step(yard, 1 + (number - 1) * count)
        else:
            code = _killed_after(yard, random.uniform(0, usual))
        whole = yard.is_whole
        run(yard, yard.out)
        yield code < 0, whole and contents(yard.out) == yard.after
        if number >= count if how == "random" else code >= 0:
            return


def main() -> None:
    """Do the trials and print what came of them."""
    how, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        found = list(trials(Yard(Path(folder)), how, count))
    print(
        f"{len(found)} runs, {sum(killed for killed, _ in found)} killed, {sum(not right for _, right in found)} wrong"
    )


if __name__ == "__main__":
    main()
