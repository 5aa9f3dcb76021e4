"""Rows that hold a title in the column of actions and nothing else: told by the rows around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from normalise.headings import kind
from normalise.structure.rows import BodyRow, field_columns
from normalise.structure.titles import like_title
from normalise.structure.view import TableView

_NUMBER = re.compile(r"\(?([A-Za-z]{0,3}\d+(?:\.\d+)*|[A-Z](?=[.):\s]|$))[.):]*(?:\s|$)")
_LETTERED = re.compile(r"\(?([A-Z](?:[a-z]|[ivx]{1,4})?)[.):]*$")
"""Letters in a column of numbers: B, Bi, Bii."""
_TOLD = frozenset(("deeds", "sentences", "reports"))
"""Kinds of text that tell of something done or to be done: no titles."""


def with_titles(view: TableView, rows: Sequence[BodyRow], fields: tuple[str, ...]) -> list[BodyRow]:
    """The rows with each action that is only the title of those below it turned into a theme.

    Such a row holds words in the column of actions and, at most, a number. It is a title where the numbers of the rows
    below are its own with more added, where its colour is unlike theirs, or, `_headed` or in a table that opens with
    a title, where its words are short and tell of nothing to be done while those of the rows
    below, with owners and dates, are longer.
    """
    alone = {i for i, row in enumerate(rows) if row.kind == "action" and _is_alone(view, row.row, fields)}
    full = [row for i, row in enumerate(rows) if row.kind == "action" and i not in alone]
    if not alone or not full:
        return list(rows)
    usual = median(len(_text(view, r.row, fields).split()) for r in full)
    fills = Counter(_fill(view, r.row, fields) for r in full)
    first = next(i for i, row in enumerate(rows) if row.kind not in ("blank", "header", "prose"))
    headed = _headed(rows, alone)
    opens = (first in alone or rows[first].kind == "theme") and len(alone) <= len(full)
    found = list(rows)
    for i in sorted(alone, reverse=True):
        below = _below(rows, i)
        if below is None:
            continue
        here, there = (_number(view, r.row, fields) for r in (rows[i], below))
        text = _text(view, rows[i].row, fields)
        child = _goes_on(here, there)
        told = kind(text) not in _TOLD and len(text.split()) < usual and not (here and there)
        filled = _fill(view, rows[i].row, fields) not in ("", *fills)
        if like_title(text) and (child or (told and (opens or i in headed)) or filled):
            whole = _title(view, rows[i].row, fields)
            found[i] = replace(rows[i], kind="theme", text=whole, guessed=not child, numbered=child)
            if child and (after := _first_beyond(view, found, i, fields)):
                found[after] = replace(found[after], numbered=True)
    return found


def _goes_on(here: str, there: str) -> bool:
    """Whether a number is another with more added: 1.1 under 1, A1 under A, but not 10 under 1."""
    if not here or there == here or not there.startswith(here):
        return False
    return not (here[-1].isdigit() and there[len(here)].isdigit())


def _first_beyond(view: TableView, rows: Sequence[BodyRow], index: int, fields: tuple[str, ...]) -> int:
    """The first action below a title whose number does not go on from its own; 0 where all up to the next title do."""
    here = _number(view, rows[index].row, fields)
    for i in range(index + 1, len(rows)):
        if rows[i].kind == "theme":
            break
        there = _number(view, rows[i].row, fields) if rows[i].kind == "action" else ""
        if there and not there.startswith(here):
            return i
    return 0


def _is_alone(view: TableView, row: int, fields: tuple[str, ...]) -> bool:
    return all(not text or fields[i] in ("action", "ref") for i, text in enumerate(view.texts[row]))


def _below(rows: Sequence[BodyRow], index: int) -> BodyRow | None:
    """The row below it, passing over blank ones, when it is an action."""
    for row in rows[index + 1 :]:
        if row.kind not in ("blank", "header", "prose"):
            return row if row.kind == "action" else None
    return None


def _headed(rows: Sequence[BodyRow], alone: Collection[int]) -> frozenset[int]:
    """Of the rows that stand alone, those with the headings again below them, passing over blank ones.

    The last action of a page stands so too: a title has a blank row above it, or is one of several that stand so.
    """
    above = {i for i in alone if next((r.kind for r in rows[i + 1 :] if r.kind != "blank"), "") == "header"}
    apart = {i for i in above if i and rows[i - 1].kind == "blank"}
    return frozenset(above if len(above) > 1 else apart)


def _text(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    return next((view.texts[row][i] for i in field_columns(fields, "action") if view.texts[row][i]), "")


def _title(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    """The words of a title; some programs set the first of them in the column of numbers."""
    before = (view.texts[row][i] for i in field_columns(fields, "ref") if view.texts[row][i])
    begun = next((text for text in before if not _NUMBER.match(text) and not _LETTERED.match(text)), "")
    return f"{begun} {_text(view, row, fields)}".strip()


def _fill(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    return next((view.cell(row, i).fill for i in field_columns(fields, "action")), "")


def _number(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    """The row's number, from its column or the start of its words, without the marks around it."""
    column = next((view.texts[row][i] for i in field_columns(fields, "ref") if view.texts[row][i]), "")
    found = (_LETTERED.match(column) if column else None) or _NUMBER.match(column or _text(view, row, fields))
    return found[1].rstrip(".") if found else ""
