"""Which files were being read when the computer stopped: one that brings it down twice is not opened again.

The hashes of the files under way stand in a small file, synced to the disk at most twice a second. A run that ends,
well or not, leaves no trace; only one whose computer was started anew since then counts against its files. A process
that is killed on a computer that runs on does not.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from ingather.pools import Task

_PAUSE = 0.5
_TALLY = "deaths.json"
_STARTED = "started at "
_CLOCK_SET = 600  # seconds


class Journal:
    """The files under way of one run, kept in `folder`; None keeps none."""

    def __init__(self, folder: Path | None, boot: str = "") -> None:
        self._folder = folder
        self._boot = boot or _boot()
        self._under_way: set[str] = set()
        self._synced = 0.0
        self._file = folder / f"reading-{uuid.uuid4().hex}.json" if folder else None
        self._deaths = self._tally() if folder else {}

    def deaths(self, sha256: str) -> int:
        """How many times the computer stopped while these bytes were being read."""
        return self._deaths.get(sha256, 0)

    def begun(self, task: Task) -> None:
        """Note that a file is being read."""
        if not task.source.sha256:  # in object storage: its bytes are not known before they are read
            return
        self._under_way.add(task.source.sha256)
        if self._file:
            synced = time.monotonic() - self._synced > _PAUSE
            self._synced = time.monotonic() if synced else self._synced
            said = {
                "boot": self._boot,
                "process": os.getpid(),
                "began": _own_beginning(os.getpid()),
                "files": sorted(self._under_way),
            }
            with suppress(OSError):
                _note(self._file, said, synced=synced)

    def done(self, task: Task) -> None:
        """Note that it no longer is."""
        self._under_way.discard(task.source.sha256)

    @contextmanager
    def open(self) -> Iterator[None]:
        """While files are read."""
        try:
            yield
        finally:
            self._under_way.clear()
            if self._file:
                with suppress(OSError):
                    self._file.unlink(missing_ok=True)

    def _tally(self) -> dict[str, int]:
        """Deaths by hash, those of runs that were cut short by another start of the computer added and settled."""
        assert self._folder is not None
        deaths = {k: v for k, v in _read(self._folder / _TALLY).items() if isinstance(v, int)}
        for left in sorted(self._folder.glob("reading-*.json")):
            said = _read(left)
            if _is_same(said.get("boot"), self._boot):
                if not _alive(said):
                    with suppress(OSError):
                        left.unlink()
                continue
            files = said.get("files")
            for sha256 in files if isinstance(files, list) else ():
                deaths[str(sha256)] = deaths.get(str(sha256), 0) + 1
            with suppress(OSError):
                _put(self._folder / _TALLY, deaths, synced=True)
                left.unlink()
        return deaths


def is_reading(folder: Path) -> bool:
    """Whether a run that keeps its journal in this folder is reading files now."""
    found = (_read(path) for path in folder.glob("reading-*.json"))
    return any(_is_same(said.get("boot"), _boot()) and _alive(said) for said in found)


def _read(path: Path) -> dict[str, object]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _alive(said: dict[str, object]) -> bool:
    """Whether the process that wrote a note still runs: its number may since be another's, which began later."""
    import psutil

    process, noted = said.get("process"), said.get("began")
    if not isinstance(process, int):
        return False
    try:
        began = _began(process)
    except psutil.NoSuchProcess:
        return False
    return began is None or (isinstance(noted, int) and abs(began - noted) < _CLOCK_SET)


def _began(process: int) -> int | None:
    """When a process began, in seconds of the computer's clock; None where the system does not let us know.

    Raises psutil.NoSuchProcess where there is none of this number, or one that has ended.
    """
    import psutil

    try:
        return int(psutil.Process(process).create_time())
    except psutil.AccessDenied:
        return None


_own_beginning = cache(_began)
"""The same for this process, which writes it again and again."""


def _put(path: Path, value: object, *, synced: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.part")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(value, file)
        if synced:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)


def _note(path: Path, value: object, *, synced: bool) -> None:
    """Write over what stood there; a note torn by a power cut is passed over.

    A new file renamed for each file that is read makes some systems write it out each time, while the workers wait.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.ftruncate(handle, os.write(handle, json.dumps(value).encode()))
        if synced:
            os.fsync(handle)
    finally:
        os.close(handle)


def _boot() -> str:
    """What is the same until the computer is started anew."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    import psutil

    return f"{_STARTED}{psutil.boot_time():.0f}"


def _is_same(one: object, other: str) -> bool:
    """Whether two say the same start of the computer: a moment shifts when the clock is set."""
    if not (isinstance(one, str) and one.startswith(_STARTED) and other.startswith(_STARTED)):
        return one == other
    return abs(int(one.removeprefix(_STARTED)) - int(other.removeprefix(_STARTED))) < _CLOCK_SET
