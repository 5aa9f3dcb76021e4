"""Dated items with the words that belong to them: `by the end of March 2025` is one item, not a label and a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalise.values.dates.calendar import Days, Moment, days
from normalise.values.dates.context import TimeContext
from normalise.values.dates.forms import Found, find
from normalise.values.dates.scan import Scan

_EDGES = {"E": "end", "B": "early", "I": "mid", "L": "late"}
_BEFORE = re.compile(r"[bftkEBILzyD:,.(-]*$")
_EDGE = re.compile(r"([EBIL])[zy-]*$")
_FROM = re.compile(r"f[z:,-]*(?:[EBIL][zy-]*)?$")
_ONWARDS = re.compile(r"\)?[,(z&-]*u|\)?-$")
_LASTING = re.compile(r"\)?(?:-|t)+[Og]")
_FREE = frozenset("|(),;:/-&.?utvOgRrUCcVefEFATkzh")
_LEADS = frozenset("btfEBILk")


@dataclass(frozen=True, slots=True)
class Item:
    """A dated item; `begin` and `end` count parts of the scan with the words around the date, `core` without.

    `opens` is true where it says from when on. `days` are its first and last day once its year is settled.
    `elided` is true where its year was written at another item, `inferred` where it was nowhere near.
    """

    moment: Moment
    begin: int
    core: int
    end: int
    opens: bool = False
    days: Days | None = None
    elided: bool = False
    inferred: bool = False


def dated_items(scan: Scan, context: TimeContext) -> list[Item]:
    """The items of a scan in order, with what stands before and after them; no year is filled in yet."""
    items: list[Item] = []
    in_terms = context.school or "T" in scan.marks
    for found in find(scan):
        if _stands_free(scan.marks, found):
            after = items[-1].end if items else 0
            items.append(_item(scan.marks, found, after, in_terms))
    return items


def dated(item: Item, context: TimeContext) -> Item:
    """The item with its days, where its year is known and there is such a day."""
    return replace(item, days=days(item.moment, context.spring_ends)) if item.moment.year is not None else item


def _item(marks: str, found: Found, after: int, in_terms: bool) -> Item:  # noqa: FBT001 - private
    before = marks[after : found.begin]
    moment = found.moment
    if in_terms and moment.unit == "season" and moment.number != 12:
        moment = replace(moment, unit="term")
    edge = _EDGE.search(before)
    if edge:
        moment = replace(moment, edge=_EDGES[edge.group(1)])
    worn = _BEFORE.search(before)
    begin = after + worn.start() if worn else found.begin
    rest = marks[found.end :]
    opens = bool(_FROM.search(before) or _ONWARDS.match(rest) or _LASTING.match(rest))
    onwards = _ONWARDS.match(rest)
    return Item(moment, begin, found.begin, found.end + (onwards.end() if onwards else 0), opens)


def _stands_free(marks: str, found: Found) -> bool:
    """Whether the item cannot be part of a sentence about something else: a Census 2021, a verb (may, march)."""
    left, right = marks[found.begin - 1 : found.begin], marks[found.end : found.end + 1]
    if found.form == "year":
        return left in _LEADS or ((not left or left in _FREE or left == "d") and (not right or right in _FREE))
    if found.form == "pair":
        return left != "w" or right != "w"
    if found.form == "month_only" and found.moment.number in (3, 5):
        return (not left or left in _FREE or left in _LEADS) and (not right or right in _FREE)
    if found.form == "day_figures":
        return (not left or left in "|-t(,;b/f") and (not right or right in "|-t),;/u") and found.moment.number <= 12
    return True
