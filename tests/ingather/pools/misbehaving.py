"""A worker whose files do what the worst documents do, told by their names; two seconds are all they get."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ingather.pools import Answer, Setting, Task, allowance, worker
from ingather.pools.work import Watching, perform
from ingest.limits import Limits
from ingest.model import Paragraph, Yielded

SECONDS = 2.0


def main() -> None:
    """Serve as the real worker does, with a trap before each file."""
    vars(worker).update(Allowance=lambda: allowance.Allowance(SECONDS), perform=_trapped)
    worker.main()


def _trapped(task: Task, setting: Setting, watching: Watching) -> Answer:
    deed = DEEDS.get(task.item.path.stem.partition("-")[0])
    if deed:
        deed(task.item.path)
    return perform(task, setting, watching)


def _hang(path: Path) -> None:
    while True:
        pass


def _sleep(path: Path) -> None:
    time.sleep(1_000)


def _eat_memory(path: Path) -> None:
    held = []
    while True:
        held.append(bytearray(64 << 20))


def _crash(path: Path) -> None:
    ctypes.string_at(0)


def _leave(path: Path) -> None:
    os._exit(0)


def _talk_nonsense(path: Path) -> None:
    sys.stdout.write("not a frame")
    print("nor this", flush=True)


def _crash_once(path: Path) -> None:
    mark = path.with_name(f".{path.name}.tried")
    if not mark.exists():
        mark.touch()
        os.abort()


def _leave_a_child(path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    path.with_suffix(".pid").write_text(str(child.pid))
    _hang(path)


def _dribble(path: Path) -> None:
    """One block, and then an endless search for the next."""

    def blocks(data: bytes, kind: str, limits: Limits, nesting: int) -> Iterator[Yielded]:
        yield Paragraph("The first words.")
        _hang(path)

    import ingest.reading

    vars(ingest.reading).update(_guarded=blocks)


DEEDS: dict[str, Callable[[Path], None]] = {
    "hang": _hang, "sleep": _sleep, "memory": _eat_memory, "crash": _crash, "leave": _leave, "talk": _talk_nonsense,
    "once": _crash_once, "child": _leave_a_child, "dribble": _dribble,
}  # fmt: skip
