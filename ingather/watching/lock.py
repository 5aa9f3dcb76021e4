"""One watcher for a folder: whoever comes second is told who holds it."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

NAME = ".ingather-watch.lock"
_RUNNING = "run.lock"


class Held(Exception):
    """Another watcher holds the folder; the message says who."""


@contextmanager
def locked(inbox: Path, out: Path, registry: Path) -> Iterator[None]:
    """Hold both the results and, on this computer, the watched folder. Raises Held, and OSError where none may be.

    The system lets go of a lock when its process ends, however it ends. The inbox itself is never written to.
    """
    name = hashlib.sha256(os.path.realpath(inbox).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    with ExitStack() as stack:
        for path in (registry / f"{name}.lock", out / NAME):
            path.parent.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context(path.open("a+", encoding="utf-8"))
            _hold(file, inbox)
        yield


@contextmanager
def marked(out: Path) -> Iterator[None]:
    """While a run writes to a folder that stands there: `between_runs` raises meanwhile."""
    with ExitStack() as stack:
        with suppress(OSError):
            path = out / ".ingather" / _RUNNING
            path.parent.mkdir(exist_ok=True)
            _lock(stack.enter_context(path.open("a+", encoding="utf-8")))
        yield


@contextmanager
def between_runs(out: Path) -> Iterator[None]:
    """While no run writes to this folder. Raises Held."""
    path = out / ".ingather" / _RUNNING
    with ExitStack() as stack:
        if path.exists():
            try:
                _lock(stack.enter_context(path.open("a+", encoding="utf-8")))
            except OSError:
                raise Held(f"A run writes to {out} now.") from None
        yield


@contextmanager
def unwatched(out: Path) -> Iterator[None]:
    """Hold results that a watcher may have written, while none does. Raises Held, which says who holds them."""
    if not (out / NAME).exists():
        yield
        return
    with (out / NAME).open("a+", encoding="utf-8") as file:
        try:
            _lock(file)
        except OSError:
            raise Held(_who(file)) from None
        yield


def _hold(file: TextIO, inbox: Path) -> None:
    try:
        _lock(file)
    except OSError:
        raise Held(_who(file)) from None
    said = {
        "user": _user(), "computer": platform.node(), "process": os.getpid(),
        "since": time.strftime("%Y-%m-%d %H:%M"), "inbox": str(inbox),
    }  # fmt: skip
    file.seek(0)
    file.truncate()
    file.write(f"{json.dumps(said)}\n")
    file.flush()


def _lock(file: TextIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(1 << 20)  # beyond what is written, so that others can read who holds it
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _who(file: TextIO) -> str:
    with suppress(OSError, ValueError, KeyError):
        file.seek(0)
        said = json.loads(file.read())
        who = f"{said['user']} on {said['computer']} (process {said['process']})"
        return f"{said['inbox']} is watched already, by {who} since {said['since']}."
    return "The folder is watched already by another ingather."


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without a name for its user
        return "someone"
