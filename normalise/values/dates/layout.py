"""Where dated items stand in a string of parts, with the words that belong to each: `by the end of March 2025`.

All of it follows from the parts alone, and the cells of a column share a few dozen strings of parts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from normalise.values.dates.forms import shapes
from normalise.values.dates.words import RUN_TOGETHER

_EDGES = {"E": "end", "B": "early", "I": "mid", "L": "late", "W": "week"}
_BEFORE = re.compile(r"[bNPftkEBILWzyD:,.(-]*$")
_EDGE = re.compile(r"([EBILW])[zyb-]*$")
_FROM = re.compile(r"f[zbP:-]*(?:[EBILW][zy-]*)?$")
_ONWARDS = re.compile(rf"\)?[,(z&-]*u|\)?-(?:$|(?={RUN_TOGETHER}))|f(?=$|[|,;.)])")
_LASTING = re.compile(r"\)?(?:-|t)+[Og](?![wG])")
_NUMBERED = re.compile(r"[ym][dno]$")
_TERM_NUMBER = re.compile(r"T[dno][,(|-]*$")
_FREE = frozenset("|(),;:/-&.?utvOQgRrUCcVefEFATkzhy")
_DESCRIBED = ("w", "G")
_LEADS = frozenset("bNPtfEBILWk")

_REACH = 24
"""Parts before and after a date that may belong to it."""

_USUAL = 120
"""Parts of a cell that is short enough to be like others of its column, and worth remembering."""


class Spot(NamedTuple):
    """Where a dated item stands: `begin` to `end` with the words around the date, from `core` without those before.

    `after` is where its form ends, `edge` which edge of it is meant, `week` the part that numbers the week, `opens`
    whether it says from when on. `doubtful` is true where the words around it suit a verb (may, march) better, `loose`
    where it rather describes the word after it (a March report) or may be a time of day.
    """

    form: str
    begin: int
    core: int
    after: int
    end: int
    edge: str
    week: int
    opens: bool
    doubtful: bool
    loose: bool


def layout(marks: str) -> tuple[Spot, ...]:
    """The dated items of a string of parts, in order."""
    return _usual(marks) if len(marks) <= _USUAL else _layout(marks)


@lru_cache(maxsize=4096)
def _usual(marks: str) -> tuple[Spot, ...]:
    return _layout(marks)


def _layout(marks: str) -> tuple[Spot, ...]:
    spots: list[Spot] = []
    for form, core, after in shapes(marks):
        if _stands_free(marks, form, core, after):
            spots.append(_spot(marks, (form, core, after), spots[-1].end if spots else 0))
    return tuple(spots)


def _spot(marks: str, shape: tuple[str, int, int], since: int) -> Spot:
    form, core, after = shape
    since = max(since, core - _REACH)
    before, rest = marks[since:core], marks[after : after + _REACH]
    worn, edge = _BEFORE.search(before), _EDGE.search(before)
    onwards = _ONWARDS.match(rest)
    return Spot(
        form=form,
        begin=since + worn.start() if worn else core,
        core=core,
        after=after,
        end=after + (onwards.end() if onwards else 0),
        edge=_EDGES[edge.group(1)] if edge else "",
        week=since + edge.start() if edge else 0,
        opens=bool(onwards or _FROM.search(before) or _LASTING.match(rest)),
        doubtful=form == "month_only" and not _bounded(marks, core, after),
        loose=rest[:1] in _DESCRIBED or (form == "day_figures" and "." in marks[core:after]),
    )


def _stands_free(marks: str, form: str, core: int, after: int) -> bool:
    """Whether the item cannot be part of a sentence about something else, such as a Census 2021."""
    left, right = marks[core - 1 : core], marks[after : after + 1]
    before = marks[max(0, core - _REACH) : core]
    if form in ("year", "pair") and _TERM_NUMBER.search(before):
        return False
    if form == "year":
        aimed_at = core == 0 and marks[after:] == "b"
        return left in _LEADS or aimed_at or bool(_NUMBERED.search(before)) or _bounded(marks, core, after)
    if form == "pair":
        return left != "w" or (right != "w" and "x" not in before)
    if form == "day_figures":
        return (not left or left in "|-t(,;b/f") and (not right or right in "|-t),;/u")
    return True


def _bounded(marks: str, core: int, after: int) -> bool:
    left, right = marks[core - 1 : core], marks[after : after + 1]
    return (not left or left in _FREE or left in _LEADS) and (not right or right in _FREE)
