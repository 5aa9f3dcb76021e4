"""How much one file may cost: memory, processor time and time on the clock, enforced by the process that reads it.

Nets, each for what slips through the one before: between two blocks the reading is ended and what came before is kept;
a timer interrupts Python code that yields no blocks; the kernel ends a process stuck in a library, and a watchdog that
needs no turn of the interpreter ends one that sleeps. Where a system lacks one of these, the parent ends the process.
"""

from __future__ import annotations

import faulthandler
import math
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from types import FrameType

from ingest.errors import TooSlow
from ingest.model import Facts, Yielded

MEMORY, MEMORY_OCR = 1 << 30, 2 << 30
"""Bytes of address space of a process that reads, and of one that recognises text: the models' libraries reserve more
than they ever use."""

_SECONDS, _MOST_SECONDS = 20.0, 120.0
_FREE_PAGES, _SECONDS_A_PAGE = 50, 0.3
_SECONDS_A_SCAN, _MOST_SCANNING = 80.0, 3_600.0
_SECONDS_OVERLAID = 2.0
_WALL = 3
_UNDERSTANDING = 0.25  # the part of the time that is kept back for understanding what was read
_AGAIN = 1.0  # a library that swallows the interruption is interrupted again


@dataclass(frozen=True, slots=True)
class Allowance:
    """Seconds of processor time for one file, and of time on the clock."""

    seconds: float = _SECONDS

    def for_rest(self) -> Allowance:
        """The allowance of a file whose blocks are known to be read in time: as much again to understand them."""
        return Allowance(self.seconds * 2)

    @property
    def wall(self) -> float:
        """Seconds on the clock: a waiting disk and a busy machine are not the file's fault."""
        return self.seconds * _WALL

    def for_pages(self, pages: int, scans: int = 0, overlaid: int = 0) -> Allowance:
        """The allowance of a document with this many pages, the text of so many of them to be recognised.

        `overlaid` have a picture over their text, whose rules are looked for.
        """
        more = _SECONDS_A_PAGE * max(0, pages - _FREE_PAGES)
        read = max(self.seconds, min(_MOST_SECONDS, self.seconds + more))
        return Allowance(read + min(_SECONDS_A_SCAN * scans + _SECONDS_OVERLAID * overlaid, _MOST_SCANNING))


STANDARD = Allowance()
"""What every file may take."""


def limit_memory(most: int = MEMORY) -> None:
    """Let this process take no more memory than `most` bytes and leave no image of it behind, where the system can.

    macOS refuses to bound the address space, and Windows knows no such bound: there the parent weighs the process.
    """
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            _set_soft(resource.RLIMIT_AS, most)


def _set_soft(what: int, most: int) -> None:
    """Set the bound that this process may lift again, never above the one that it may not."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class Clock:
    """The time one file takes, from `start` on; `grown` is told when its pages call for more."""

    def __init__(self, allowance: Allowance, grown: Callable[[Allowance], None]) -> None:
        self._allowance = allowance
        self._grown = grown
        self._began = 0.0
        self._reading = False

    def start(self) -> None:
        """Begin to count, for a new file."""
        self._began = time.process_time()
        self._set_limits()

    def stop(self) -> None:
        """Count no longer."""
        faulthandler.cancel_dump_traceback_later()
        if sys.platform != "win32":
            import resource

            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))

    @contextmanager
    def reading(self) -> Iterator[Callable[[Yielded], None]]:
        """While a document is read: gives what to call with each block; past its time raises `TooSlow`."""
        self._reading = True
        self._set_timer()
        try:
            yield self._watch
        finally:
            self._reading = False
            _clear_timer()

    def _watch(self, item: Yielded) -> None:
        if isinstance(item, Facts) and item.pages:
            larger = self._allowance.for_pages(item.pages, item.scans, item.overlaid)
            if larger != self._allowance:
                self._allowance = larger
                self._grown(larger)
                self._set_limits()
                self._set_timer()
        if self._left() <= 0:
            raise TooSlow

    def _left(self) -> float:
        """Seconds that the reading may still take."""
        return self._allowance.seconds * (1 - _UNDERSTANDING) - (time.process_time() - self._began)

    def _set_limits(self) -> None:
        faulthandler.dump_traceback_later(self._allowance.wall, exit=True, file=_nowhere())
        if sys.platform != "win32":
            import resource

            _set_soft(resource.RLIMIT_CPU, math.ceil(self._began + self._allowance.seconds))

    def _set_timer(self) -> None:
        if sys.platform != "win32":
            signal.signal(signal.SIGPROF, self._interrupt)
            signal.setitimer(signal.ITIMER_PROF, max(self._left(), 0.001), _AGAIN)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self._reading:
            raise TooSlow


def _clear_timer() -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
