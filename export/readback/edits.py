"""What analysts changed in a workbook since it was written, told apart from what changed in the documents.

The snapshot kept with the workbook says what each cell held. A cell that differs from it was edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from export.model import Own
from export.overdue import days_overdue
from export.readback.edited import KEY, Edited, Sheets, read_sheets
from export.snapshot import Snapshot, named_by, read
from export.whereabouts import in_words
from export.words import code_of
from export.writers.to_xlsx.cells import fitted
from export.writers.to_xlsx.layout import ADDED, DAYS_OVERDUE, SOURCE, sheets
from normalise.rows import Row, Value, as_text
from normalise.schema import ACTIONS, Field
from normalise.schema.typed import typed

_FIELDS: Mapping[str, Field] = {field.name: field for field in ACTIONS}
_SHOWN = {field.name for field in sheets()[0].columns}
FIXED = {"confidence", "review", "source_file", "source_sha256", "page", "sheet", "table", "row", "other", KEY}
"""Columns that say where a row stands and how it was read: nobody can correct those."""
_WORKED_OUT = (*(_FIELDS[name] for name in sorted(FIXED - {KEY})), *ADDED["actions"])


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell an analyst changed: the action as the snapshot has it, the column, and its text then and now."""

    action: Row
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Edits:
    """All that analysts did to a workbook; `snapshot` is what it held when written, `own` what they added.

    `own` is keyed by the action ids of the snapshot. `refused` are edits that cannot stand in their column; `added`
    the references and words of rows put in by hand, copies of other rows among them; `worked_out` the edits of columns
    that nobody can correct.
    """

    snapshot: Snapshot
    values: tuple[Edit, ...] = ()
    refused: tuple[Edit, ...] = ()
    added: tuple[str, ...] = ()
    own: Own = field(default_factory=Own)
    who: str = ""
    when: str = ""
    worked_out: tuple[Edit, ...] = ()


def read_folder(folder: Path) -> tuple[Edits, ...]:
    """What was changed in each workbook of an output folder that is still to be read back, earliest saved first.

    There are two where one was open in another program while the other was written. Raises OutputError where one cannot
    be read.
    """
    found = (read_edits(path) for path in sorted(folder.glob("action-plans*.xlsx")))
    return tuple(sorted((edits for edits in found if edits is not None), key=lambda edits: edits.when))


def read_edits(workbook: Path) -> Edits | None:
    """What was changed in a workbook since it was written; None where it is not there or names no snapshot.

    Raises OutputError where the workbook cannot be read: it must then not be written over.
    """
    if not workbook.exists():
        return None
    found = read_sheets(workbook)
    snapshot = read(workbook.parent, named_by(workbook))
    if snapshot is None:
        return None
    known = {str(row[KEY]): row for row in snapshot.actions}
    rows, added = _told_apart(found.rows, known)
    edits = [edit for key, row in rows.items() for edit in _edits(known[key], row)]
    good = tuple(edit for edit in edits if _fits(edit))
    bad = tuple(edit for edit in edits if not _fits(edit))
    idle = tuple(edit for key, row in rows.items() for edit in _idle_edits(known[key], row, snapshot))
    return Edits(snapshot, good, bad, added, _own(found, rows.values()), found.who, found.when, idle)


def _told_apart(found: Iterable[Edited], known: Mapping[str, Row]) -> tuple[dict[str, Edited], tuple[str, ...]]:
    """The row of each action, and the words of rows put in by hand.

    Of several rows with one id the least edited is the action's; the others are copies that somebody filled in anew.
    Ids that the snapshot does not know are of files since forgotten.
    """
    alike: dict[str, list[Edited]] = {}
    for row in found:
        alike.setdefault(row.action_id, []).append(row)
    added = alike.pop("", [])
    rows: dict[str, Edited] = {}
    for key in [key for key in alike if key in known]:
        first, *others = _least_edited(alike[key], known[key])
        rows[key] = first
        added += [row for row in others if any(_edits(known[key], row))]
    rows = {row.action_id: row for row in found if rows.get(row.action_id) is row}
    return rows, tuple(_words(row) for row in added)


def _least_edited(alike: list[Edited], known: Row) -> list[Edited]:
    return alike if len(alike) == 1 else sorted(alike, key=lambda row: len(tuple(_edits(known, row))))


def _words(row: Edited) -> str:
    return " ".join(filter(None, (as_text(row.values.get(name)) for name in ("ref", "action"))))


def _edits(row: Row, edited: Edited) -> Iterator[Edit]:
    for column, said in _FIELDS.items():
        if column in edited.values and column not in FIXED:
            was, now = as_text(row[column]), _text(said, edited.values[column])
            if now != _text(said, fitted(was)):
                yield Edit(row, column, was, now)


def _idle_edits(row: Row, edited: Edited, snapshot: Snapshot) -> Iterator[Edit]:
    added: Row = {DAYS_OVERDUE.name: days_overdue(row, snapshot.as_of), SOURCE.name: in_words(row)}
    for said in _WORKED_OUT:
        if said.name in edited.values:
            was, now = as_text((row | added)[said.name]), _text(said, edited.values[said.name])
            if now != _text(said, fitted(was)):
                yield Edit(row, said.name, was, now)


def _text(field: Field, value: Value) -> str:
    if field.codes and isinstance(value, str):
        return code_of(field, value).strip()
    if field.type == "string" or value is None:
        return as_text(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
    if field.type == "date" and isinstance(value, str):
        return _date(value.strip())
    return as_text(float(value) if isinstance(value, int) else value).strip()


def _date(text: str) -> str:
    """A date typed as text: day before month, as in this country; anything else as it is."""
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
        try:
            return date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
        except ValueError:
            return text
    return text


def _fits(edit: Edit) -> bool:
    try:
        typed(_FIELDS[edit.column], edit.now)
    except ValueError:
        return False
    return True


def _own(found: Sheets, rows: Iterable[Edited]) -> Own:
    columns = tuple(name for name in found.columns if name not in _SHOWN)
    cells: dict[str, dict[str, Value]] = {}
    notes: dict[str, dict[str, str]] = {}
    for row in rows:
        values = {name: row.values[name] for name in columns if row.values.get(name) not in (None, "")}
        if values:
            cells[row.action_id] = values
        if row.notes:
            notes[row.action_id] = row.notes
    return Own(columns, cells, notes)
