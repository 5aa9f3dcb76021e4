"""What became of one file: its row of files.csv, and its plan where it could be read."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from ingather.packing import Held
from ingather.sources import Input
from ingest.errors import Unreadable
from normalise.model import Source
from normalise.rows import FileRow


@dataclass(frozen=True, slots=True)
class Result:
    """One file's row of files.csv, and the rows of its plan where it could be read.

    `lasting` is false where a limit, a crash or the computer decided, so that another run may end otherwise.
    """

    file: FileRow
    plan: Held | None = None
    lasting: bool = True


def not_read(source: Source, error: Unreadable) -> FileRow:
    """The row of a file that could not be read, for the reason the error gives."""
    return FileRow(source.path, source.sha256, source.bytes, "", "", error.outcome, str(error), error.suggestion)


def faulty(source: Source, fault: Exception) -> FileRow:
    """The row of a file that met a fault of the computer, or of ingather itself with what its makers need."""
    if isinstance(fault, OSError) and fault.errno:
        reason = f"The computer could not go on while this file was read: {fault.strerror}."
        return set_aside(source, reason, "Put that right, and run ingather again.")
    if isinstance(fault, ImportError):
        reason = f"A part of ingather is missing on this computer: {fault.name}."
        return set_aside(source, reason, "Install ingather again; ingather doctor says what it lacks.")
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__} in {Path(last.filename).name}, line {last.lineno}"
    reason = "A fault in ingather itself stopped the reading of this file; the other files are not touched by it."
    return set_aside(source, reason, f"Please report it with the file, if you may share it: {where}.")


def set_aside(source: Source, reason: str, suggestion: str) -> FileRow:
    """The row of a file that was left alone so that the others could be read."""
    return FileRow(source.path, source.sha256, source.bytes, "", "", "set_aside", reason, suggestion)


def unpacked(source: Source, files: int) -> FileRow:
    """The row of a zip archive, whose files have rows of their own."""
    reason = "An archive; each of its files is listed under its name."
    return FileRow(source.path, source.sha256, source.bytes, "zip", "", "read", reason if files else "", "")


def unreachable(item: Input) -> FileRow:
    """The row of a file that the operating system would not open, or that is none."""
    reason, suggestion = _BARRED["remote" if item.remote else item.barred]
    outcome = "unsupported" if item.barred == "device" else "refused"
    return FileRow(item.name, "", None, "", "", outcome, reason, suggestion)


_BARRED = {
    "remote": (
        "The file could not be fetched from its address.",
        "Check that you may read it and that the network is up, and run again.",
    ),
    "": (
        "The file could not be opened from this computer.",
        "Check that you may read it and that its drive is connected.",
    ),
    "folder": (
        "This folder could not be opened, so the files in it were not read.",
        "Ask for the right to read it, or leave it out.",
    ),
    "link": (
        "This is a link to a file that lies outside the folders given, so it was not followed.",
        "Give the file itself, or the folder it lies in.",
    ),
    "link-folder": (
        "This is a link to a folder that lies outside the folders given, so it was not followed.",
        "Give that folder too.",
    ),
    "nowhere": ("This is a link to a file that is not there.", "Put the file back, or remove the link."),
    "device": ("This is a pipe, a socket or a device and no file.", "Nothing to do."),
}


def too_large(item: Input, size: int, most: int) -> FileRow:
    """The row of a file above the `most` bytes that are opened."""
    reason = f"The file is {size // 1_000_000} MB, above the {most // 1_000_000} MB that ingather opens."
    return FileRow(item.name, "", size, "", "", "refused", reason, "Split it, or remove pictures, and run again.")
