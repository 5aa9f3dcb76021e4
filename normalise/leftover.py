"""Text that became no field of an action: prose goes to the plan's text, the rest is listed with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Document, Paragraph, Place
from normalise.ledger import Ledger, margin_place, place_of
from normalise.model import Unplaced
from normalise.structure.rows import WHY_LEFT
from normalise.structure.sections import is_line
from normalise.structure.tables import TableReading


def claim_prose(document: Document, ledger: Ledger) -> str:
    """The prose around the tables, in order, one paragraph a line; each goes into the ledger as plan text."""
    lines = []
    for number, block in enumerate(document.blocks, 1):
        if isinstance(block, Paragraph):
            if not ledger.claimed(place_of(block, number)):
                ledger.claim(place_of(block, number), "plan text")
                lines.append(block.shown)
        elif is_line(block) and block.parent is None:
            cell = block.rows[0][0]
            ledger.claim(cell.place, "plan text")
            lines.append(cell.text)
    return "\n".join(lines)


def left_over(
    document: Document, readings: Sequence[TableReading], ledger: Ledger, path: str, removed: Sequence[Place] = ()
) -> tuple[Unplaced, ...]:
    """Every place that holds text and went nowhere else, with the reason; the ledger is complete after this.

    `removed` are the places of rows that a correction took out.
    """
    taken_out = set(removed)
    why = {reading.view.table.place.table: _reasons(reading) for reading in readings}
    margins = {margin_place(n) for n, _ in enumerate(document.margins, 1)}
    rows = []
    for place, text in ledger.left():
        ledger.claim(place, "unplaced")
        reason = "a running header or footer" if place in margins else _reason(place, why)
        reason = "a correction removed this row" if place in taken_out else reason
        rows.append(Unplaced(path, place.page, place.table, place.row, place.column, text, reason))
    return tuple(rows)


def _reason(place: Place, why: dict[int | None, dict[int | None, str]]) -> str:
    reasons = why.get(place.table, {})
    return reasons.get(place.row) or reasons.get(None) or "text outside the tables of actions"


def _reasons(reading: TableReading) -> dict[int | None, str]:
    """The reason for each row number of a table, and under None the reason for all others."""
    if not reading.segments:
        return {None: f"not a table of actions: {reading.why}"}
    first = reading.segments[0].header.first
    reasons: dict[int | None, str] = {reading.view.number(r): "a title above the header" for r in range(max(first, 0))}
    for segment in reading.segments:
        reasons |= {reading.view.number(b.row): WHY_LEFT[b.kind] for b in segment.rows if b.kind in WHY_LEFT}
    return {None: "a part of the table that holds no actions", **reasons}
