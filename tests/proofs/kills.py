"""Runs that are ended at every step of writing or at any moment, and the run after each of them.

    python -m tests.proofs.kills steps              kill -9 before each step that changes the disk (--every 7: each 7th)
    python -m tests.proofs.kills power              a power cut there: what was not synced is on the disk in part
    python -m tests.proofs.kills random             kill -9 at 200 moments, two workers reading (--count 200)
    python -m tests.proofs.kills full               a disk with room for ever less (as root: a small disk of its own)
    python -m tests.proofs.kills denied             a results folder that may only be read (as root: as nobody)

After each the outputs must stand whole, each as before or as after, and the next run must end in the same bytes as one
that nobody disturbed, with what an analyst changed in the workbook. Prints how many were disturbed and how many wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandera.pandas  # noqa: F401  (here, so that each forked run need not)
import xlsxwriter  # noqa: F401

from tests.proofs.disks import with_denied_folder, with_full_disks
from tests.proofs.steps import Steps, cut_power, kill
from tests.proofs.yard import Yard

_TOLD = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """One disturbed run: how it ended, and what was wrong after it or after the next."""

    code: int
    wrong: str


def at_steps(yard: Yard, every: int, end: Callable[[Steps], None]) -> Iterator[Trial]:
    """A trial for each such step, until a run passes them all."""
    number, code = 1, -1
    while code < 0:
        number, at = number + every, number
        yard.reset()
        code = yard.run(first=lambda at=at: _armed(at, end))  # type: ignore[misc]
        yield _judged(yard, code, f"step {at}")


def at_moments(yard: Yard, count: int) -> Iterator[Trial]:
    """Trials at moments spread over the time that a run takes."""
    yard.reset()
    began = time.monotonic()
    yard.run(workers=2)
    usual = time.monotonic() - began
    chance = random.Random(8)
    for _ in range(count):
        seconds = chance.uniform(0, usual)
        yard.reset()
        code = yard.run(workers=2, first=lambda after=seconds: _timed(after))  # type: ignore[misc]
        yield _judged(yard, code, f"{seconds:.2f} s")


def _armed(number: int, end: Callable[[Steps], None]) -> None:
    Steps(number, end)


def _timed(seconds: float) -> None:
    threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()


def _judged(yard: Yard, code: int, when: str) -> Trial:
    wrong = "" if yard.is_whole else f"{when}: an output is neither old nor new; "
    yard.run()
    return Trial(code, wrong if yard.is_done else f"{wrong}{when}: the next run left {', '.join(yard.differing())}")


def trials(yard: Yard, how: str, every: int, count: int) -> Iterator[Trial]:
    """The trials asked for."""
    if how == "random":
        yield from at_moments(yard, count)
    elif how in ("full", "denied"):
        disturbed = with_full_disks(yard) if how == "full" else with_denied_folder(yard)
        yield from (_judged(yard, code, when) for when, code in disturbed)
    else:
        yield from at_steps(yard, every, cut_power if how == "power" else kill)


def main() -> None:
    """Do the trials and print what came of them."""
    parser = argparse.ArgumentParser(description="Runs that are ended, and the run after each of them.")
    parser.add_argument("how", choices=("steps", "power", "random", "full", "denied"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for trial in trials(Yard(Path(folder)), asked.how, asked.every, asked.count):
            found.append(trial)
            if trial.wrong or len(found) % _TOLD == 0:
                print(f"after {len(found)}: {trial.wrong or 'none wrong since'}", file=sys.stderr, flush=True)
    wrong = sum(bool(t.wrong) for t in found)
    print(f"{len(found)} runs, {sum(t.code != 0 for t in found)} disturbed, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
