"""Checks of what was read: each finds one kind of doubt and says it in a sentence, with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ingest.model import Note, Place
from normalise.actions.gather import Draft
from normalise.actions.values import Values
from normalise.model import Period
from normalise.structure.tables import Segment, TableReading


def check_headings(readings: Iterable[TableReading]) -> Iterator[Note]:
    """Columns whose field is not known or not sure, and headers that are missing or carried on."""
    for reading in readings:
        for segment in reading.segments:
            yield from _columns(reading, segment)
        if reading.segments and reading.header_from != "own":
            yield _header_note(reading)


def dropped_note(draft: Draft) -> Note:
    """The note for a row that a correction dropped: it is listed as unplaced."""
    return Note("row-dropped", "A correction says that this row is no action.", "Nothing to do.", "info", draft.place)


def check_draft(draft: Draft, said: Mapping[str, str]) -> Iterator[Note]:
    """Rows that were put together from several, are struck out, or hold values (column to value) that a person gave."""
    if said:
        columns = ", ".join(sorted(said))
        yield Note("corrected", f"A correction gives this row's {columns}.", "Nothing to do.", "info", draft.place)
    if draft.joined:
        yield Note(
            "row-joined", "A row with no action text was read as the rest of the action above it.",
            "Check in the source that these rows belong together.", "check", draft.place,
        )  # fmt: skip
    if draft.struck:
        yield Note(
            "struck-out", "The action is struck out in the source.",
            "Check whether it still counts; it is kept here.", "check", draft.place,
        )  # fmt: skip


def check_action(draft: Draft, values: Values, period: Period, as_of: date) -> Iterator[Note]:
    """Dates that cannot be right together, and owners or dates that are missing."""
    due = values.timing.due
    if due and period.start and due < period.start:
        yield Note(
            "due-before-plan",
            f"The target date ({_day(due)}) lies before the plan begins ({_day(period.start)}).",
            "Check the year with whoever wrote the plan; the date is kept as written.", "check",
            _cell(draft, "timescale"),
        )  # fmt: skip
    if due and due < as_of and values.status not in ("complete", "cancelled"):
        yield Note(
            "overdue", f"The target date ({_day(due)}) has passed and nothing says that it was done.",
            "Ask the owner how it stands.", "info", _cell(draft, "timescale"),
        )  # fmt: skip
    if not values.owners and not draft.text("lead"):
        yield Note("no-owner", "No owner is named for this action.", "Ask who answers for it.", "info", draft.place)
    if values.timing.kind == "none":
        yield Note("no-date", "No target date is given for this action.", "Ask by when it is due.", "info", draft.place)


def _columns(reading: TableReading, segment: Segment) -> Iterator[Note]:
    for column, (heading, decision) in enumerate(zip(segment.header.headings, segment.decisions, strict=True), 1):
        shown = " ".join(heading.split()) or "(no heading)"
        place = Place(
            reading.view.table.place.page, reading.view.table.place.sheet, reading.view.table.place.table,
            reading.view.number(max(segment.header.first, 0)), column,
        )  # fmt: skip
        second = f" or {decision.second}" if decision.second else ""
        if decision.field in ("", "other"):
            if decision.field == "other":
                yield Note(
                    "unknown-heading", f'The column "{shown}" fits no field; its text is kept under "other".',
                    f"If it belongs to a field, say so once in a correction; it might be {decision.second}."
                    if decision.second else "If it belongs to a field, say so once in a correction.", "check", place,
                )  # fmt: skip
        elif decision.doubtful:
            yield Note(
                "low-confidence", f'The column "{shown}" was read as {decision.field}{second}: {decision.why}.',
                "Check the column, and correct its field once if it is wrong.", "check", place,
            )  # fmt: skip


def _header_note(reading: TableReading) -> Note:
    place = reading.view.table.place
    if reading.header_from == "earlier":
        message = "This table has no header row; the header of the table before it, of the same shape, was used."
    else:
        message = "This table has no header row; its columns were told by what they hold."
    return Note("header-missing", message, "Check that each column was read as the right field.", "check", place)


def _cell(draft: Draft, field: str) -> Place:
    pieces = draft.of(field)
    return pieces[0].cell.place if pieces else draft.place


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
