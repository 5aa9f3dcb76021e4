"""What the results folder holds that a correction may speak of, so that a slip of the pen is told at once."""

from __future__ import annotations

from pathlib import Path

from ingather.correcting import load
from ingather.written import written_rows
from normalise.corrections import Correction


def not_there(correction: Correction, out: Path, file: Path) -> str:
    """Why nothing of what the correction names is in the results, in a sentence; "" where it is, or none can tell.

    `file` is that of the corrections. Raises BadCorrection, OSError and UnicodeDecodeError where it cannot be read.
    """
    if correction.what == "undo":
        known = any(c.id == correction.of for c in load(file).lines)
        return "" if known else f"No correction with the id “{correction.of}” holds in {file}."
    if correction.what == "table":
        return _no_table(correction, out)
    return _no_action(correction, out) if correction.what in ("value", "row") else ""


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


def _column(path: Path, key: str, column: str) -> dict[str, str] | None:
    """A column of a written table by the key of its rows, None where the table was not written."""
    if not path.exists():
        return None
    rows = [(row.get(key, ""), row.get(column, "")) for row in written_rows(path)]
    return dict(rows) | {name.removeprefix("'"): value for name, value in rows}
