"""When an action is overdue: one rule for every output."""

from __future__ import annotations

from datetime import date

from normalise.rows import Row

ENDED = ("complete", "cancelled")
"""Status codes after which nothing is due any more."""


def days_overdue(row: Row, as_of: date) -> int | None:
    """Whole days since the due date of a row of actions, or None where it is not overdue on `as_of`.

    An action is overdue when its due date lies before that day and neither its status, its time nor a date of
    completion says that it has ended.
    """
    due = row["due_date"]
    if not isinstance(due, date) or due >= as_of:
        return None
    ended = row["status"] in ENDED or row["timescale_kind"] == "complete" or row["completed_date"] is not None
    return None if ended else (as_of - due).days
