"""Time by the column it stands in: planned start, target, true end; and a start and a finish brought together."""

from __future__ import annotations

from dataclasses import replace

from normalise.model import Timing
from normalise.values.dates.context import TimeContext
from normalise.values.dates.doubts import doubt
from normalise.values.dates.reading import read_time
from normalise.values.folding import fold

_NO_CONTEXT = TimeContext()
_CONFIRMED = ("yes", "y", "x")
_WORDS_FIRST = ("ongoing", "complete", "recurring", "milestones")


def read_column(field: str, text: str, context: TimeContext = _NO_CONTEXT) -> Timing:
    """What a cell says in the column of `field`: start, timescale (also milestones) or completed.

    A start cell fills `start` with its first day and leaves `due` empty; a completed cell fills `due` with the last
    day it names, which is the day of completion.
    """
    if field == "start":
        return _as_start(text, context)
    return _as_completed(text, context) if field == "completed" else read_time(text, context)


def _as_start(text: str, context: TimeContext) -> Timing:
    timing = read_time(text, context, opens=True) if text else Timing()
    kind = "start" if timing.kind in ("deadline", "range", "complete") else timing.kind
    return replace(timing, kind=kind, due=None)


def _as_completed(text: str, context: TimeContext) -> Timing:
    if fold(text).strip(" .") in _CONFIRMED:
        return Timing("complete")
    timing = read_time(text, context)
    if timing.due is None and timing.start is not None:
        return replace(timing, due=timing.start, start=None)
    return timing


def combine(start: Timing | None, finish: Timing) -> Timing:
    """A start and a finish column as one timing: a range when both hold a date.

    Two or more finish dates stay milestones, and ongoing or complete stay what they are, with the start kept.
    """
    if start is None or start.kind == "none":
        return finish
    notes = (*start.notes, *finish.notes)
    if start.start is None:
        return replace(finish if finish.kind != "none" else start, notes=notes)
    if finish.due is None:
        kind = "start" if finish.kind == "none" else finish.kind
        precision = finish.precision or start.precision
        return replace(finish, kind=kind, start=start.start, precision=precision, notes=notes)
    if finish.due < start.start:
        notes = (*notes, doubt("range-reversed", f"{start.start:%d/%m/%Y} – {finish.due:%d/%m/%Y}"))
    kind = finish.kind if finish.kind in _WORDS_FIRST else "range"
    return replace(finish, kind=kind, start=start.start, notes=notes)
