"""Columns of ticks, one for each status ("R | A | G") or time ("Short | Long term"): the heading is the value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.text import squash
from normalise.headings import Column, Decision, heading_date, names_field
from normalise.values.dates import read_time
from normalise.values.status import read_status

_TICK = re.compile(r"[xXyY✓✔✗✘√•●■*+]{1,3}|[Yy]es|[Tt]ick|\uf0fc|\uf0fe|☑|☒")
_CROSSES = ("✗", "✘")
_FEWEST = 2
_WHY = "its heading is a status or time, and its cells tick it"
_WHEN = "its own heading, under one that several share, is a date or quarter, and its cells tick it"
_TIMES = ("relative", "ongoing")
_PLAIN = ("exact", "synonym")
_DONE = frozenset(("completed", "start"))
"""Times of their own: a tick under a quarter says that quarter, which is no target date."""
_ANSWERED = frozenset(("status", "progress", "priority", "risk", "resources", "evidence", "lead", "partners"))
"""What a tick may well answer quarter by quarter, where the shared heading plainly asks for it."""


def is_tick(text: str) -> bool:
    """Whether a cell holds a mark that only says that its heading holds."""
    return bool(_TICK.fullmatch(text.strip()))


def ticked_status(heading: str) -> str:
    """The status code that a tick under this heading says, "" for none."""
    return read_status(_own(heading).strip(" ?*:")).code


def with_ticks(columns: Sequence[Column], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, with two or more columns side by side that each tick one status, or one time, as that."""
    decisions = _with_quarters(columns, decisions)
    for field, says in (("status", ticked_status), ("timescale", _ticked_time)):
        may = [i for i, c in enumerate(columns) if all(map(is_tick, c.values)) and says(c.heading)]
        beside = [i for i in may if i - 1 in may or i + 1 in may]
        if len(beside) >= _FEWEST and any(columns[i].values for i in beside):
            return tuple(
                Decision(field, "contents", 0.9, d.field, _WHY) if i in beside and d.how != "correction" else d
                for i, d in enumerate(decisions)
            )
    return decisions


def _with_quarters(columns: Sequence[Column], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, with ticked quarters, months and years under a shared heading as times, whatever it says."""
    may = [i for i, c in enumerate(columns) if all(map(is_tick, c.values)) and _is_dated_part(c.heading)]
    beside = [i for i in may if i - 1 in may or i + 1 in may]
    if not any(columns[i].values for i in beside):
        return decisions
    return tuple(_as_time(d) if i in beside else d for i, d in enumerate(decisions))


def _is_dated_part(heading: str) -> bool:
    shared, parted, own = heading.rpartition("\n")
    return bool(parted and shared.strip() and heading_date(own))


def _as_time(told: Decision) -> Decision:
    answers = told.field in _ANSWERED and told.how in _PLAIN
    if told.how == "correction" or told.field in ("milestones", "timescale") or answers:
        return told
    if told.field in _DONE:
        return replace(told, why=_WHY)
    return Decision("milestones", "contents", 0.9, told.field, _WHEN)


def is_cross(text: str) -> bool:
    """Whether a cell holds the mark that says no where another says yes; a letter x is set for either."""
    return text.strip() in _CROSSES


def said_by(heading: str, text: str, decision: Decision) -> str:
    """What a cell says: its own words, or its heading where it is a tick of one among several such columns."""
    ticked = decision.why == _WHY and is_tick(text) and not is_cross(text)
    return _own(heading) if ticked else text


def says_heading(heading: str, text: str) -> bool:
    """Whether a cell says the heading of its own column, as one that ticks it does."""
    return bool(text) and text == _own(heading)


def _own(heading: str) -> str:
    """A column's own heading, under any that several share."""
    return squash(heading.rpartition("\n")[2])


def _ticked_time(heading: str) -> bool:
    """Whether a heading is a time without a date ("Short term", "Ongoing"); a dated one heads a milestone."""
    said = read_time(_own(heading))
    return said.kind in _TIMES and said.due is None and not names_field(heading)
