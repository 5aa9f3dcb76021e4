"""Years left out: taken from the item beside it, from the cell, from the plan's period or the document's date.

A year is never reckoned: it stands in the cell, the period, or the date of the row or document, or the item has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from normalise.values.dates.calendar import Moment, days
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import Item

_LISTED = re.compile(r"[-t,/&v|z.;()bEBILDf:k]*")
_HEADED = re.compile(r"[-:,|(;.z]*")
_FAMILIES = {"day": "date", "month": "date", "term": "season"}
_WHOLE = ("year", "financial_year", "academic_year")
Years = tuple[int | None, int | None]


def fill(items: Sequence[Item], marks: str, context: TimeContext) -> list[Item]:
    """The items with every year that can be settled; an item that only gave its year to others is gone."""
    filled = [_with_century(item, context) for item in items]
    _from_next(filled, marks)
    headers = _from_header(filled, marks)
    _from_near(filled)
    filled = [item for at, item in enumerate(filled) if at not in headers]
    return [_from_context(item, context) if item.moment.year is None else item for item in filled]


def _with_century(item: Item, context: TimeContext) -> Item:
    year, second = item.moment.year, item.moment.second
    if year is None or year > 99:
        return item
    known = context.known_year
    century = 1900 if (known is not None and known < 2000) else 2000
    whole = None if second is None else century + year + 1
    return replace(item, moment=replace(item.moment, year=century + year, second=whole))


def _family(moment: Moment) -> str:
    return _FAMILIES.get(moment.unit, moment.unit)


def _taken(item: Item, years: Years, *, inferred: bool = False) -> Item:
    moment = replace(item.moment, year=years[0], second=years[1])
    return replace(item, moment=moment, elided=not inferred, inferred=inferred)


def _from_next(items: list[Item], marks: str) -> None:
    """`March, June and September 2025`: a list or a range shares the year at its end, when it can."""
    for at in range(len(items) - 2, -1, -1):
        item, after = items[at], items[at + 1]
        if item.moment.year is not None or _family(item.moment) != _family(after.moment):
            continue
        if not _LISTED.fullmatch(marks[item.end : after.core]):
            continue
        if item.moment.unit == "day" and item.moment.number == 0:
            item = replace(item, moment=replace(item.moment, number=after.moment.number))
        items[at] = item
        if after.moment.year is None:
            continue
        shared = _taken(item, (after.moment.year, after.moment.second))
        if _not_after(shared.moment, after.moment):
            items[at] = shared


def _not_after(one: Moment, other: Moment) -> bool:
    first, second = days(one, 4), days(other, 4)
    return first is None or second is None or first[0] <= second[0]


def _from_header(items: list[Item], marks: str) -> set[int]:
    """`2024: March, June` and `2024/25 (Q2)`: a whole year gives itself to what follows; returns such years."""
    headers = set()
    for at in range(len(items) - 1):
        head = items[at].moment
        if head.unit not in _WHOLE or head.edge or items[at].opens:
            continue
        for follower in range(at + 1, len(items)):
            item = items[follower]
            if item.moment.year is not None or not _HEADED.fullmatch(marks[items[at].end : items[at + 1].core]):
                break
            items[follower] = _taken(item, (head.year, head.second))
            headers.add(at)
    return headers


def _from_near(items: list[Item]) -> None:
    """The year of the item before, if it is not later than this one; else of the item after, if not earlier."""
    for at, item in enumerate(items):
        for near in (at - 1, at + 1):
            if items[at].moment.year is not None or not 0 <= near < len(items):
                continue
            other = items[near].moment
            if other.year is None or _family(other) != _family(item.moment) or item.moment.number == 0:
                continue
            guess = _taken(item, (other.year, other.second), inferred=True)
            pair = (other, guess.moment) if near < at else (guess.moment, other)
            if _not_after(*pair):
                items[at] = guess


def _from_context(item: Item, context: TimeContext) -> Item:
    years = _by_period(item.moment, context) or _by_date(item.moment, context)
    return _taken(item, years, inferred=True) if years else item


def _by_period(moment: Moment, context: TimeContext) -> Years | None:
    start, end = context.period.start, context.period.end
    if start is None or end is None or end < start or (moment.unit == "day" and moment.number == 0):
        return None
    within = [
        years
        for years in _candidates(moment, start, end)
        if (span := days(replace(moment, year=years[0], second=years[1]), context.spring_ends))
        and start <= span[1] <= end
    ]
    return within[0] if len(within) == 1 else None


def _candidates(moment: Moment, start: date, end: date) -> Iterator[Years]:
    """Quarters count by the year the plan keeps: from April, or from January; in any other they are not settled."""
    for year in range(start.year - 1, min(end.year, start.year + 30) + 1):
        if moment.unit not in ("quarter", "half_year") or (start.month, start.day) == (1, 1):
            yield year, None
        elif (start.month, start.day) == (4, 1):
            yield year, year + 1


def _by_date(moment: Moment, context: TimeContext) -> Years | None:
    """The first such time from the row's date on, else from the document's, in a year that one of them names."""
    known = [day for day in (context.row_date, context.document_date) if day is not None]
    if not known or moment.unit in ("quarter", "half_year") or (moment.unit == "day" and moment.number == 0):
        return None
    since = known[0].replace(day=1)
    for year in sorted({day.year for day in known}):
        span = days(replace(moment, year=year), context.spring_ends)
        if span and span[1] >= since and span[1].year <= max(day.year for day in known):
            return year, None
    return None
