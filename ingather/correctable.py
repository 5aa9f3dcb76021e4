"""What the results folder holds that a correction may speak of, so that a slip of the pen is told at once."""

from __future__ import annotations

from pathlib import Path

from ingather.correcting import load
from ingather.nearest import nearest
from ingather.written import written_rows
from normalise.corrections import Correction
from normalise.headings import heading_key
from normalise.values.councils.register import load_register


def not_there(correction: Correction, out: Path, file: Path) -> str:
    """Why nothing of what the correction names is in the results, in a sentence; "" where it is, or none can tell.

    `file` is that of the corrections. Raises BadCorrection, OSError and UnicodeDecodeError where it cannot be read.
    """
    if correction.what == "undo":
        known = any(c.id == correction.of for c in load(file).lines)
        return "" if known else f"No correction with the id “{correction.of}” holds in {file}."
    if correction.what == "table":
        return _no_table(correction, out)
    if correction.what == "heading":
        return _no_council(correction)
    return _no_action(correction, out) if correction.what in ("value", "row") else ""


def not_yet_there(correction: Correction, out: Path) -> str:
    """Where no table in the results has the heading that a correction speaks of: that, and those most like it."""
    if correction.what != "heading":
        return ""
    known = _headings(out, correction.council)
    if known is None or heading_key(correction.heading) in map(heading_key, known):
        return ""
    of = f" of {correction.council}" if correction.council else ""
    like = nearest(correction.heading, known)
    seen = f" The nearest are: {like}." if like else ""
    return f"No table{of} in these results has the heading “{correction.heading}”.{seen}"


def as_typed(path: Path) -> str:
    """A path as it is typed in a command, in quotes where it has spaces."""
    return f'"{path}"' if " " in str(path) else str(path)


def _no_table(correction: Correction, out: Path) -> str:
    files = _column(out / "files.csv", "source_file", "tables")
    if files is None:
        return ""
    if correction.source_file not in files:
        return f"No file in these results is called “{correction.source_file}”; files.csv lists their names."
    count = files[correction.source_file]
    if not count.isdigit() or 1 <= correction.table <= int(count):
        return ""
    if not int(count):
        return f"{correction.source_file} has no tables."
    return f"{correction.source_file} has no table {correction.table}: its tables are numbered from 1 to {count}."


def _no_action(correction: Correction, out: Path) -> str:
    actions = _column(out / "actions.csv", "action_id", "action_id")
    if actions is None or correction.action_id in actions:
        return ""
    return f"No action in these results has the id “{correction.action_id}”; actions.csv has it under action_id."


def _no_council(correction: Correction) -> str:
    names = [council.name for council in load_register()]
    if correction.council in ("", *names):
        return ""
    like = nearest(correction.council, names)
    seen = f" The nearest are: {like}." if like else ""
    return f"No council has the official name “{correction.council}”.{seen}"


def _headings(out: Path, council: str) -> list[str] | None:
    """The headings of all tables in the results, of one council's plans where it is named; None if none can tell."""
    if not (out / "headings.csv").exists():
        return None
    councils = _column(out / "plans.csv", "source_file", "council") if council else None
    rows = list(written_rows(out / "headings.csv"))
    if councils is not None:
        rows = [row for row in rows if councils.get(row.get("source_file", "")) == council]
    return list(dict.fromkeys(row.get("heading", "").removeprefix("'") for row in rows))


def _column(path: Path, key: str, column: str) -> dict[str, str] | None:
    """A column of a written table by the key of its rows, None where the table was not written."""
    if not path.exists():
        return None
    rows = [(row.get(key, ""), row.get(column, "")) for row in written_rows(path)]
    return dict(rows) | {name.removeprefix("'"): value for name, value in rows}
