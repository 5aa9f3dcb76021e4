"""A bound on the time that a library in pure Python may take: pdfminer follows an object that names itself for ever."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from types import FrameType

_CALLS = 1_000
"""How many calls pass between two looks at the clock."""


class OutOfPatience(BaseException):
    """The time is over. No `Exception`, for the library would take it for a fault of the file and go on."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise OutOfPatience once what runs inside has taken more CPU seconds; only calls of functions are seen.

    The interpreter's profiler looks on, since it is at hand on every system and in every thread.
    """
    end = process_time() + seconds
    calls = 0

    def look(frame: FrameType, event: str, about: object) -> None:
        nonlocal calls
        calls += 1
        if calls % _CALLS == 0 and process_time() > end:
            raise OutOfPatience

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)
