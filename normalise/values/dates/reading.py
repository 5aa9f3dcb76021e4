"""A time cell read: its items, their years, the steps they make, and the kind of time it all comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Note
from normalise.model import Milestone, Timing
from normalise.values.dates.context import TimeContext
from normalise.values.dates.doubts import doubt
from normalise.values.dates.items import Item, dated, dated_items
from normalise.values.dates.kinds import reckoned_from, stated_kind
from normalise.values.dates.labels import labels
from normalise.values.dates.scan import Scan, scan
from normalise.values.dates.steps import Step, precision, steps
from normalise.values.dates.years import fill

_NO_CONTEXT = TimeContext()


def read_time(text: str, context: TimeContext = _NO_CONTEXT, *, opens: bool = False) -> Timing:
    """What a time cell says: its kind, its dates, the steps it names, and a note for every doubt.

    With `opens` every date in it is a beginning, as in a column of starts.

    Follows the section Time of the data contract. Never raises, and never gives a date whose year stands neither in
    the cell nor in what the context knows.
    """
    parts = scan(text)
    found = dated_items(parts, context)
    if opens:
        found = [replace(item, opens=True) for item in found]
    rest = _without(parts.marks, found)
    kind = stated_kind(rest)
    if kind in ("none", "ongoing", "recurring", "tbc", "relative") and not found:
        return Timing(kind)
    away = reckoned_from(rest)
    if away:
        found = [item for item in found if item.core not in away]
        kind = kind or "relative"
    return _timing(parts, found, kind, context)


def _timing(parts: Scan, found: Sequence[Item], kind: str, context: TimeContext) -> Timing:
    known = TimeContext(school=context.school) if kind == "recurring" else context
    items = [dated(item, context) for item in fill(found, parts.marks, known)]
    made = steps(items, parts.marks)
    notes = [note for step in made for note in _notes(parts, step, kind)]
    if not any(step.last or step.first for step in made):
        if not kind and not notes:
            notes = [doubt("date-unparsed", parts.text)]
        return Timing(kind or "unparsed", notes=tuple(notes))
    named = _named(parts, made)
    if len(named) > 1:
        due = max((m.last_day for m in named if m.last_day), default=None) if named[-1].last_day else None
        best = next((m.precision for m in named if m.last_day == due), "")
        return Timing("milestones", made[0].first if made[0].items[0].opens else None, due, best, named, tuple(notes))
    return replace(_single(made[-1], kind), notes=tuple(notes))


def _named(parts: Scan, made: Sequence[Step]) -> tuple[Milestone, ...]:
    """The steps as milestones; steps of one and the same day without labels are one."""
    words = labels(parts, made) if len(made) > 1 else [""]
    if not any(words) and len({step.last for step in made}) == 1:
        return ()
    return tuple(
        Milestone(label, _written(parts, step), step.last, step.precision if step.last else "")
        for label, step in zip(words, made, strict=True)
    )


def _single(step: Step, kind: str) -> Timing:
    if step.ranged:
        return Timing(kind or "range", step.first, step.last, step.precision)
    if step.items[0].opens:
        return Timing(kind or "start", step.first, None, precision(step.items[0]))
    return Timing(kind or "deadline", None, step.last, step.precision)


def _notes(parts: Scan, step: Step, kind: str) -> list[Note]:
    words = _written(parts, step)
    notes = []
    for item in step.items:
        if item.moment.year is None and kind != "recurring":
            notes.append(doubt("date-unparsed", words))
        elif item.moment.year is not None and item.days is None:
            season = item.moment.unit == "season"
            notes.append(doubt("date-unparsed" if season else "date-impossible", words))
        elif item.inferred:
            notes.append(doubt("year-inferred", words))
        if item.moment.weekday is not None and item.days and item.days[0].weekday() != item.moment.weekday:
            notes.append(doubt("date-conflict", words))
    if step.ranged and step.first and step.last and step.last < step.first:
        notes.append(doubt("range-reversed", words))
    return notes


def _written(parts: Scan, step: Step) -> str:
    begin, end = step.items[0].core, step.items[-1].end
    return parts.text[parts.begins[begin] : parts.ends[end - 1]].strip()


def _without(marks: str, items: Sequence[Item]) -> str:
    """The parts with every dated part written `i`."""
    rest, after = [], 0
    for item in items:
        rest += [marks[after : item.core], "i" * (item.end - item.core)]
        after = item.end
    return "".join([*rest, marks[after:]])
