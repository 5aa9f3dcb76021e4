"""Rows beneath an action that tell more of it: a label and words across the table ("Progress: two sites done")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Cell
from ingest.text import squash
from normalise.structure.rows import BodyRow
from normalise.structure.stated import Stated, stated_beneath
from normalise.structure.view import TableView

_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w/&’' ]{1,34}?)\s*(?::|\n)\s*(?P<value>\S.*)", re.DOTALL)
_HEADS_ROWS = frozenset(("lead", "timescale", "outcome", "measure", "output"))
"""Fields that a row across the table states for the rows below it as well: each action must have one beneath it."""
_FEWEST = 2


def with_beneath(view: TableView, rows: Sequence[BodyRow]) -> list[BodyRow]:
    """The rows with those that tell more of the action right above them turned to `beneath`.

    The same label stands beneath half the actions at least, and nowhere but beneath an action.
    """
    told = {i: found[0] for i, row in enumerate(rows) if (found := told_beneath(view, row.row))}
    labels = Counter(_key(said) for said in told.values())
    actions = sum(row.kind == "action" for i, row in enumerate(rows) if i not in told)
    astray = {_key(said) for i, said in told.items() if not _follows(rows, told, i)}
    kept = {
        key
        for said in told.values()
        if (key := _key(said)) not in astray
        and labels[key] >= _FEWEST
        and (labels[key] == actions if said.decision.field in _HEADS_ROWS else labels[key] * 2 >= actions)
    }
    return [replace(row, kind="beneath") if i in told and _key(told[i]) in kept else row for i, row in enumerate(rows)]


def told_beneath(view: TableView, row: int) -> tuple[Stated, Cell, tuple[Cell, ...]] | None:
    """What a row across the table says after a label, its cell, and the cell of a label that has one of its own."""
    own = view.own(row)
    if len(own) == 1 and own[0].col_span >= max(2, view.width - 1) and (parted := _LABELLED.fullmatch(own[0].text)):
        said = stated_beneath(parted["label"], parted["value"].strip())
        return (said, own[0], ()) if said else None
    if len(own) == 2 == view.distinct(row) < view.width and own[0].col_span < own[1].col_span:
        said = stated_beneath(own[0].text, own[1].text)
        return (said, own[1], (own[0],)) if said else None
    return None


def _follows(rows: Sequence[BodyRow], told: dict[int, Stated], index: int) -> bool:
    """Whether the row above it, passing over others of the kind and blank ones, is an action."""
    above = (i for i in range(index - 1, -1, -1) if i not in told and rows[i].kind != "blank")
    return rows[next(above, index)].kind in ("action", "more") and any(i not in told for i in range(index))


def _key(said: Stated) -> str:
    return squash(said.label).casefold().rstrip(": ")
