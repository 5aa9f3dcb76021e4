"""Items joined into steps: two ends are one range, and a date said twice (`Q2 2024/25 (September 2024)`) is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from normalise.values.dates.items import Item

_RANGE = re.compile(r"[|z,)]*(?:-|t)[-t|zb(EBILDf,:]*")
_CLOSES = re.compile(r"[|,;.&)z]*[tEbCcz]+[(,:zbEBIL-]*")
_EITHER = re.compile(r"[/v]")
_GLOSS = re.compile(r"[|,-]*\(.*")
_RANGED = ("years", "twelvemonth")


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step: its first item and, for a range, its last; which parts of the scan it takes."""

    items: tuple[Item, ...]
    ranged: bool = False

    @property
    def begin(self) -> int:
        """First part of the scan, with words such as by."""
        return self.items[0].begin

    @property
    def end(self) -> int:
        """Part of the scan after the last."""
        return self.items[-1].end

    @property
    def first(self) -> date | None:
        """First day."""
        return self.items[0].days[0] if self.items[0].days else None

    @property
    def last(self) -> date | None:
        """Last day."""
        return self.items[-1].days[1] if self.items[-1].days else None

    @property
    def precision(self) -> str:
        """How exact its last day is."""
        return precision(self.items[-1])


def precision(item: Item) -> str:
    """The contract's code for how exact an item is."""
    moment = item.moment
    if moment.edge in ("early", "mid", "late") or moment.unit in ("christmas", "easter") or moment.half_term:
        return "approximate"
    return {"academic_year": "year", "years": "year", "twelvemonth": "month"}.get(moment.unit, moment.unit)


def steps(items: Sequence[Item], marks: str) -> list[Step]:
    """The steps that items make, in order."""
    made: list[Step] = []
    for item in items:
        before = made[-1] if made else None
        step = Step((item,), item.moment.unit in _RANGED)
        if before is not None and not before.ranged and _joined(before.items[0], item, marks):
            made[-1] = Step((before.items[0], item), ranged=True)
        elif before is not None and (same := _glossed(before, step, marks)):
            made[-1] = same
        else:
            made.append(step)
    return made


def _joined(one: Item, other: Item, marks: str) -> bool:
    gap = marks[one.end : other.core]
    if "|-" in gap and marks.startswith("-"):
        return False
    if _RANGE.fullmatch(gap) or (one.opens and _CLOSES.fullmatch(gap)):
        return True
    if gap.startswith("&") and "k" in marks[one.begin : one.core]:
        return True
    return bool(one.elided and _EITHER.fullmatch(gap) and _adjacent(one, other))


def _adjacent(one: Item, other: Item) -> bool:
    return bool(one.days and other.days and one.days[1] + timedelta(days=1) == other.days[0])


def _glossed(before: Step, after: Step, marks: str) -> Step | None:
    """The finer of two steps when the later one only says the first again, in brackets."""
    if not _GLOSS.fullmatch(marks[before.end : after.items[0].core]) or before.last is None or after.last is None:
        return None
    outer, inner = (before, after) if _within(after, before) else (after, before)
    if not _within(inner, outer):
        return None
    if before.last == after.last:
        return (
            replace(before, items=(replace(before.items[0], end=after.end), *before.items[1:]))
            if not before.ranged
            else before
        )
    kept = inner.items
    return Step((replace(kept[0], begin=before.begin), *kept[1:]), inner.ranged)


def _within(inner: Step, outer: Step) -> bool:
    if inner.first is None or outer.first is None or inner.last is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last
