"""Checks of one action: how its row was read, and values that cannot be right together or are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.model import Note, Place
from normalise.actions.draft import Draft
from normalise.actions.values import Values
from normalise.corrections import Correction, named
from normalise.model import Period

_CUT_OFF = re.compile(r"(?:\b(?:and|or|of|the|an?|including|such as|because|their|its|our)|[,&(/–-])$", re.IGNORECASE)
_FREE = ("action", "outcome", "output", "measure", "progress", "risk", "evidence", "objective")
DROPPED = "row-dropped"
CORRECTED = "corrected"
UNMATCHED = "correction-unmatched"
_FEWEST_WORDS = 4
_FUNDED = re.compile(r"\b(?:fund\w*|source|grant|budget)\b", re.IGNORECASE)


def dropped_note(draft: Draft, correction: str) -> Note:
    """The note for a row that a correction (its id) dropped: it is listed as unplaced."""
    said = f"A correction ({correction}) says that this row is no action."
    return Note(DROPPED, said, "Nothing to do.", "info", draft.place)


def not_meant_note(draft: Draft, correction: Correction) -> Note:
    """The note for a row where a correction was meant for another action, which stood here before."""
    return Note(
        UNMATCHED, f"{named(correction)} was made to another action that stood here before. Which that is now cannot "
        "be told for sure, so it was not applied.",
        "If it still holds, correct the action where it stands now.", "check", draft.place,
    )  # fmt: skip


def check_draft(draft: Draft, said: Sequence[Correction]) -> Iterator[Note]:
    """Rows put together from several, recognised from a picture, struck out, or with values that a person gave.

    `said` are the corrections that give those values.
    """
    if said:
        columns = ", ".join(sorted({c.column for c in said}))
        ids = ", ".join(dict.fromkeys(c.id for c in said if c.id))
        by = f"A correction ({ids})" if ids else "A correction"
        yield Note(CORRECTED, f"{by} gives this row's {columns}.", "Nothing to do.", "info", draft.place)
    if draft.joined:
        yield Note(
            "row-joined", "A row with no action text was read as the rest of the action above it.",
            "Check in the source that these rows belong together.", "check", draft.place,
        )  # fmt: skip
    if any(p.column < 0 and p.decision.field == "lead" for p in draft.pieces):
        yield Note(
            "owner-from-heading", "The owner is named above the rows and was taken for each of them.",
            "Check that it holds for this row.", "info", draft.place,
        )  # fmt: skip
    if any(p.cell.recognised for p in draft.pieces):
        yield Note(
            "recognised", "The words of this row were recognised from a picture of the page; some may be misread.",
            "Compare the row with the page, its figures and names above all.", "check", draft.place,
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
    yield from _check_done(draft, values, as_of)
    yield from _check_cost(draft, values)
    yield from _check_ends(draft)


def _check_done(draft: Draft, values: Values, as_of: date) -> Iterator[Note]:
    if values.status != "complete":
        return
    for field, day in (("completed", values.completed.due), ("timescale", values.timing.due)):
        if day and day > as_of:
            yield Note(
                "complete-in-future", f"It is said to be complete, but the date given ({_day(day)}) is still to come.",
                "Check the status and the date; both are kept as written.",
                "check" if field == "completed" else "info", _cell(draft, field),
            )  # fmt: skip
            return


def _check_cost(draft: Draft, values: Values) -> Iterator[Note]:
    funded = values.money.funding or any(_FUNDED.search(p.heading) for p in draft.of("resources"))
    if values.money.kind in ("sum", "range") and values.money.most != 0 and not funded:
        yield Note(
            "cost-unfunded", "A cost is given, but not where the money comes from.", "Ask who pays for it.", "info",
            _cell(draft, "resources"),
        )  # fmt: skip


def _check_ends(draft: Draft) -> Iterator[Note]:
    for field in _FREE:
        for piece in draft.of(field):
            if len(piece.text.split()) >= _FEWEST_WORDS and _CUT_OFF.search(piece.text):
                yield Note(
                    "text-cut-off", f"The text looks cut off: “… {' '.join(piece.text.split()[-4:])}”.",
                    "Look in the source for the rest; it may stand in the next row or on the next page.", "check",
                    piece.cell.place,
                )  # fmt: skip


def _cell(draft: Draft, field: str) -> Place:
    pieces = draft.of(field)
    return pieces[0].cell.place if pieces else draft.place


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
