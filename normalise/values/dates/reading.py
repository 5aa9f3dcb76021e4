"""A time cell read: its items, their years, the steps they make, and the kind of time it all comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Note
from normalise.model import Milestone, Timing
from normalise.values.dates.asides import with_counts_apart, without_former, without_minutes
from normalise.values.dates.breaks import without_breaks
from normalise.values.dates.context import TimeContext
from normalise.values.dates.doubts import doubt, doubts
from normalise.values.dates.items import Item, dated, dated_items
from normalise.values.dates.kinds import Stated, stated
from normalise.values.dates.labels import labels
from normalise.values.dates.scan import Scan, scan
from normalise.values.dates.steps import Step, precision, steps
from normalise.values.dates.wording import Wording
from normalise.values.dates.words import RUN_TOGETHER
from normalise.values.dates.years import fill

_NO_CONTEXT = TimeContext()


def read_time(text: str, context: TimeContext = _NO_CONTEXT, *, opens: bool = False) -> Timing:
    """What a time cell says: its kind, its dates, the steps it names, and a note for every doubt.

    With `opens` every date in it is a beginning, as in a column of starts. Follows the section Time of the data
    contract. Never raises, and never gives a date whose year stands neither in the cell nor in what the context
    knows.
    """
    parts = scan(with_counts_apart(without_minutes(without_former(without_breaks(text)))))
    timing = _read(parts, text, context, opens=opens)
    if RUN_TOGETHER in parts.marks and all(note.code != "date-unparsed" for note in timing.notes):
        return replace(timing, notes=(*timing.notes, doubt("date-unparsed", text)))
    return timing


def _read(parts: Scan, text: str, context: TimeContext, *, opens: bool) -> Timing:
    found = dated_items(parts, context)
    said = stated(_without(parts.marks, [(item.core, item.end) for item in found]))
    if said.away:
        found = [item for item in found if item.core not in said.away]
    if not found:
        notes = () if said.kind else (doubt("date-unparsed", text),)
        return Timing(said.kind or "unparsed", notes=notes)
    if opens:
        found = [item._replace(opens=True) for item in found]
    return _timing(parts, found, said, context)


def steps_of(parts: Scan, found: Sequence[Item], context: TimeContext) -> list[Step]:
    """The dated steps of a scan, with every year that can be settled."""
    return steps([dated(item, context) for item in fill(found, parts.marks, context)], parts.marks)


def _timing(parts: Scan, found: Sequence[Item], said: Stated, context: TimeContext) -> Timing:
    kind = said.kind
    made = steps_of(parts, found, context.unsettling() if said.recurs else context)
    if kind == "complete" and any(step.ranged for step in made):
        kind = stated(_without(parts.marks, [(step.opening.core, step.end) for step in made])).kind
    wording = Wording(parts)
    notes = doubts(wording, made, recurring=said.recurs)
    if not any(step.closing.days or step.opening.days for step in made):
        return Timing(kind or "unparsed", notes=notes)
    if len(made) > 1 and (named := _named(wording, made)):
        return _milestones(made, named, notes)
    return _single(made[-1], kind, notes)


def _milestones(made: Sequence[Step], named: tuple[Milestone, ...], notes: tuple[Note, ...]) -> Timing:
    """Due is the latest day, but nothing where the last step has none: a later day may be meant."""
    due = max((m.last_day for m in named if m.last_day), default=None) if named[-1].last_day else None
    exact = next((m.precision for m in named if m.last_day == due), "")
    return Timing("milestones", made[0].first if made[0].opening.opens else None, due, exact, named, notes)


def _named(wording: Wording, made: Sequence[Step]) -> tuple[Milestone, ...]:
    """The steps as milestones; none where they are one and the same day without labels."""
    words = labels(wording, made)
    if not any(words) and len({step.last for step in made}) == 1:
        return ()
    return tuple(
        Milestone(label, wording.date(step), step.last, precision(step.closing) if step.closing.days else "")
        for label, step in zip(words, made, strict=True)
    )


def _single(step: Step, kind: str, notes: tuple[Note, ...]) -> Timing:
    if step.ranged:
        return Timing(kind or "range", step.first, step.last, precision(step.closing), (), notes)
    if step.opening.opens:
        return Timing(kind or "start", step.first, None, precision(step.opening), (), notes)
    return Timing(kind or "deadline", None, step.last, precision(step.closing), (), notes)


def _without(marks: str, spans: Sequence[tuple[int, int]]) -> str:
    """The parts with every dated part written `i`."""
    rest, after = [], 0
    for begin, end in spans:
        rest += [marks[after:begin], "i" * (end - begin)]
        after = end
    return "".join([*rest, marks[after:]])
