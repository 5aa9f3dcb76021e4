"""The files that store, results and corrections know by name, and which of them somebody means."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from export.snapshot import all_rows
from ingather.coding import Corrupt, decode
from ingather.correcting import load
from ingather.pools import Answer
from ingather.sources import Input, inside_zip
from ingather.store import Store
from ingather.watching.memory import FOLDER
from ingather.written import written_rows
from normalise.corrections import BadCorrection

Known = Mapping[str, set[str]]
"""Hashes by name; a name may stand for several versions of a file, and for none that is known."""


def known_files(store: Store, out: Path, corrections: Path) -> Known:
    """Every file that anything is kept of, by its name in the tables, with the hashes of its bytes."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, sha256 in (*stored(store), *_written(out), *_corrected(corrections)):
        found[name] |= {sha256} if sha256 else set()
    return found


def meant(said: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names somebody may mean: that very name, else the longest end of a path that is one, else all that end so.

    `Plans/parks/plan.docx` means `parks/plan.docx` where that is known, and `plan.docx` means it too.
    """
    names = set(known)
    parts = [part for part in _tidy(said).split("/") if part not in ("", ".")]
    for start in range(len(parts)):
        end = "/".join(parts[start:])
        if end in names:
            return (end,)
    ending = f"/{'/'.join(parts)}"
    return tuple(sorted(name for name in names if parts and name.endswith(ending)))


def with_members(name: str, known: Iterable[str]) -> frozenset[str]:
    """The name with those of the files within it, where it is a zip."""
    return frozenset([name, *(other for other in known if other.startswith(f"{name}/"))])


def stored(store: Store) -> Iterator[tuple[str, str]]:
    """Name and hash of every file that an answer in the store is about, or that a zip listed there holds."""
    for data in store.values("plans"):
        with suppress(Corrupt):
            yield from named_in(decode(data, Answer))


def named_in(answer: Answer) -> Iterator[tuple[str, str]]:
    """Name and hash of the file an answer is about, and of the files it lists."""
    yield answer.file.source_file, answer.file.source_sha256
    archive = Input("", answer.file.source_file)
    for entry in answer.entries:
        if item := inside_zip(archive, entry.name):
            yield item.name, entry.sha256


def _written(out: Path) -> Iterator[tuple[str, str]]:
    """What the tables, the snapshots and the watcher's memory in the output folder name."""
    for row in all_rows(out):
        yield str(row["source_file"]), str(row["source_sha256"])
    with suppress(OSError):
        for line in written_rows(out / "files.csv"):
            yield line.get("source_file", "").removeprefix("'"), line.get("source_sha256", "")
    for data in Store(out / FOLDER).values("rows"):
        with suppress(Corrupt):
            yield from named_in(decode(data, Answer))


def _corrected(corrections: Path) -> Iterator[tuple[str, str]]:
    with suppress(BadCorrection, OSError, UnicodeDecodeError):
        yield from ((c.source_file, "") for c in load(corrections).lines if c.source_file)


def _tidy(said: str) -> str:
    text = said.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text.replace("\\", "/"))
