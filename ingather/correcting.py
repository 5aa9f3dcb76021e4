"""The corrections file: read before a run, and only ever added to."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from export.placing import placed
from ingather.written import written_rows
from normalise.corrections import NONE, Correction, Corrections, read_corrections, with_id, write_correction
from normalise.meant import described
from normalise.meant_tables import described_table

FILE = "corrections.jsonl"


def load(path: Path) -> Corrections:
    """The corrections that hold; none where the file does not exist.

    Raises BadCorrection for a line that is no correction and OSError where the file cannot be read.
    """
    if not path.exists():
        return NONE
    return read_corrections(_whole_lines(path.read_text(encoding="utf-8-sig")))


def add(path: Path, correction: Correction) -> str:
    """Append one correction, with who says it and when; returns its id. Raises BadCorrection, nothing written."""
    said = _signed(correction)
    line = write_correction(said)
    path.parent.mkdir(parents=True, exist_ok=True)
    _end_line(path)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
    return said.id


def add_all(path: Path, corrections: Sequence[Correction]) -> None:
    """Add several at once, all or none of them whatever happens. Raises BadCorrection and OutputError."""
    lines = "".join(f"{write_correction(_signed(c))}\n" for c in corrections)
    stood = "\n".join(_whole_lines(path.read_text(encoding="utf-8-sig"))) if path.exists() else ""
    with placed(path) as part:
        part.write_text(f"{stood.rstrip()}\n{lines}" if stood.strip() else lines, encoding="utf-8", newline="\n")


def _signed(correction: Correction) -> Correction:
    """The correction with who says it and when. Raises BadCorrection."""
    when = correction.when or datetime.now().astimezone().isoformat(timespec="seconds")
    said = with_id(replace(correction, who=correction.who or _user(), when=when))
    read_corrections([write_correction(said)])
    return said


def _whole_lines(text: str) -> list[str]:
    """The lines of the file, without a last one that a power cut or a full disk has torn."""
    *lines, last = text.split("\n")
    return lines if is_torn(last) else [*lines, last]


def is_torn(last: str) -> bool:
    """Whether the last line was never written to its end: an object without its closing brace, or nothing but zeros."""
    last = last.strip()
    return bool(last) and (not last.strip("\0") or (last.startswith("{") and not last.endswith("}")))


def _end_line(path: Path) -> None:
    """See that the next line begins on its own: a torn one is taken off, a missing line end is put on."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        data = file.read()
        start = data.rfind(b"\n") + 1
        last = data[start:]
        if is_torn(last.decode("utf-8", "replace")):
            file.truncate(start)
        elif last:
            file.write(b"\n")


def with_words(correction: Correction, out: Path, path: Path) -> Correction:
    """The correction of an action with its words and surroundings, as the run before wrote them to the output folder.

    `path` is that of the corrections. Raises BadCorrection, OSError and UnicodeDecodeError where it cannot be read.
    """
    if correction.what == "table":
        return _with_table(correction, out)
    written = out / "actions.csv"
    if not correction.action_id or not written.exists():
        return correction
    files = (r.get("source_file", "") for r in written_rows(written) if r.get("action_id") == correction.action_id)
    file = next(files, None)
    return described((correction,), [r for r in written_rows(written) if r.get("source_file") == file], load(path))[0]


def _with_table(correction: Correction, out: Path) -> Correction:
    """The correction of a table with what stands in it, as far as the results tell."""
    if not all((out / name).exists() for name in ("headings.csv", "actions.csv", "unplaced.csv", "files.csv")):
        return correction
    sources = (("actions.csv", "action"), ("unplaced.csv", "text"))
    bodies = ((row, column) for name, column in sources for row in written_rows(out / name))
    told = described_table(correction, written_rows(out / "headings.csv"), bodies)
    files = (row for row in written_rows(out / "files.csv") if row["source_file"].removeprefix("'") == told.source_file)
    return replace(told, source_sha256=next((row["source_sha256"] for row in files), ""))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container or a service without a name for its user
        return "unknown"
