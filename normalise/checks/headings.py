"""Checks of tables: columns whose field is not sure, headers that are missing, rows told by their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.model import Note, Place
from normalise.headings import Decision
from normalise.structure.tables import Segment, TableReading

_LIKE_A_PLAN = 2
"""Different fields that the headings of a table must surely name before its unsure ones are worth a word."""


def check_tables(readings: Iterable[TableReading]) -> Iterator[Note]:
    """Columns whose field is not known or not sure, headers missing or carried on, and titles told by their rows."""
    for reading in readings:
        for segment in reading.segments:
            yield from _columns(reading, segment)
            yield from _titles(reading, segment)
        if reading.tried and not reading.segments:
            yield from _tried(reading, reading.tried)
        if reading.segments and reading.header_from != "own":
            yield _header_note(reading)


def _told(reading: TableReading, segment: Segment) -> Iterator[tuple[str, Decision, Place]]:
    """The columns of a header: each heading as shown, its decision and where it stands."""
    for column, (heading, decision) in enumerate(zip(segment.header.headings, segment.decisions, strict=True), 1):
        place = Place(
            reading.view.table.place.page, reading.view.table.place.sheet, reading.view.table.place.table,
            reading.view.number(max(segment.header.first, 0)), column,
        )  # fmt: skip
        yield " ".join(heading.split()) or "(no heading)", decision, place


def _columns(reading: TableReading, segment: Segment) -> Iterator[Note]:
    for shown, decision, place in _told(reading, segment):
        if decision.field in ("", "other"):
            if decision.field == "other":
                might = f"; it might be {decision.second}" if decision.second else ""
                yield Note(
                    "unknown-heading", f"The column “{shown}” fits no field; its text is kept under “other”.",
                    f"If it belongs to a field, say so once in a correction{might}.", "check", place,
                )  # fmt: skip
        elif decision.doubtful:
            instead = f", but may be {decision.second} instead" if decision.second else ", which is not sure"
            yield Note(
                "low-confidence", f"The column “{shown}” was read as {decision.field}{instead}: {decision.why}.",
                "Check the column; if it is wrong, say once what it means (ingather correct heading).", "check", place,
            )  # fmt: skip


def _tried(reading: TableReading, segment: Segment) -> Iterator[Note]:
    """Columns of a table that was left but headed like a plan: headings.csv names their fields too, sure or not."""
    sure = [decision.field for decision in segment.decisions if not decision.doubtful]
    if 2 * len(sure) <= len(segment.decisions) or len({*sure} - {"", "other"}) < _LIKE_A_PLAN:
        return
    for shown, decision, place in _told(reading, segment):
        if decision.doubtful and decision.field not in ("", "other"):
            yield Note(
                "left-table-heading",
                f"The column “{shown}” of a table that was left out was read as {decision.field}: {decision.why}.",
                "Nothing to do, unless the table holds actions after all.", "info", place,
            )  # fmt: skip


def _header_note(reading: TableReading) -> Note:
    place = reading.view.table.place
    if reading.header_from == "earlier":
        message = "This table has no header row; the header of the table before it, of the same shape, was used."
    else:
        message = "This table has no header row; its columns were told by what they hold."
    return Note("header-missing", message, "Check that each column was read as the right field.", "check", place)


def _titles(reading: TableReading, segment: Segment) -> Iterator[Note]:
    for row in segment.rows:
        if row.kind == "theme" and row.guessed:
            cell = reading.view.own(row.row)[-1]
            yield Note(
                "title-guessed", f"“{' '.join(row.text.split())}” was read as the title of the rows below it.",
                "Check that it is no action of its own.", "check", cell.place,
            )  # fmt: skip
