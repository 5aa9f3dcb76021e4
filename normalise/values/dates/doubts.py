"""The doubts a time cell can raise, each a note in plain words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ingest.model import Note
from ingest.text import squash
from normalise.values.dates.items import Item
from normalise.values.dates.steps import Step, contradicted
from normalise.values.dates.wording import Wording

_SHOWN = 90
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
    words = squash(words)
    return Note(code, message.format(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"), suggestion)


def doubts(wording: Wording, steps: Sequence[Step], *, recurring: bool) -> tuple[Note, ...]:
    """A note for every doubt about the steps of a cell; where times recur none needs a year."""
    if len(steps) == 1 and steps[0].opening is steps[0].closing and _is_plain(steps[0].opening):
        return ()
    codes = [(code, step) for step in steps for code in dict.fromkeys(_codes(step, recurring=recurring))]
    codes += [
        ("date-conflict", later)
        for step, later in itertools.pairwise(steps)
        if contradicted(step, later, wording.marks)
    ]
    return tuple(doubt(code, wording.date(step)) for code, step in codes)


def _is_plain(item: Item) -> bool:
    return item.days is not None and not item.inferred and item.moment.weekday is None


def _codes(step: Step, *, recurring: bool) -> Iterator[str]:
    for item in step.items:
        if code := _item_code(item, recurring=recurring):
            yield code
    if step.ranged and step.first and step.last and step.last < step.first:
        yield "range-reversed"


def _item_code(item: Item, *, recurring: bool) -> str:
    moment = item.moment
    if moment.year is None:
        return "" if recurring else "date-unparsed"
    if item.days is None:
        return "date-unparsed" if moment.unit == "season" else "date-impossible"
    if moment.weekday is not None and item.days[0].weekday() != moment.weekday:
        return "date-conflict"
    return "year-inferred" if item.inferred else ""
