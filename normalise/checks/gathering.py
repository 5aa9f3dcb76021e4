"""Doubts that most rows of a table share, said once: each row still names their code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from ingest.model import Note, Place

_MOST = 3
"""Rows of a table that are told one by one."""

_SHOWN = 5
_SENTENCES = {
    "overdue": "{} target dates of this plan have passed and nothing says that those actions were done",
    "no-owner": "No owner is named for {} actions of this table",
    "no-date": "No target date is given for {} actions of this table",
    "cost-unfunded": "{} costs of this table are given, but not where the money comes from",
    "owner-from-heading": "The owner is named above the rows, and was taken for {} actions of this table",
    "recognised": "The words of {} actions of this table were recognised from a picture, and some may be misread",
    "action-repeated": "{} actions of this table stand in the plan more than once",
}
GATHERED = frozenset(_SENTENCES)
"""The codes of doubts about an action, of which one note may speak for many."""

_OF_PLAN = ("overdue",)


def gather_notes(notes: Sequence[Note]) -> list[Note]:
    """The notes, where one and the same doubt about many rows of a table (or, of time, of the plan) is one note.

    It stands where the first of them stood, and names the first rows. `notes` are in the order of the rows.
    """
    alike: defaultdict[tuple[object, ...], list[Note]] = defaultdict(list)
    for note in notes:
        alike[_shared(note)].append(note)
    many = {key: group for key, group in alike.items() if key[0] in _SENTENCES and len(group) > _MOST}
    kept: list[Note] = []
    for note in notes:
        group = many.get(_shared(note))
        if group is None:
            kept.append(note)
        elif group[0] is note:
            kept.append(_gathered(group))
    return kept


def _shared(note: Note) -> tuple[object, ...]:
    place = note.place
    return (note.code,) if place is None or note.code in _OF_PLAN else (note.code, place.sheet, place.table)


def _gathered(group: Sequence[Note]) -> Note:
    """One note for all of a group; of a plan it names tables and rows, of a table rows."""
    first = group[0]
    places = [n.place for n in group[:_SHOWN] if n.place and n.place.row]
    rest = ", …" if len(group) > _SHOWN else ""
    where = f" ({_rows(places, whole=first.code in _OF_PLAN)}{rest})" if places else ""
    message = f"{_SENTENCES[first.code].format(len(group))}{where}."
    place = replace(first.place, row=None, column=None) if first.place and first.code not in _OF_PLAN else None
    return replace(first, message=message, place=place)


def _rows(places: Sequence[Place], *, whole: bool) -> str:
    """Where rows stand: `rows 2, 3, 7` of a table, `table 1, row 2; table 2, rows 3, 4` of a plan."""
    return "; ".join(
        (f"table {table}, " if table and whole else "") + _listed([str(place.row) for place in of_table])
        for table, of_table in groupby(places, key=attrgetter("table"))
    )


def _listed(numbers: Sequence[str]) -> str:
    return f"row{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}"
