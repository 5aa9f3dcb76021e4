"""Many results to one set of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ingather.results import Result
from normalise.model import Source
from normalise.rows import FileRow, Row, table_rows
from normalise.schema.validate import with_findings
from normalise.twins import with_twins


def tables_of(results: Iterable[Result]) -> dict[str, list[Row]]:
    """All tables of the contract for a run's results, validated; what fails validation is added to the review table."""
    results = sorted(results, key=lambda r: r.file.source_file)
    plans = with_twins([r.plan for r in results if r.plan])
    tables = with_findings(table_rows(plans, [r.file for r in results]))
    doubts = Counter(row["source_file"] for row in tables["review"])
    files = [f if f["review"] is None else {**f, "review": doubts[f["source_file"]]} for f in tables["files"]]
    return {**tables, "files": files}


def review_order(row: Row) -> tuple[str, int, int]:
    """By file and place, as every table is sorted."""
    table, number = row["table"], row["row"]
    return str(row["source_file"]), table if isinstance(table, int) else 0, number if isinstance(number, int) else 0


def duplicate(source: Source, first: FileRow) -> FileRow:
    """The row of a file, given the row of an earlier one with the same bytes, which alone gives rows."""
    same = replace(first, source_file=source.path)
    if first.outcome not in ("read", "partly_read", "no_actions"):
        return same
    reason = f"The same file as {first.source_file}, byte for byte; its actions are listed under that name."
    return replace(same, outcome="duplicate", reason=reason, suggestion="Nothing to do.", actions=0, review=0)
