"""Dated items of a cell: each the moment it names, where it stands, and its days once its year is settled."""

from __future__ import annotations

from typing import NamedTuple

from normalise.values.dates.calendar import Days, Moment, days
from normalise.values.dates.context import TimeContext
from normalise.values.dates.layout import Spot, layout
from normalise.values.dates.moments import moment_of
from normalise.values.dates.scan import Scan

_WINTER = 12
_LAST_CENTURY = 80
_ALSO_VERBS = (3, 5)


class Item(NamedTuple):
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
    """The items of a scan in order, with what stands before and after them; no missing year is filled in yet."""
    spots = layout(scan.marks)
    if not spots:
        return []
    found = [(_moment(scan, spot, context), spot) for spot in spots]
    in_terms = context.school or "T" in scan.marks
    any_year = any(moment is not None and moment.year is not None for moment, _ in found)
    items = []
    for moment, spot in found:
        if moment is not None and not _mere_words(moment, spot, beside_years=any_year):
            named = _in_terms(moment) if in_terms else moment
            known = days(named, context.spring_ends) if named.year is not None else None
            items.append(Item(named, spot.begin, spot.core, spot.end, spot.opens, known))
    return items


def dated(item: Item, context: TimeContext) -> Item:
    """The item with its days, where its year has become known and there is such a day."""
    if item.days is not None or item.moment.year is None:
        return item
    return item._replace(days=days(item.moment, context.spring_ends))


def _mere_words(moment: Moment, spot: Spot, *, beside_years: bool) -> bool:
    """Whether a month is a verb, or a time without a year describes a word beside a date that has one."""
    if spot.doubtful and moment.number in _ALSO_VERBS:
        return True
    return spot.loose and beside_years and moment.year is None


def _moment(scan: Scan, spot: Spot, context: TimeContext) -> Moment | None:
    moment = moment_of(spot.form, scan.marks[spot.core : spot.after], scan.values[spot.core : spot.after])
    if moment is None:
        return None
    if moment.year is not None and moment.year < 100:
        moment = _with_century(moment, moment.year, context)
    return moment._replace(edge=spot.edge, week=scan.values[spot.week]) if spot.edge else moment


def _with_century(moment: Moment, year: int, context: TimeContext) -> Moment:
    known = context.known_year
    century = 1900 if (known < 2000 if known is not None else year >= _LAST_CENTURY) else 2000
    return moment._replace(year=century + year, second=None if moment.second is None else century + year + 1)


def _in_terms(moment: Moment) -> Moment:
    return moment._replace(unit="term") if moment.unit == "season" and moment.number != _WINTER else moment
