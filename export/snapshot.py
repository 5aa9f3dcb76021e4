"""What a workbook held when it was written, kept beside it: so that an analyst's edit and a change of the source can be
told apart, and the next run can say what changed.

Each workbook names its snapshot by the hash of its bytes in a document property; the snapshots stand in `.ingather` in
the output folder, one JSON list a line, until the next run.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from export.encodable import encodable
from export.errors import output_error
from export.model import About
from export.placing import placed
from normalise.rows import Row, Value
from normalise.schema import ACTIONS, Field

FOLDER = ".ingather"
PROPERTY = "ingather snapshot"
_BEFORE = ".before"
"""Marks the snapshot of the run before the latest: kept to say what changed, and never read back into."""
_NAMED = re.compile(rf'name="{PROPERTY}"[^>]*>\s*<[^>]*>([0-9a-f]{{16}})<')
_ENCODER = json.JSONEncoder(ensure_ascii=False, default=date.isoformat)
_FIELDS: Mapping[str, Field] = {field.name: field for field in ACTIONS}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of actions as they were written, the day they were judged against, and how people were shown."""

    id: str
    as_of: date
    actions: tuple[Row, ...]
    names: str = "keep"


def keep(actions: Iterable[Row], about: About, folder: Path) -> str:
    """Keep the rows beside the workbooks of the output folder; gives the id that the workbook is to name."""
    place = folder / FOLDER
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise output_error(place, error) from error
    digest = hashlib.sha256()
    fresh = place / "fresh.jsonl"
    with placed(fresh) as part, part.open("wb") as file:
        for line in _lines(actions, about):
            digest.update(line)
            file.write(line)
    name = digest.hexdigest()[:16]
    fresh.replace(place / f"{name}.jsonl")
    return name


def point(folder: Path, name: str, held: Path | None) -> None:
    """Say that this snapshot is of the latest run, and clear away the others but that of the run before.

    Where another program held the workbook, `held`, its snapshot stays: what is saved there yet is still to be read
    back. Workbooks whose snapshot is gone are read back no more.
    """
    place = folder / FOLDER
    stood, before = _pointed(folder)
    hidden = _names(place / f"{name}.jsonl") != "keep"
    if hidden and "keep" in (_names(place / f"{stood}.jsonl"), _names(place / f"{before}{_BEFORE}.jsonl")):
        before = ""  # it would show the names that this run hides
    elif stood != name and (place / f"{stood}.jsonl").exists():
        before = stood
        with placed(place / f"{before}{_BEFORE}.jsonl") as part:
            shutil.copyfile(place / f"{before}.jsonl", part)
    with placed(place / "latest") as part:
        part.write_text(f"{name}\n{before}", encoding="ascii")
    wanted = {name, f"{before}{_BEFORE}", named_by(held) if held else name}
    for path in place.glob("*.jsonl"):
        if path.stem not in wanted:
            path.unlink(missing_ok=True)


def _names(path: Path) -> str:
    """How a snapshot shows people, "" where it is not there."""
    try:
        with path.open(encoding="utf-8") as file:
            return str(json.loads(file.readline()).get("names", "keep"))
    except (OSError, ValueError):
        return ""


def latest(folder: Path) -> Snapshot | None:
    """The snapshot of the latest run that wrote a workbook to this folder, None where there was none."""
    return read(folder, _pointed(folder)[0])


def earlier(folder: Path) -> Snapshot | None:
    """The snapshot of the last run before that which wrote something else, None where there was none."""
    return read(folder, _pointed(folder)[1], _BEFORE)


def identity(actions: Iterable[Row], about: About) -> str:
    """The id that the snapshot of these rows has."""
    digest = hashlib.sha256()
    for line in _lines(actions, about):
        digest.update(line)
    return digest.hexdigest()[:16]


def _pointed(folder: Path) -> tuple[str, str]:
    """The ids of the latest snapshot and of the one before, "" where there is none."""
    try:
        lines = (folder / FOLDER / "latest").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    names = [*lines, "", ""]
    return names[0].strip(), names[1].strip()


def named_by(workbook: Path) -> str:
    """The id of the snapshot a workbook names, "" where it names none or cannot be read."""
    try:
        with zipfile.ZipFile(workbook) as parts:
            found = _NAMED.search(parts.read("docProps/custom.xml").decode("utf-8", "replace"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return found[1] if found else ""


def read(folder: Path, name: str, suffix: str = "") -> Snapshot | None:
    """A snapshot by its id, None where it is gone or broken."""
    if not re.fullmatch(r"[0-9a-f]{16}", name):
        return None
    try:
        with (folder / FOLDER / f"{name}{suffix}.jsonl").open(encoding="utf-8") as file:
            head = json.loads(file.readline())
            rows = tuple(_row(head["columns"], json.loads(line)) for line in file)
        return Snapshot(name, date.fromisoformat(head["as_of"]), rows, str(head.get("names", "keep")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_rows(folder: Path) -> Iterator[Row]:
    """The rows of every snapshot that stands in the output folder."""
    for path in sorted((folder / FOLDER).glob("*.jsonl")):
        suffix = _BEFORE if path.stem.endswith(_BEFORE) else ""
        found = read(folder, path.stem.removesuffix(_BEFORE), suffix)
        yield from found.actions if found else ()


def _lines(actions: Iterable[Row], about: About) -> Iterator[bytes]:
    head = {"as_of": about.as_of.isoformat(), "version": about.version, "names": about.names, "columns": list(_FIELDS)}
    yield json.dumps(head).encode() + b"\n"
    for row in actions:
        yield encodable(_ENCODER.encode([row[name] for name in _FIELDS])).encode() + b"\n"


def _row(columns: list[str], values: list[object]) -> Row:
    said = dict(zip(columns, values, strict=True))
    return {name: _value(field, said.get(name)) for name, field in _FIELDS.items()}


def _value(field: Field, value: object) -> Value:
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if field.type == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return value if isinstance(value, str | int | float) else None


def forget(folder: Path, source_file: str, ids: Set[str] = frozenset()) -> int:
    """Take the rows of a file out of every snapshot in the output folder; gives how many rows were taken out.

    `ids` are those of its actions: where names are hidden, that of the file may be too.
    """
    file_at, id_at = (list(_FIELDS).index(name) for name in ("source_file", "action_id"))
    gone = 0
    for path in (folder / FOLDER).glob("*.jsonl"):
        lines = path.read_bytes().splitlines(keepends=True)
        kept = lines[:1]
        for line in lines[1:]:
            values = json.loads(line)
            if values[file_at] != source_file and values[id_at] not in ids:
                kept.append(line)
        if len(kept) < len(lines):
            gone += len(lines) - len(kept)
            with placed(path) as part:
                part.write_bytes(b"".join(kept))
    return gone
