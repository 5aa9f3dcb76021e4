"""Tables that look like lists of actions and are not: told by what stands beside the actions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.headings import Column, Decision

_DISCUSSION = re.compile(
    r"(?:notes?|discussions?|minutes?|summary|points?|record|matters?)\b(?!.*\baction)", re.IGNORECASE
)
_LONG = 120
_TIMES_LONGER = 3


def discussion(columns: Sequence[Column], decisions: Sequence[Decision]) -> bool:
    """Whether a table is the discussion in minutes: long notes, beside which actions are a word or two, or a name.

    A table that also says by whom and by when is a list of actions all the same.
    """
    fields = {d.field for c, d in zip(columns, decisions, strict=True) if c.heading.strip()}
    if {"lead", "timescale"} <= fields:
        return False
    notes = [_length(c) for c in columns if _DISCUSSION.match(c.heading.strip())]
    named = [_length(c) for c, d in zip(columns, decisions, strict=True) if d.field == "action" and _says_action(c)]
    return bool(notes and named) and max(notes) > max(_LONG, _TIMES_LONGER * min(named))


def _says_action(column: Column) -> bool:
    return "action" in column.heading.casefold()


def _length(column: Column) -> float:
    """Mean number of characters of the column's texts."""
    return sum(map(len, column.values)) / len(column.values) if column.values else 0.0
