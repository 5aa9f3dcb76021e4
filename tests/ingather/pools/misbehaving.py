"""A worker whose files do what the worst documents do, told by their names."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from ingather.pools import Answer, Setting, Task, worker
from ingather.pools.work import Watching, perform
from ingest.errors import OutOfMemory
from ingest.limits import Limits
from ingest.model import Paragraph, Yielded


def main(seconds: float) -> None:
    """Serve as the real worker does, with a trap before each file."""
    vars(worker).update(perform=_trapped)
    worker.main(seconds)


def _trapped(task: Task, setting: Setting, watching: Watching) -> Answer:
    path = Path(task.item.path)
    deed = DEEDS.get(path.stem.partition("-")[0])
    if deed:
        deed(path)
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


def _eat_without_bounds(path: Path) -> None:
    """As on a system that bounds no memory."""
    _unbind("RLIMIT_AS")
    held = []
    while True:
        held.append(bytes([1]) * (64 << 20))
        time.sleep(0.1)


def _hang_without_bounds(path: Path) -> None:
    """As on a system that bounds no work."""
    faulthandler.cancel_dump_traceback_later()
    _unbind("RLIMIT_CPU")
    _hang(path)


def _unbind(what: str) -> None:
    if sys.platform != "win32":
        import resource

        limit = getattr(resource, what)
        resource.setrlimit(limit, (resource.getrlimit(limit)[1],) * 2)


def _lack_memory_once(path: Path) -> None:
    """Memory that the files before have taken."""
    mark = path.with_name(f".{path.name}.tried")
    if not mark.exists():
        mark.touch()
        _replace_blocks(_starved)


def _starved(path: Path) -> NoReturn:
    raise OutOfMemory


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


def _leave_litter(path: Path) -> None:
    tempfile.mkdtemp()
    os.abort()


def _leave_a_child(path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    path.with_suffix(".pid").write_text(str(child.pid))
    _leave(path)


def _dribble(path: Path) -> None:
    """One block, and then an endless search for the next."""
    _replace_blocks(_hang, path)


def _break_off(path: Path) -> None:
    """One block, and then a crash."""
    _replace_blocks(_crash, path)


def _sink(path: Path) -> None:
    """One block, and then a library that cannot be interrupted."""
    _replace_blocks(lambda path: _hang_in_library(), path)


def _hang_in_library() -> None:
    signal.signal(signal.SIGPROF, signal.SIG_IGN)
    while True:
        pass


def _replace_blocks(then: Callable[[Path], object], path: Path = Path()) -> None:
    def blocks(data: bytes, kind: str, limits: Limits, nesting: int) -> Iterator[Yielded]:
        yield Paragraph("The first words.")
        then(path)

    import ingest.reading

    vars(ingest.reading).update(_guarded=blocks)


DEEDS: dict[str, Callable[[Path], None]] = {
    "hang": _hang, "sleep": _sleep, "memory": _eat_memory, "crash": _crash, "leave": _leave, "talk": _talk_nonsense,
    "once": _crash_once, "child": _leave_a_child, "litter": _leave_litter,
    "dribble": _dribble, "break": _break_off, "sink": _sink,
    "unbound": _eat_without_bounds, "unhurried": _hang_without_bounds, "starve": _lack_memory_once,
}  # fmt: skip


def end_the_worker(task: Task, setting: Setting) -> bytes:
    """On a worker of a cluster: end it with a file called fatal."""
    from ingather.pools.cluster import perform_apart

    if Path(task.item.path).stem == "fatal":
        os.kill(os.getpid(), signal.SIGKILL)
    return perform_apart(task, setting)
