"""Who converts many files: the seam behind which one process, many processes or a cluster do the same work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingather.options import Options
from ingather.packing import Packed
from ingather.sources import Input
from normalise.corrections import NONE, Corrections
from normalise.model import Source
from normalise.rows import FileRow


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every task of a run; `store` is the folder of stored documents, None for none."""

    options: Options
    corrections: Corrections = NONE
    store: Path | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One file to convert, or with `listing` a zip whose entries are to be named. `alone`: beside no other.

    `old` is true for a file that begins like an old Word file or RTF. Where LibreOffice converts those, `staged` is the
    folder it works in, and with `staging` the file is only put there.
    `until`: of a file that ended its process, only so many blocks are read, and kept; `late` where it was for time.
    """

    item: Input
    source: Source
    listing: bool = False
    alone: bool = False
    old: bool = False
    staged: Path | None = None
    staging: bool = False
    until: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A file found within a zip: its name there, hash and size, and whether it is `old` as a `Task` may be.

    There is no hash where it could not be taken out.
    """

    name: str
    sha256: str
    bytes: int
    old: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task: its row, and the rows of its plan if it has one.

    `lasting` is false where a limit, a crash or the computer decided, so that the next run tries again. `asked` are
    the ids of the actions that a correction may speak of. `entries` are those of a zip. `starved`: memory ran out,
    which may be the doing of the files before it.
    """

    file: FileRow
    plan: Packed | None = None
    lasting: bool = True
    asked: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    starved: bool = False


Begun = Callable[[Task], None]


class Pool(Protocol):
    """Does every task, each answered once, in whatever order they are done; nothing a file does may raise here.

    `begun` is called as each task is handed out.
    """

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]: ...

    def close(self) -> None: ...
