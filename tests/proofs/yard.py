"""Plans, results of an earlier run that an analyst has edited since, and what the next run has to make of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path

from export.model import WriteOptions
from ingather import correcting, running
from ingather.options import Options
from ingather.pools.serial import Serial
from ingather.running import Request, run_folder

_PLAN = "Action\tLead\tBy when\nPlant trees {0}\tBo Ray\tMarch 2026\nCut grass {0}\tAnn Lee\tMay 2026\n"
_NO_RESULTS = {"run.lock"}
Bytes = dict[str, bytes]


class _Noon(datetime):
    """A clock that stands still: a correction has an id made from its moment, and notes name it."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> _Noon:
        return cls(2026, 1, 1, 12, tzinfo=tz)


class Yard:
    """A folder of plans, results as they stood, and those of a run that nobody disturbed.

    The plans have changed since the earlier run: one is gone, one is as it was, two are new. In the workbook the lead
    of an action that is still there was changed, and of one that is gone.
    """

    def __init__(self, folder: Path) -> None:
        self.inputs, self.out, self.store = folder / "in", folder / "out", folder / "store"
        self._old = folder / "old"
        self.inputs.mkdir()
        self._plans("a", "b")
        self.run()
        self.out.rename(self._old)
        _edit(self._old / "action-plans.xlsx")
        self.before = contents(self._old)
        self._plans("c", "d")
        (self.inputs / "a.txt").unlink()
        self.reset()
        self.run()
        self.after = contents(self.out)
        assert b"Cy Day" in self.after["actions.csv"], "the edit is lost even where nobody disturbs"

    def reset(self) -> None:
        """As it was before the run that is to be disturbed."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.rmtree(self.store, ignore_errors=True)
        shutil.copytree(self._old, self.out)

    def reset_in_place(self) -> None:
        """The same, the folder itself left where it is."""
        shutil.rmtree(self.store, ignore_errors=True)
        for path in self.out.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self._old, self.out, dirs_exist_ok=True)

    def run(self, *, workers: int = 0, first: Callable[[], None] = lambda: None) -> int:
        """A run in a process of its own, in which `first` is done first; the exit code, negative for a signal.

        Without workers all is done in that one process, so that every step of it can be counted.
        """
        process = os.fork()
        if process:
            return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            if not workers:
                vars(running).update(pool_of=lambda *asked: Serial())
            vars(correcting).update(datetime=_Noon)
            first()
            request = Request([self.inputs], self.out, store=self.store, workers=workers)
            os._exit(run_folder(request, Options(date(2026, 1, 1)), WriteOptions()))
        finally:
            os._exit(99)

    @property
    def is_whole(self) -> bool:
        """Whether every output stands as before the disturbed run or as after a good one."""
        found = outputs(self.out)
        return all(found.get(n) in (self.before.get(n), self.after.get(n)) for n in {*outputs(self._old), *found})

    @property
    def is_done(self) -> bool:
        """Whether everything stands as a run leaves it that nobody disturbed."""
        return contents(self.out) == self.after

    def differing(self) -> list[str]:
        """The names of what stands otherwise."""
        found = contents(self.out)
        return sorted(n for n in {*found, *self.after} if found.get(n) != self.after.get(n))

    def _plans(self, *names: str) -> None:
        for name in names:
            (self.inputs / f"{name}.txt").write_text(_PLAN.format(name))


def outputs(folder: Path) -> Bytes:
    """The outputs by name; unfinished files are shown to nobody, and corrections are added before the outputs."""
    paths = [p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".") and p.suffix != ".jsonl"]
    return {p.name: p.read_bytes() for p in paths}


def contents(folder: Path) -> Bytes:
    """The outputs, the corrections, and what is kept beside them for the next run."""
    kept = (folder / ".ingather").iterdir() if (folder / ".ingather").exists() else ()
    paths = [p for p in (*folder.iterdir(), *kept) if p.is_file() and p.suffix != ".part" and p.name not in _NO_RESULTS]
    return {str(p.relative_to(folder)): p.read_bytes() for p in paths}


def _edit(workbook: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    for row in book["Actions"].iter_rows():
        for cell in row:
            if cell.value == "Bo Ray":
                cell.value = "Cy Day"
    book.save(workbook)
