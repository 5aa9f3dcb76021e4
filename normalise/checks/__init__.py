"""Checks of what was read: each finds one kind of doubt and says it in a sentence, with what to do."""

from normalise.checks.gathering import gather_notes
from normalise.checks.headings import check_tables
from normalise.checks.plan import check_plan
from normalise.checks.rows import check_action, check_draft, dropped_note, not_meant_note

__all__ = [
    "check_action", "check_draft", "check_plan", "check_tables", "dropped_note", "gather_notes", "not_meant_note",
]  # fmt: skip
