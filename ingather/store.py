"""Documents and plans kept between runs, each under a hash of everything it depends on.

A folder of small files, each replaced whole; it may be deleted at any time, also while a run uses it. An entry that is
cut short or changed is taken for absent and written again. A disk that is full or cannot be written costs time only.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from ingather.coding import Corrupt, decode, encode
from ingather.versions import reader_version, rules_version
from ingest.limits import Limits
from normalise.corrections import Corrections

MOST_BYTES = 2_000_000_000
_DAY = 86_400
_HOUR = 3_600

T = TypeVar("T")


class Store:
    """Entries by kind and key, at most `most` bytes of them after `prune`; with no folder it holds nothing."""

    def __init__(self, folder: Path | None, most: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most = most

    def get(self, kind: str, key: str, of: type[T]) -> T | None:
        """The value stored, or None where there is none that is whole and of this type."""
        data = self.get_bytes(kind, key)
        if data is None:
            return None
        try:
            return decode(data, of)
        except Corrupt:
            return None

    def get_bytes(self, kind: str, key: str) -> bytes | None:
        """The bytes stored, unproved."""
        if self.folder is None:
            return None
        path = self._path(self.folder, kind, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # what is used stays longest; once a day is often enough to say so
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        return data

    def put(self, kind: str, key: str, value: object) -> None:
        """Store a value; where that fails, the next run does the work again."""
        if self.folder is not None:
            path, data = self._path(self.folder, kind, key), encode(value)
            with suppress(OSError):
                try:
                    _replace(path, data)
                except FileNotFoundError:
                    self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    _replace(path, data)

    def drop(self, kind: str, key: str) -> None:
        """Hold a value no longer."""
        if self.folder is not None:
            with suppress(OSError):
                self._path(self.folder, kind, key).unlink(missing_ok=True)

    def values(self, kind: str) -> Iterator[bytes]:
        """The bytes of every entry of a kind, unproved."""
        for _, _, path in self._entries():
            if self.folder is not None and path.is_relative_to(self.folder / kind):
                with suppress(OSError):
                    yield path.read_bytes()

    def sift(self, kind: str, is_doomed: Callable[[str, bytes], bool]) -> int:
        """Drop the entries of a kind of which `is_doomed`, given key and bytes, is true; gives how many.

        With them goes what a killed run left half written, whoever's it is. Raises OSError where one cannot be dropped.
        """
        gone = 0
        for path in [p for _, _, p in self._entries() if self.folder and p.is_relative_to(self.folder / kind)]:
            try:
                doomed = path.suffix == ".part" or is_doomed(path.parent.name + path.name, path.read_bytes())
            except FileNotFoundError:
                continue
            if doomed:
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def size(self) -> int:
        """Bytes held."""
        return sum(size for _, size, _ in self._entries())

    def prune(self) -> None:
        """Drop the entries longest unused until a fifth of the bound is free, where the bound is passed."""
        total, late = 0, time.time() - _HOUR
        for used, size, path in self._entries():
            if path.suffix == ".part" and used < late:
                with suppress(OSError):
                    path.unlink()
            else:
                total += size
        if total > self._most:
            self._drop_oldest(total - self._most * 4 // 5)

    def _drop_oldest(self, excess: int) -> None:
        for _, size, path in sorted(self._entries()):
            if excess <= 0:
                return
            with suppress(OSError):
                path.unlink()
            excess -= size

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When last used, size, path."""
        for folder, _, names in os.walk(self.folder) if self.folder else ():
            for path in (Path(folder, name) for name in names):
                with suppress(OSError):
                    said = path.stat()
                    yield said.st_mtime, said.st_size, path

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> Path:
        return folder / kind / key[:2] / key[2:]


def default_folder() -> Path:
    """The store in the user's own cache."""
    from platformdirs import user_cache_path

    return user_cache_path("ingather", appauthor=False) / "store"


def document_key(sha256: str, limits: Limits, office: str = "") -> str:
    """Under which a document is stored: the file's bytes, the reader, its limits, and the LibreOffice before it.

    The hash of the bytes comes first as it is, so that what was read of a file can be found and forgotten.
    """
    return f"{sha256}-{_key('document', reader_version(), limits, office)[:16]}"


def plan_key(document: str, path: str, as_of: str, corrections: Corrections, folder: str = "") -> str:
    """Under which a plan is stored that no correction of a single action touches; `document` is its document's key.

    `folder` is the folder that names its council, "" where none does.
    """
    general = [c for c in corrections.lines if c.what == "heading"]
    names = (path, *corrections.earlier(path))
    own = [c for c in corrections.lines if c.what == "table" and c.source_file in names]
    return _key("plan", rules_version(), document, names, as_of, general, own, folder)


def touched_key(plan: str, corrections: Corrections, asked: Collection[str], names: Collection[str] = ()) -> str:
    """Under which it is stored with the corrections that speak of its actions, or of an action of a file so named."""
    touching = corrections.of_actions(set(asked), names)
    return _key(plan, touching) if touching else plan


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; not synced, since the checksum tells what a power cut left behind."""
    temporary = path.with_name(f"{path.name}-{os.getpid()}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
