"""Years left out: taken from the item beside it, from the cell, from the plan's period or the document's date.

A year is never reckoned: it stands in the cell, the period, or the date of the row or document, or the item has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from normalise.values.dates.calendar import Moment, days
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import Item

_LISTED = re.compile(r"[-t,/&v|z.;()bEBILDf:k]*")
_ALSO = re.compile(r"[,&]+")
_HEADED = re.compile(r"[-:,|(;.z]*")
_FAMILIES = {"day": "date", "month": "date", "term": "season"}
_WHOLE = ("year", "financial_year", "academic_year")
Years = tuple[int | None, int | None]


def fill(items: Sequence[Item], marks: str, context: TimeContext) -> list[Item]:
    """The items with every year that can be settled; an item that only gave its year to others is gone."""
    filled = list(items)
    if len(filled) > 1:
        _from_same_month(filled, marks)
    if all(item.moment.year is not None for item in filled):
        return filled
    _from_next(filled, marks)
    headers = _from_header(filled, marks)
    _from_near(filled)
    filled = [item for at, item in enumerate(filled) if at not in headers]
    return [_from_context(item, context) if item.moment.year is None else item for item in filled]


def _family(moment: Moment) -> str:
    return _FAMILIES.get(moment.unit, moment.unit)


def _taken(item: Item, years: Years, *, inferred: bool = False) -> Item:
    moment = item.moment._replace(year=years[0], second=years[1])
    return item._replace(moment=moment, elided=not inferred, inferred=inferred)


def _from_same_month(items: list[Item], marks: str) -> None:
    """`March 2024, 2025 and 2026`: a bare year listed after a finer time is that time of its year."""
    for at in range(1, len(items)):
        before, item = items[at - 1], items[at]
        bare = item.moment.unit == "year" and not item.moment.edge
        finer = before.moment.unit not in _WHOLE and before.moment.year is not None and before.moment.second is None
        if bare and finer and _ALSO.fullmatch(marks[before.end : item.core]):
            items[at] = item._replace(moment=before.moment._replace(year=item.moment.year), days=None)


def _from_next(items: list[Item], marks: str) -> None:
    """`March, June and September 2025`: a list or a range shares the year at its end, when it can."""
    for at in range(len(items) - 2, -1, -1):
        item, after = items[at], items[at + 1]
        if item.moment.year is not None or _family(item.moment) != _family(after.moment):
            continue
        if not _LISTED.fullmatch(marks[item.end : after.core]):
            continue
        if item.moment.unit == "day" and item.moment.number == 0:
            item = item._replace(moment=item.moment._replace(number=after.moment.number))
        items[at] = item
        if after.moment.year is None:
            continue
        shared = _taken(item, (after.moment.year, after.moment.second))
        if _not_after(shared.moment, after.moment):
            items[at] = shared


def _not_after(one: Moment, other: Moment) -> bool:
    first, second = days(one, 4), days(other, 4)
    return first is None or second is None or first[0] <= second[0]


def _inside(one: Moment, other: Moment) -> bool:
    inner, outer = days(one, 4), days(other, 4)
    return bool(inner and outer and outer[0] <= inner[0] and inner[1] <= outer[1])


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
            begin = items[at].begin if follower == at + 1 else item.begin
            items[follower] = _taken(item, (head.year, head.second))._replace(begin=begin)
            headers.add(at)
    return headers


def _from_near(items: list[Item]) -> None:
    """The year of the item before, if it is not later than this one; else of the item after, if not earlier."""
    for at, item in enumerate(items):
        for near in (at - 1, at + 1):
            if items[at].moment.year is not None or not 0 <= near < len(items):
                continue
            other = items[near].moment
            if other.year is None or item.moment.number == 0:
                continue
            guess = _taken(item, (other.year, other.second), inferred=True)
            if _family(other) != _family(item.moment):
                if _inside(guess.moment, other):
                    items[at] = guess._replace(inferred=False, elided=True)
                continue
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
        if (span := days(moment._replace(year=years[0], second=years[1]), context.spring_ends))
        and start <= _telling(moment, span) <= end
    ]
    return within[0] if len(within) == 1 else None


def _telling(moment: Moment, span: tuple[date, date]) -> date:
    """The day that tells which year a time is of: a term's middle, as most of it lies in that year; else the last."""
    return span[0] + (span[1] - span[0]) / 2 if _family(moment) == "season" else span[1]


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
        span = days(moment._replace(year=year), context.spring_ends)
        if span and span[1] >= since and span[1].year <= max(day.year for day in known):
            return year, None
    return None
