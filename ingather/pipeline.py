"""One file through the rooms: bytes to a document, the document to a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingather.options import Options
from ingather.packing import Packed, pack
from ingather.results import faulty, not_read
from ingest.errors import OutOfMemory, Unreadable
from ingest.model import Document, Yielded
from ingest.reading import read_document
from normalise.corrections import NONE, Corrections
from normalise.model import Plan, Source
from normalise.rows import FileRow
from normalise.understand import understand

Reading = Callable[[], Document]
_PARTS = ("page-without-text", "page-damaged", "read-in-part", "embedded-unread")
"""Codes of notes that tell of a part that was not read."""


@dataclass(frozen=True, slots=True)
class Converted:
    """One file's row of files.csv, its plan where it could be read, and the rows that the plan gives.

    `lasting` is false where the computer or a fault of ours decided, so that another run may end otherwise.
    """

    file: FileRow
    plan: Plan | None = None
    rows: Packed | None = None
    lasting: bool = True


def convert(data: bytes, source: Source, options: Options, corrections: Corrections = NONE) -> Converted:
    """Read one file's bytes and understand what it holds; a file that cannot be read gives a row that says why."""
    return convert_with(lambda: read_document(data, options.limits), source, options, corrections)


def convert_with(read: Reading, source: Source, options: Options, corrections: Corrections) -> Converted:
    """As `convert`, with the document from `read`, which may raise what `read_document` does."""
    try:
        document = read()
    except Unreadable as error:
        return Converted(not_read(source, error))
    except Exception as fault:  # a fault of ours in one file must not cost the others
        return Converted(faulty(source, fault), lasting=False)
    try:
        plan = understand(document, source, options.as_of, corrections)
        return Converted(_file_row(source, document, plan), plan, pack(plan))
    except MemoryError:
        return Converted(not_read(source, OutOfMemory()), lasting=False)
    except Exception as fault:
        return Converted(faulty(source, fault), lasting=False)


def read_tables(path: Path, options: Options) -> Document:
    """The document as the reader alone saw it. Raises `Unreadable` with the sentence for the user."""
    return read_document(path.read_bytes(), options.limits)


def read_watched(data: bytes, options: Options, watch: Callable[[Yielded], None]) -> Document:
    """A document whose reading `watch` may end by raising an `Unreadable`; what came before is kept."""
    return read_document(data, options.limits, watch)


def _file_row(source: Source, document: Document, plan: Plan) -> FileRow:
    outcome, reason, suggestion = _outcome(document, plan)
    return FileRow(
        source.path, source.sha256, source.bytes, document.format, document.facts.engine, outcome, reason, suggestion,
        plan.pages, plan.tables, plan.action_tables, len(plan.actions), len(plan.review),
    )  # fmt: skip


def _outcome(document: Document, plan: Plan) -> tuple[str, str, str]:
    if not document.complete:
        why = next((n for n in reversed(document.notes) if n.severity == "problem"), None)
        reason = why.message if why else "Only a part of this file could be read."
        return "partly_read", reason, why.suggestion if why else "Compare the rows with the file."
    missed, advice = _missed(document)
    if plan.actions:
        return "read", missed, advice
    reason, suggestion = _without_actions(document, plan)
    return "no_actions", f"{reason} {missed}".rstrip(), advice or suggestion


def _missed(document: Document) -> tuple[str, str]:
    """Of a file that was read, the first part that was not, and what to do."""
    parts = [note for note in document.notes if note.code in _PARTS]
    if not parts:
        return "", ""
    more = f" (And {len(parts) - 1:,} more: see the review.)" if len(parts) > 1 else ""
    return f"{parts[0].message}{more}", parts[0].suggestion


def _without_actions(document: Document, plan: Plan) -> tuple[str, str]:
    if plan.tables:
        reason = "The file was read, but none of its tables looks like a list of actions."
        return reason, (
            "The text of its tables is under Unplaced, all other text under Plans; check whether either holds actions."
        )
    if not document.blocks:
        return "The file was read, but there is nothing in it.", "Check that it is the right document."
    reason = "The file was read, but it has no table and no list of actions."
    return reason, "If it should hold a plan, check that it is the right document."
