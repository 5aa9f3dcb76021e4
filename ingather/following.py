"""Corrections follow their file: to the name it has now, and to the copy that is read in its place."""

from __future__ import annotations

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from export.errors import output_error
from ingather.batch import Sorted
from ingather.correcting import add_all, load
from ingather.written import written_rows
from normalise.corrections import BadCorrection, Correction, Corrections, with_id


def followed(corrections: Corrections, found: Sorted, out: Path) -> Corrections:
    """The corrections, knowing under which names the files that they speak of are read in this run.

    A file that is not read is its copy, or what has the bytes that `files.csv` of the run before (in `out`) says it
    had, or what a line of the corrections says it became. A file of the very name is never passed over.
    """
    read = {task.source.path for task in found.tasks}
    away = {c.source_file for c in corrections.lines if c.source_file} - read - {row.source_file for row in found.rows}
    if not away:
        return corrections
    steps = {**corrections.renamed, **_by_bytes(found, out), **{s.path: first for s, first in found.copies}}
    names = ((name, _end(name, steps, read)) for name in sorted(away))
    return replace(corrections, names=tuple((name, now) for name, now in names if now))


def keep_names(corrections: Corrections, path: Path) -> None:
    """Add to the corrections what a file is called now, for the runs to come. Raises OutputError."""
    fresh = [(name, now) for name, now in corrections.names if corrections.renamed.get(name) != now]
    try:
        if fresh:
            add_all(path, [with_id(Correction("file", source_file=name, now=now)) for name, now in fresh])
    except OSError as error:
        raise output_error(path, error) from error


def with_earlier(names: frozenset[str], path: Path) -> frozenset[str]:
    """The names with those that the files had before, as the corrections say; a file that cannot be read says none."""
    try:
        renamed = load(path).renamed
    except (BadCorrection, OSError, UnicodeDecodeError):
        return names
    return names | {name for name in renamed if _end(name, renamed, names)}


def _by_bytes(found: Sorted, out: Path) -> Mapping[str, str]:
    """The name now by the name in the run before, of files with the same bytes."""
    now = {task.source.sha256: task.source.path for task in found.tasks if task.source.sha256}
    names: dict[str, str] = {}
    with suppress(OSError):  # no run before wrote its table, or it cannot be read
        for row in written_rows(out / "files.csv"):
            if name := now.get(row.get("source_sha256", "")):
                names[row.get("source_file", "").removeprefix("'")] = name
    return names


def _end(name: str, steps: Mapping[str, str], read: Set[str]) -> str:
    """Where the steps from a name end at a file that is read, "" where they do not."""
    passed: set[str] = set()
    while name not in read and name in steps and name not in passed:
        passed.add(name)
        name = steps[name]
    return name if name in read else ""
