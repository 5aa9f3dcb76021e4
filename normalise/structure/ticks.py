"""Columns of ticks, one for each status ("R | A | G", "Not started | In progress"): the heading is the value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.headings import Column, Decision
from normalise.values.status import read_status

_TICK = re.compile(r"[xXyY✓✔✗√•●■*+]{1,3}|[Yy]es|[Tt]ick|\uf0fc|\uf0fe|☑|☒")
_FEWEST = 2


def is_tick(text: str) -> bool:
    """Whether a cell holds a mark that only says that its heading holds."""
    return bool(_TICK.fullmatch(text.strip()))


def ticked_status(heading: str) -> str:
    """The status code that a tick under this heading says, "" for none; its last line is the column's own."""
    return read_status(heading.rpartition("\n")[2].strip(" ?*:")).code


def with_ticks(columns: Sequence[Column], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, with two or more columns side by side that each tick one status as the status."""
    may = [i for i, c in enumerate(columns) if all(map(is_tick, c.values)) and ticked_status(c.heading)]
    beside = [i for i in may if i - 1 in may or i + 1 in may]
    if len(beside) < _FEWEST or not any(columns[i].values for i in beside):
        return decisions
    why = "its heading is a status, and its cells tick it"
    return tuple(
        Decision("status", "contents", 0.9, d.field, why) if i in beside and d.how != "correction" else d
        for i, d in enumerate(decisions)
    )
