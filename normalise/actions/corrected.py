"""Values that a person gave: a text goes in before values are read from it, any other column is set at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.model import Cell
from normalise.actions.draft import Draft, Piece
from normalise.headings import Decision
from normalise.model import Action
from normalise.schema import ACTIONS, TEXT_FIELDS
from normalise.schema.typed import typed

_TEXTS = {("status_text" if f == "status" else f): f for f in TEXT_FIELDS if f not in ("action", "ref", "theme")}


def correct_draft(draft: Draft, said: Mapping[str, str]) -> None:
    """Put the corrected texts (column to text) in the place of what the cells say."""
    for column, text in said.items():
        if field := _TEXTS.get(column):
            cell = next((p.cell for p in draft.of(field)), Cell(draft.place))
            others = [p for p in draft.pieces if p.decision.field != field]
            draft.pieces = [*others, Piece("", Decision(field, "correction", 1.0), 0, text, cell)]


def correct_action(action: Action, said: Mapping[str, str]) -> Action:
    """Set the corrected columns that are read values, and the action's own text, number and theme."""
    fields = {f.name: f for f in ACTIONS}
    changes = {c: typed(fields[c], v) for c, v in said.items() if c not in _TEXTS}
    return replace(action, **changes) if changes else action  # type: ignore[arg-type]
