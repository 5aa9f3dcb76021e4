"""Analysts' edits brought to the rows of a new run.

The action an edit belongs to is found again among the new rows by reference and words; a cell that was edited and whose
document changed too keeps the edit and is flagged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from export.model import Own
from export.readback.edited import KEY
from export.readback.edits import Edit, Edits
from export.words import worded
from normalise.compare import match
from normalise.corrections import Correction
from normalise.rows import Row, as_text
from normalise.schema import ACTIONS

_KINDS = {
    "date": "enter a day, as 31/03/2026", "number": "enter a number without letters and signs",
    "integer": "enter a whole number",
}  # fmt: skip
_INSTEAD = {"days_overdue": "Change due_date, or status where the action has ended: days_overdue follows from them."}


@dataclass(frozen=True, slots=True)
class Settled:
    """Edits brought to the rows of a new run: corrections to keep, rows for review.csv, and what analysts added."""

    corrections: tuple[Correction, ...]
    review: tuple[Row, ...]
    own: Own


def settle_all(found: Sequence[Edits], after: Sequence[Row]) -> Settled:
    """Bring the edits of several workbooks to the rows of a new run; what was saved later wins."""
    settled = [settle(edits, after) for edits in found]
    cells = {key: said for each in settled for key, said in each.own.cells.items()}
    notes = {key: said for each in settled for key, said in each.own.notes.items()}
    columns = tuple(dict.fromkeys(name for each in settled for name in each.own.columns))
    return Settled(
        tuple(correction for each in settled for correction in each.corrections),
        tuple(row for each in settled for row in each.review),
        Own(columns, cells, notes),
    )


def settle(edits: Edits, after: Sequence[Row]) -> Settled:
    """Bring edits to the rows of a new run, read without them.

    An edit of an action that is there still becomes a correction under the action's new id. It is flagged where the
    document says something else than before too, and where the action is gone. In a workbook that hides names, a cell
    that did not show the document's own words cannot be edited.
    """
    before = edits.snapshot.actions
    where = {str(before[old][KEY]): after[new] for old, new in match(before, after)}
    if edits.snapshot.names != "keep":  # where file and words are hidden, the id still says where an action stands
        known = {str(row[KEY]) for row in before}
        where = {str(row[KEY]): row for row in after if str(row[KEY]) in known} | where
    corrections: list[Correction] = []
    review: list[Row] = [_refusal(edit, where.get(str(edit.action[KEY]), edit.action)) for edit in edits.refused]
    review += [_added(words) for words in edits.added]
    review += _idle(edits.worked_out, where)
    for edit in edits.values:
        row = where.get(str(edit.action[KEY]))
        if row is None:
            review.append(_lost(edit))
            continue
        reads = as_text(row[edit.column])
        if edits.snapshot.names != "keep" and reads != edit.was:
            review.append(_hidden(edit, row))
        elif reads != edit.now:
            corrections.append(_correction(edits, edit, row))
            if reads != edit.was:
                review.append(_conflict(edit, row, reads))
    ids = {old: str(row[KEY]) for old, row in where.items()}
    return Settled(tuple(corrections), tuple(review), _moved(edits.own, ids))


def _correction(edits: Edits, edit: Edit, row: Row) -> Correction:
    words = as_text(row["action"])
    file = str(row["source_file"])
    said = Correction(
        "value", action_id=str(row[KEY]), source_file=file, column=edit.column, value=edit.now, words=words
    )
    return replace(said, who=edits.who, when=edits.when)


def _moved(own: Own, ids: Mapping[str, str]) -> Own:
    cells = {ids[old]: values for old, values in own.cells.items() if old in ids}
    return Own(own.columns, cells, {ids[old]: notes for old, notes in own.notes.items() if old in ids})


def _review(row: Row, code: str, message: str, suggestion: str) -> Row:
    place: Row = {name: row[name] for name in ("source_file", "page", "table", "row")}
    return {**place, "column": None, "code": code, "severity": "check", "message": message, "suggestion": suggestion}


def _conflict(edit: Edit, row: Row, reads: str) -> Row:
    message = f"{edit.column} was changed in the workbook to “{edit.now}”, and in the document to “{reads}”."
    return _review(row, "edit-conflict", message, "The workbook's value was kept; take it out there to have the other.")


def _lost(edit: Edit) -> Row:
    message = f"{edit.column} was changed in the workbook to “{edit.now}”, but the action is not in its document now."
    return _review(edit.action, "edit-lost", message, "See What changed; enter it at the action that took its place.")


def _added(words: str) -> Row:
    place: Row = {"source_file": "action-plans.xlsx", "page": None, "table": None, "row": None}
    message = f"A row was put into the sheet Actions by hand: “{words}”. It stands in no document, so it was not kept."
    return _review(place, "edit-added", message, "Put it into its document, or keep it in a workbook of your own.")


def _idle(edits: Sequence[Edit], where: Mapping[str, Row]) -> Iterator[Row]:
    """A row for each column whose values nobody can correct, at the first action where one was changed."""
    by_column: dict[str, list[Edit]] = {}
    for edit in edits:
        by_column.setdefault(edit.column, []).append(edit)
    for column, (first, *more) in by_column.items():
        said = f"to “{first.now}”" if first.now else "to nothing"
        others = f", and in {len(more):,} more row{'s' if len(more) > 1 else ''}" if more else ""
        yield _review(
            where.get(str(first.action[KEY]), first.action), "edit-refused",
            f"{column} was changed in the workbook {said}{others}, but ingather works that out; it was not kept.",
            _INSTEAD.get(column, "Nothing to do; put what you want to note there into a column of your own."),
        )  # fmt: skip


def _hidden(edit: Edit, row: Row) -> Row:
    message = f"{edit.column} was changed to “{edit.now}” in a workbook that hides the document's words there."
    return _review(row, "edit-refused", message, "The document's value was kept; change it in a workbook with names.")


def _refusal(edit: Edit, row: Row) -> Row:
    message = f"{edit.column} was changed in the workbook to “{edit.now}”, which cannot stand in that column."
    return _review(row, "edit-refused", message, f"The document's value was kept; {_right(edit.column)}.")


def _right(column: str) -> str:
    """What to enter in a column."""
    field = next(field for field in ACTIONS if field.name == column)
    if field.codes:
        return f"enter one of {', '.join(worded(code) for code in field.codes)}"
    return _KINDS.get(field.type, "enter a value of the right kind")
