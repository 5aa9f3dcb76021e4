"""The doubts a time cell can raise, each a note in plain words."""

from __future__ import annotations

from ingest.model import Note

_TEXT = {
    "date-unparsed": (
        "The time “{}” could not be turned into a date.",
        "Look the date up in the plan and enter it, with its year, if there is one.",
    ),
    "year-inferred": (
        "The date “{}” has no year of its own; the year was taken from what stands around it.",
        "Check that the year is the one the plan means.",
    ),
    "date-impossible": (
        "There is no such day as “{}”.",
        "Ask the plan's owner which day is meant.",
    ),
    "range-reversed": (
        "The time “{}” ends before it starts.",
        "Check both dates against the plan; one of them may be mistyped.",
    ),
    "date-conflict": (
        "The time “{}” says two things that do not agree.",
        "Ask the plan's owner which one holds.",
    ),
}


def doubt(code: str, words: str) -> Note:
    """A note of this code about the words of a cell."""
    message, suggestion = _TEXT[code]
    return Note(code, message.format(" ".join(words.split())), suggestion)
