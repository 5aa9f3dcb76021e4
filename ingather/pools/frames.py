"""What parent and worker say to one another: a kind of one letter, and bytes, over a pipe."""

from __future__ import annotations

import struct
from typing import BinaryIO

_HEAD = struct.Struct(">cI")

SETTING, TASK = b"S", b"T"
"""Said by the parent: what holds for all tasks, and a task."""

GROWN, BLOCK, ANSWER, LAST = b"G", b"B", b"A", b"L"
"""Said by the worker: seconds this file may take; one more block was read; an answer; one after which it ends."""

WATCHDOG, FAULT = 1, 70
"""Exit codes of a worker: ended by the clock that needs no interpreter, and by an error that nothing caught."""


def send(pipe: BinaryIO, kind: bytes, data: bytes = b"") -> None:
    """Say one thing. Raises OSError where nobody listens any more."""
    pipe.write(_HEAD.pack(kind, len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[bytes, bytes] | None:
    """The next thing said, or None where the other side is gone, perhaps in the middle of it."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    data = pipe.read(size)
    return (kind, data) if len(data) == size else None
