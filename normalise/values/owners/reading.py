"""A cell of owners, read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.model import Note
from ingest.text import squash
from normalise.model import Owner
from normalise.values.owners.asides import drop_abbreviations, names_nobody, part_letters, trim_asides
from normalise.values.owners.division import Unit, divide
from normalise.values.owners.grouping import Group, group
from normalise.values.owners.line_ends import part_lines
from normalise.values.owners.mending import mend
from normalise.values.owners.names import Names
from normalise.values.owners.surname_first import is_surname_first
from normalise.values.owners.tokens import tokens_of

_LEADING = re.compile(r"^(?:the|a|an|our)\s+", re.IGNORECASE)
_LONGEST = 2_000
_SHOWN = 200
_TBC = "Ask who answers for this action, and put the name in the plan."
_UNCLEAR = "Read the cell, and put the owner in by hand if it names one."


def read_owners(text: str, names: Names) -> tuple[tuple[Owner, ...], tuple[Note, ...]]:
    """The people, roles and bodies an owner cell names, in order, each once, with what was unclear.

    Former owners, dates, action text and "to be confirmed" are no owners. A text of more than a few hundred words is
    no list of owners and is left unread.
    """
    if len(text) > _LONGEST:
        return (), (_unclear(text[:_SHOWN] + "…"),)
    return _read(text, names)


@lru_cache(maxsize=5_000)
def _read(text: str, names: Names) -> tuple[tuple[Owner, ...], tuple[Note, ...]]:
    """The same few owners stand in most rows of a plan: each cell is read once."""
    trimmed = trim_asides(mend(part_letters(text), names))
    cell = drop_abbreviations(trimmed.text)
    tokens = part_lines(tokens_of(cell, names))
    units = (Unit("P", tokens),) if is_surname_first(tokens, names) else divide(tokens, names)
    owners = _each_once([_owner(g, cell, names) for g in group(units)])
    left = squash(" ".join([*(_words(u, cell) for u in units if u.label == "X"), trimmed.cut]))
    notes = [_unnamed(text)] if trimmed.unknown else []
    if left:
        notes.append(_unclear(left, "info" if owners else "check"))
    elif not owners and not notes and text.strip() and not names_nobody(text):
        notes.append(_unclear(squash(text)))
    return owners, tuple(notes)


def _each_once(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    found: dict[str, Owner] = {}
    for owner in owners:
        found.setdefault(f"{owner.person}|{owner.role}|{owner.organisation}".lower(), owner)
    return tuple(found.values())


def _owner(found: Group, cell: str, names: Names) -> Owner:
    person, role, body = (_part(found, label, cell) for label in "PRO")
    text = _span(cell, found.start, found.end)
    if not names.legend:
        return Owner(person, role, body, text)
    full = (names.full_form(part) for part in (person, role, body) if part)
    return Owner(person, role, body, text, "; ".join(f for f in full if f))


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


def _unnamed(text: str) -> Note:
    return Note("owner-tbc", f"An owner is still to be named: “{squash(text)[:_SHOWN]}”.", _TBC)


def _unclear(words: str, severity: str = "check") -> Note:
    return Note("owner-unclear", f"These words of the owner cell name nobody: “{words[:_SHOWN]}”.", _UNCLEAR, severity)
