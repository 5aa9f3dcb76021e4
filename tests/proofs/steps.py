"""Counting the steps by which a process changes the disk, and stopping it dead before a chosen one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link", "os.utime")
_WRITING = os.O_WRONLY | os.O_RDWR


class Steps:
    """The steps of this process: a file opened to be written, synced, renamed, removed, a folder made, and so on.

    `last` is called before the step of that number. Files written since they were last synced are known, with the
    length that was safe before.
    """

    def __init__(self, number: int, last: Callable[[Steps], None]) -> None:
        self._number = number
        self._last = last
        self._count = 0
        self.unsafe: dict[str, int] = {}
        self._sync = os.fsync
        vars(os).update(fsync=self._synced)
        sys.addaudithook(self._heard)

    def _heard(self, event: str, details: tuple[object, ...]) -> None:
        if event == "open" and isinstance(details[2], int) and details[2] & _WRITING:
            self._step()
            self._opened(details[0])
        elif event in _CHANGES:
            self._step()
            if event == "os.rename":
                self._renamed(_path(details[0]), _path(details[1]))

    def _synced(self, handle: int) -> None:
        self._step()
        self._sync(handle)
        with suppress(OSError):
            self.unsafe.pop(str(Path(f"/proc/self/fd/{handle}").readlink()), None)

    def _step(self) -> None:
        self._count += 1
        if self._count == self._number:
            self._last(self)

    def _opened(self, said: object) -> None:
        if isinstance(said, str | bytes | os.PathLike):
            path = _path(said)
            with suppress(OSError):
                self.unsafe.setdefault(path, Path(path).stat().st_size)
            self.unsafe.setdefault(path, 0)

    def _renamed(self, source: str, target: str) -> None:
        if source in self.unsafe:
            self.unsafe[target] = self.unsafe.pop(source)
        else:
            self.unsafe.pop(target, None)


def kill(steps: Steps) -> None:
    """End this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def cut_power(steps: Steps) -> None:
    """End this process as a power cut does: of what was not synced only a part is on the disk."""
    for path, safe in list(steps.unsafe.items()):
        with suppress(OSError):
            size = Path(path).stat().st_size
            os.truncate(path, safe + max(0, size - safe) // 2)
    kill(steps)


def _path(said: object) -> str:
    assert isinstance(said, str | bytes | os.PathLike)
    return os.path.realpath(os.fsdecode(said))
