"""Items joined into steps: two ends are one range, and a date said twice (`Q2 2024/25 (September 2024)`) is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from normalise.values.dates.items import Item

_RANGE = re.compile(r"[|z,)]*(?:-|t)[-t|zb(EBILWDf,:]*")
_CLOSES = re.compile(r"[|,;.&)z]*[tEbPCcz]+[(,:zbEBILW-]*")
_EITHER = re.compile(r"[/v]")
_GLOSS = re.compile(r"[|,-]*\([^)]*")
_EXACT_EDGES = ("", "end")
_PRECISIONS = {
    "academic_year": "year", "years": "year", "twelvemonth": "month", "christmas": "approximate",
    "easter": "approximate",
}  # fmt: skip
_RANGED = ("years", "twelvemonth")
_REACH = 24
"""Parts between the two ends of a range, at most."""
_PARTS = ("quarter", "half_year")


class Step(NamedTuple):
    """One dated step, from its opening item to its closing one (the same unless `ranged`).

    `begin` and `end` count the parts of the scan it takes, with words such as by.
    """

    opening: Item
    closing: Item
    begin: int
    end: int
    ranged: bool

    @property
    def first(self) -> date | None:
        """First day."""
        return self.opening.days[0] if self.opening.days else None

    @property
    def last(self) -> date | None:
        """Last day."""
        return self.closing.days[1] if self.closing.days else None

    @property
    def items(self) -> tuple[Item, ...]:
        """Its items, one or two."""
        return (self.opening,) if self.opening is self.closing else (self.opening, self.closing)


def precision(item: Item) -> str:
    """The contract's code for how exact an item is."""
    moment = item.moment
    if moment.edge not in _EXACT_EDGES or moment.half_term == 1:
        return "approximate"
    return _PRECISIONS.get(moment.unit, moment.unit)


def steps(items: Sequence[Item], marks: str) -> list[Step]:
    """The steps that items make, in order."""
    made: list[Step] = []
    for item in items:
        before = made[-1] if made else None
        if before is not None and _joined(before, item, marks):
            made[-1] = Step(before.opening, item, before.begin, item.end, ranged=True)
        else:
            made.append(Step(item, item, item.begin, item.end, ranged=item.moment.unit in _RANGED))
    return _without_glosses(made, marks) if len(made) > 1 else made


def contradicted(one: Step, other: Step, marks: str) -> bool:
    """Whether a date in brackets, and nothing else, does not agree with the date it explains."""
    if not (one.last and other.last) or not _GLOSS.fullmatch(marks[one.end : other.opening.core]):
        return False
    return marks.startswith(")", other.end) and not _within(one, other) and not _within(other, one)


def _joined(before: Step, item: Item, marks: str) -> bool:
    gap = marks[before.end : item.core]
    near = gap if len(gap) <= _REACH else ""
    shared = before.closing.elided or (before.closing.inferred and item.inferred)
    if shared and _EITHER.fullmatch(near):
        return _adjacent(before.closing, item)
    if before.ranged or ("|-" in gap and marks.startswith("-")):
        return False
    opening = before.opening
    if _RANGE.fullmatch(near) or (opening.opens and _CLOSES.fullmatch(near)):
        return True
    return gap.startswith("&") and "k" in marks[opening.begin : opening.core]


def _adjacent(one: Item, other: Item) -> bool:
    return bool(one.days and other.days and one.days[1] + timedelta(days=1) == other.days[0])


def _without_glosses(made: Sequence[Step], marks: str) -> list[Step]:
    """The steps, where a later one only says the one before again in brackets, as the finer of the two."""
    kept = [made[0]]
    for step in made[1:]:
        before = kept[-1]
        explains = _GLOSS.fullmatch(marks[before.end : step.opening.core])
        if explains and _names_part(step) and marks.startswith(")", step.end):
            kept[-1] = before._replace(end=step.end)
        elif explains and (_within(step, before) or _within(before, step)):
            finer = before if before.last == step.last or _within(before, step) else step
            kept[-1] = finer._replace(begin=before.begin, end=step.end)
        else:
            kept.append(step)
    return kept


def _names_part(step: Step) -> bool:
    """Whether a step is a quarter or half without its year: in brackets it only names the time before it."""
    return step.opening is step.closing and step.opening.moment.year is None and step.opening.moment.unit in _PARTS


def _within(inner: Step, outer: Step) -> bool:
    if inner.first is None or outer.first is None or inner.last is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last
