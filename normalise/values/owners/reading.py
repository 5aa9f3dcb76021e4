"""A cell of owners, read."""

from __future__ import annotations

import re

from ingest.model import Note
from ingest.text import squash
from normalise.model import Owner
from normalise.values.owners.asides import drop_abbreviations, part_letters, trim_asides
from normalise.values.owners.division import Unit, divide
from normalise.values.owners.grouping import Group, group
from normalise.values.owners.mending import mend
from normalise.values.owners.names import Names
from normalise.values.owners.tokens import tokens_of

_LEADING = re.compile(r"^(?:the|a|an|our)\s+", re.IGNORECASE)
_TBC = "Ask who answers for this action, and put the name in the plan."
_UNCLEAR = "Read the cell, and put the owner in by hand if it names one."


def read_owners(text: str, names: Names) -> tuple[tuple[Owner, ...], tuple[Note, ...]]:
    """The people, roles and bodies an owner cell names, in order, each once, with what was unclear.

    Former owners, dates, action text and "to be confirmed" are no owners.
    """
    trimmed = trim_asides(mend(part_letters(text), names))
    cell = drop_abbreviations(trimmed.text)
    units = divide(tokens_of(cell, names), names)
    owners = tuple(dict.fromkeys(_owner(g, cell, names) for g in group(units)))
    left = " ".join(_words(u, cell) for u in units if u.label == "X")
    notes = [*_unknown_note(trimmed.unknown, text), *_unclear_note(owners, squash(f"{left} {trimmed.cut}"), text)]
    return owners, tuple(notes)


def _owner(found: Group, cell: str, names: Names) -> Owner:
    person, role, body = (_part(found, label, cell) for label in "PRO")
    full = (names.full_form(part) for part in (person, role, body) if part)
    return Owner(person, role, body, _span(cell, found.start, found.end), "; ".join(f for f in full if f))


def _part(found: Group, label: str, cell: str) -> str:
    if label not in found.units:
        return ""
    words = _words(found.units[label], cell)
    return words if label == "P" else _LEADING.sub("", words)


def _words(unit: Unit, cell: str) -> str:
    return _span(cell, unit.tokens[0].start, unit.tokens[-1].end)


def _span(cell: str, start: int, end: int) -> str:
    words = cell[start:end]
    if words.count("(") > words.count(")") and re.match(r"\s*\)", cell[end:]):
        words += ")"
    return squash(words).strip(" ,;:–-")


def _unknown_note(unknown: bool, text: str) -> list[Note]:
    shown = squash(text)
    return [Note("owner-tbc", f"An owner is still to be named: “{shown}”.", _TBC)] if unknown else []


def _unclear_note(owners: tuple[Owner, ...], left: str, text: str) -> list[Note]:
    if not left and (owners or not text.strip()):
        return []
    shown = left or squash(text)
    return [Note("owner-unclear", f"These words of the owner cell name nobody: “{shown}”.", _UNCLEAR)]
