"""One file through the rooms, and many files to one set of tables."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingather.options import Options
from ingather.sources import Input
from ingest.errors import Unreadable
from ingest.model import Document
from ingest.reading import read_document
from normalise.corrections import NONE, Corrections
from normalise.model import Plan, Source
from normalise.rows import FileRow, Row, table_rows
from normalise.schema.validate import with_findings
from normalise.twins import with_twins
from normalise.understand import understand


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: its row of files.csv, and its plan where it could be read."""

    file: FileRow
    plan: Plan | None = None


def convert(data: bytes, source: Source, options: Options, corrections: Corrections = NONE) -> Result:
    """Read one file's bytes and understand what it holds; a file that cannot be read gives a row that says why."""
    try:
        document = read_document(data, options.limits)
    except Unreadable as error:
        return Result(refused(source, error))
    except Exception as fault:  # a fault of ours in one file must not cost the others
        return Result(_faulty(source, fault))
    try:
        plan = understand(document, source, options.as_of, corrections)
    except Exception as fault:
        return Result(_faulty(source, fault))
    return Result(_file_row(source, document, plan), plan)


def convert_input(item: Input, options: Options, corrections: Corrections) -> Result:
    """Read one input file from disk and convert it; a path that cannot be read gives a row that says so."""
    try:
        size = item.path.stat().st_size
        data = item.path.read_bytes() if size <= options.limits.file_bytes else None
    except OSError:
        return Result(_unreachable(item))
    if data is None:
        return Result(_too_large(item, size, options))
    source = Source(item.name, hashlib.sha256(data).hexdigest(), len(data))
    return convert(data, source, options, corrections)


def convert_all(
    inputs: Sequence[Input], options: Options, corrections: Corrections, tick: Callable[[Result], None]
) -> tuple[Result, ...]:
    """Convert every input in order; `tick` is called after each. The same bytes under two names are read once."""
    seen: dict[str, str] = {}
    results = []
    for item in inputs:
        result = _once(convert_input(item, options, corrections), seen)
        results.append(result)
        tick(result)
    return tuple(results)


def tables_of(results: Iterable[Result]) -> dict[str, list[Row]]:
    """All tables of the contract for a run's results, validated; what fails validation is added to the review table."""
    results = sorted(results, key=lambda r: r.file.source_file)
    plans = with_twins([r.plan for r in results if r.plan])
    return with_findings(table_rows(plans, [r.file for r in results]))


def read_tables(path: Path, options: Options) -> Document:
    """The document as the reader alone saw it. Raises `Unreadable` with the sentence for the user."""
    return read_document(path.read_bytes(), options.limits)


def refused(source: Source, error: Unreadable) -> FileRow:
    """The row of files.csv for a file that could not be read."""
    return FileRow(source.path, source.sha256, source.bytes, "", "", error.outcome, str(error), error.suggestion)


def _faulty(source: Source, fault: Exception) -> FileRow:
    """The row of a file that met a fault in ingather itself, with what its makers need to find it."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__} in {Path(last.filename).name}, line {last.lineno}"
    reason = "A fault in ingather itself stopped the reading of this file; the other files are not touched by it."
    advice = f"Please report it with the file, if you may share it: {where}."
    return FileRow(source.path, source.sha256, source.bytes, "", "", "set_aside", reason, advice)


def _once(result: Result, seen: dict[str, str]) -> Result:
    file = result.file
    first = seen.setdefault(file.source_sha256, file.source_file) if file.source_sha256 else file.source_file
    if first == file.source_file or file.outcome not in ("read", "partly_read", "no_actions"):
        return result
    reason = f"The same file as {first}, byte for byte; its actions are listed under that name."
    return Result(replace(file, outcome="duplicate", reason=reason, suggestion="Nothing to do.", actions=0, review=0))


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
    if plan.actions:
        return "read", "", ""
    if plan.tables:
        reason = "The file was read, but none of its tables looks like a list of actions."
        return "no_actions", reason, "Its text is listed under Unplaced; check whether a table there holds actions."
    reason = "The file was read, but it has no table and no list of actions."
    return "no_actions", reason, "If it should hold a plan, check that it is the right document."


def _unreachable(item: Input) -> FileRow:
    reason = "The file could not be opened from this computer."
    return FileRow(
        item.name, "", None, "", "", "refused", reason, "Check that you may read it and that its drive is connected."
    )


def _too_large(item: Input, size: int, options: Options) -> FileRow:
    limit = options.limits.file_bytes // 1_000_000
    reason = f"The file is {size // 1_000_000} MB, above the {limit} MB that ingather opens."
    return FileRow(item.name, "", size, "", "", "refused", reason, "Split it, or remove pictures, and run again.")
