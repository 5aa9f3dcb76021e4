"""A row further down a table that gives other headings than its header, told from data in the words of headings."""

from __future__ import annotations

from ingest.model import Cell
from ingest.text import squash
from normalise.headings import decoy_heads, field_named, heading_date, is_heading_like, kind, names_field
from normalise.structure.header import Header, find_header, header_at, is_said, may_head, repeats, row_score
from normalise.structure.view import TableView

_ANOTHER_HEADER = 0.6
_FEWEST = 2
"""Cells with text: a row with more may be another header, however wide the table."""
_SHORT, _SHORT_DECOY = 60, 30
"""Characters: the longest heading of a header further down, and of one that heads no actions."""
_FEW = 3
"""Every third row at most may look like a header, else its look is no sign: rows shaded by turns."""
_WHEN = frozenset(("dates", "dated", "times", "open"))
_WHO = frozenset(("names", "roles", "bodies"))
_VALUES = {
    "timescale": _WHEN, "start": _WHEN, "completed": _WHEN, "milestones": _WHEN, "lead": _WHO, "partners": _WHO,
    "resources": frozenset(("sums", "numbers", "open")), "status": frozenset(("status", "levels", "yes_no")),
}  # fmt: skip
"""The kinds of cell that are a value of the field above them."""


def next_header(view: TableView, header: Header) -> Header | None:
    """A row further down that gives other headings than these."""
    for row in range(header.last + 1, view.height):
        own = view.own(row)
        if len(own) < _FEWEST or any(len(squash(c.text)) > _SHORT for c in own) or repeats(view, row, header):
            continue
        texts = [c.text for c in own]
        if max(map(len, texts)) <= _SHORT_DECOY and decoy_heads(texts):
            return header_at(view, row)
        if not (len(own) > _FEWEST or len(own) * 2 > view.width) or not may_head(texts):
            continue
        if row_score(view, row) < _ANOTHER_HEADER or not _heads_anew(view, row, header):
            continue
        found = find_header(view, row)
        if found is not None and found.first == row:
            return found
    return None


def _heads_anew(view: TableView, row: int, header: Header) -> bool:
    """Whether better evidence than words that may head a column speaks for a header: its look, or names of fields.

    Half the headings said again are enough. Values beneath known headings speak against it, and so does a look unlike
    that of the header, where that one has a look of its own.
    """
    own = view.own(row)
    if header.first < 0 or sum(is_said(c.text, header) for c in own) * 2 >= len(own):
        return True
    look = _look(view, header)
    if look and _looks(own) == look:
        return True
    if not _heads_periods(view, row, header) and any(_is_value(view, row, c, header) for c in own):
        return False
    named = [names_field(c.text) for c in own]
    return all(named) if look else any(named)


def _heads_periods(view: TableView, row: int, header: Header) -> bool:
    """Whether a row names fields and several periods, one at least beneath a heading that asks for no time."""
    own = view.own(row)
    periods = [c for c in own if heading_date(c.text)]
    above = [field_named(header.headings[view.column_of(c, row)]) for c in periods]
    asked = all(_VALUES.get(field) == _WHEN for field in above)
    return len(periods) > 1 and not asked and all(names_field(c.text) for c in own if c not in periods)


def _is_value(view: TableView, row: int, cell: Cell, header: Header) -> bool:
    """Whether a cell is what the heading above it asks for: a person beneath any, a date too where it is the only one.

    Quarters and years beside one another, or beneath one heading of several columns, may head columns.
    """
    column = view.column_of(cell, row)
    field, held = field_named(header.headings[column]), kind(cell.text)
    if not field or heading_date(header.headings[column]) or is_heading_like(cell.text):
        return False
    if held == "dates" and view.cell(header.first, column).col_span > 1:
        return False
    lone = held == "dates" and sum(kind(c.text) == "dates" for c in view.own(row)) == 1
    return lone or held == "names" or held in _VALUES.get(field, ())


def _look(view: TableView, header: Header) -> frozenset[tuple[str, bool]]:
    """What sets the header's cells apart from those of most rows below it, none where nothing does."""
    look = _looks(view.own(header.first))
    below = [own for r in range(header.last + 1, view.height) if len(own := view.own(r)) > 1]
    alike = sum(not _looks(own).isdisjoint(look) for own in below)
    return look if alike * _FEW <= len(below) else frozenset()


def _looks(cells: list[Cell]) -> frozenset[tuple[str, bool]]:
    """The shadings of cells, and whether the file marks them as headings."""
    return frozenset((c.fill, c.header) for c in cells)
