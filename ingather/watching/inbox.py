"""What lies in the watched folder and how long each file has been still.

The folder is looked over again and again, since shared drives, OneDrive and sticks send no word of what arrives;
looking at 3,000 files costs a hundredth of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingather.contents import Identified, NotWhole, identify, open_regular
from ingather.sources import Input, find_inputs
from ingest.limits import Limits

STILL, STILL_HOLLOW = 5.0, 60.0
"""Seconds that a file must not change; longer where it is empty or begins with nothing, as copies under way do."""

_HEAD = 4_096
Mark = tuple[int, int, int]


@dataclass(slots=True)
class _Seen:
    mark: Mark | None
    since: float
    known: Identified | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: files that may be read, files that still change, folders that cannot be looked into."""

    settled: tuple[Input, ...]
    waiting: tuple[Input, ...]
    shut: tuple[Input, ...]


class Inbox:
    """A folder that files arrive in; `clock` gives seconds."""

    def __init__(self, folder: Path, out: Path, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._out = out
        self._clock = clock
        self._seen: dict[str, _Seen] = {}

    def look(self) -> Look | None:
        """What lies there now, None where the folder itself cannot be reached."""
        try:
            next(self._folder.iterdir(), None)
        except OSError:
            return None
        inputs = find_inputs([self._folder], self._out)
        now = self._clock()
        self._seen = {i.path: self._look_at(i, now) for i in inputs}
        files = [i for i in inputs if i.barred != "folder"]
        settled = {i: bool(i.barred) or self.is_settled(i) for i in files}
        return Look(
            tuple(i for i in files if settled[i]),
            tuple(i for i in files if not settled[i]),
            tuple(i for i in inputs if i.barred == "folder"),
        )

    def is_settled(self, item: Input) -> bool:
        """Whether a file has been still for long enough and is as it was at the last look."""
        seen = self._seen.get(item.path)
        if seen is None or seen.mark != _mark(item.path):
            return False
        still = self._clock() - seen.since
        return still >= STILL_HOLLOW or (still >= STILL and (seen.known is not None or not _is_hollow(item.path)))

    def marks(self, items: Sequence[Input]) -> tuple[Mark | None, ...]:
        """What would be another if one of these files had changed."""
        return tuple(self._seen[i.path].mark for i in items)

    def identify(self, item: Input, limits: Limits) -> Identified:
        """Hash a settled file, once for as long as it stays as it is. Raises OSError."""
        seen = self._seen[item.path]
        if seen.known is None:
            known = identify(item, limits)
            if _mark(item.path) != seen.mark:
                raise NotWhole("changed while it was read")
            seen.known = known
        return seen.known

    def _look_at(self, item: Input, now: float) -> _Seen:
        seen, mark = self._seen.get(item.path), _mark(item.path)
        return seen if seen and seen.mark == mark else _Seen(mark, now)


def _mark(path: str) -> Mark | None:
    """What changes when a file does."""
    try:
        said = Path(path).stat()
    except OSError:
        return None
    return said.st_size, said.st_mtime_ns, said.st_ino


def _is_hollow(path: str) -> bool:
    """Whether a file has no bytes yet, or room made for bytes that are still to come."""
    try:
        with open(path, "rb", opener=open_regular) as file:
            return not any(file.read(_HEAD))
    except OSError:
        return False
