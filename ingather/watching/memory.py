"""What was last read of every file, kept beside the results: a file that is deleted keeps its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ingather.coding import Corrupt, decode
from ingather.pools import Answer, Setting
from ingather.results import Result
from ingather.store import Store

FOLDER = ".ingather-watch"
_KIND = "rows"


class Memory:
    """The last good reading of every file, by name."""

    def __init__(self, out: Path) -> None:
        self._store = Store(out / FOLDER)
        self._known = {a.file.source_file: (a.file, a.asked) for a in self._all()}

    @property
    def names(self) -> set[str]:
        """The files remembered."""
        return set(self._known)

    def note(self, result: Result, setting: Setting) -> None:
        """Remember a file that was read, under this setting."""
        file, stamp = result.file, (_hashed(repr((setting.options, setting.corrections))),)
        if result.plan and self._known.get(file.source_file) != (file, stamp):
            self._store.put(_KIND, _hashed(file.source_file), Answer(file, result.plan.packed(), asked=stamp))
            self._known[file.source_file] = file, stamp

    def sha256(self, name: str) -> str:
        """The hash of a file as it was read."""
        return self._known[name][0].source_sha256

    def recall(self, name: str) -> Result | None:
        """A file as it was last read."""
        answer = self._store.get(_KIND, _hashed(name), Answer)
        return Result(answer.file, answer.plan) if answer else None

    def forget(self, name: str) -> None:
        """Remember a file no longer."""
        self._known.pop(name, None)
        self._store.drop(_KIND, _hashed(name))

    def _all(self) -> Iterator[Answer]:
        for data in self._store.values(_KIND):
            with suppress(Corrupt):
                yield decode(data, Answer)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
