"""The process that opens documents: one task after another, until its parent is gone or it has grown too large."""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ingather.coding import encode
from ingather.pools import Setting, Task
from ingather.pools.allowance import MEMORY_OCR, Allowance, Clock, limit_memory
from ingather.pools.frames import ANSWER, BLOCK, FAULT, GROWN, LAST, SETTING, receive, send
from ingather.pools.work import Watch, perform
from ingest.errors import Fatal, TooSlow
from ingest.model import Yielded

_GROWN = 256 << 20
"""Bytes of peak memory after which a worker makes room for a fresh one, so that no file weighs on the next."""


def main(seconds: float) -> None:
    """Serve the parent over standard input and output, with so much processor time for a file."""
    try:
        asked, said = _pipes()
        limit_memory()
        _serve(asked, said, Allowance(seconds))
    except BaseException:  # its parent knows only exit codes; without memory there may be no more to say
        os._exit(FAULT)


def _serve(asked: BinaryIO, said: BinaryIO, allowance: Allowance) -> None:
    setting: Setting | None = None
    while (frame := receive(asked)) is not None:
        kind, data = frame
        if kind == SETTING:
            setting = pickle.loads(data)
            if setting.options.limits.ocr:
                limit_memory(MEMORY_OCR)
        elif setting is not None:
            answer = _timed(pickle.loads(data), setting, said, allowance)
            last = _peak_memory() > _GROWN
            send(said, LAST if last else ANSWER, answer)
            if last:
                return


def _timed(task: Task, setting: Setting, said: BinaryIO, allowance: Allowance) -> bytes:
    own = allowance.for_rest() if task.until else allowance
    clock = Clock(own, lambda larger: send(said, GROWN, struct.pack(">d", larger.seconds)))
    clock.start()
    try:
        return encode(perform(task, setting, lambda: _counted(clock, task, said)))
    finally:
        clock.stop()


@contextmanager
def _counted(clock: Clock, task: Task, said: BinaryIO) -> Iterator[Watch]:
    """The clock's watch; of a file that ended a process each block is told, or the reading ended where it did that."""
    with clock.reading() as watch:
        blocks = 0

        def counting(item: Yielded) -> None:
            nonlocal blocks
            blocks += 1
            watch(item)
            if task.until and blocks >= task.until:
                raise TooSlow if task.late else Fatal
            send(said, BLOCK)

        yield counting if task.alone else watch


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, moved away so that nothing a library prints can get between."""
    asked, said = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return asked, said


def _peak_memory() -> int:
    """Bytes, 0 where the system does not say.

    Linux counts what the parent held when it started this process towards `ru_maxrss`; what is ours it says elsewhere.
    """
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        with suppress(OSError):
            for line in Path("/proc/self/status").read_bytes().splitlines():
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) << 10
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
