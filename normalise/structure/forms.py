"""Small forms, label and value side by side, laid out anew as a header and rows so that they read like any table.

One form may stand alone in its table, or several may follow one another in one; labels stand left of their values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.model import Cell, Place, Table
from ingest.text import squash
from normalise.headings import header_score, is_heading_like
from normalise.structure.header import SURE
from normalise.structure.view import TableView

_FEWEST_LABELS = 3

Pair = tuple[Cell, Cell]


@dataclass(frozen=True, slots=True)
class Form:
    """Forms as a table: its first row holds the labels, each further row one form's values.

    Every cell keeps its own place; `labels` are the places of all labels, those of the later forms too.
    """

    view: TableView
    labels: tuple[Place, ...]


def laid_out(view: TableView) -> Form | None:
    """The forms of a table, or None where it is not made of forms."""
    for step in (2, view.width):
        pairs = _pairs(view, step) if step >= 2 and view.width % step == 0 else []
        if not _are_labels([a for a, _ in pairs]) or _are_labels([b for _, b in pairs if b.text]):
            continue
        forms = _split(pairs)
        if forms:
            return Form(TableView(_table(view.table, forms)), tuple(label.place for label, _ in pairs))
    return None


def _pairs(view: TableView, step: int) -> list[Pair]:
    """Label and value, row by row; a row that spans the table is no pair: then this is no form."""
    pairs: list[Pair] = []
    for row in range(view.height):
        for column in range(0, view.width, step):
            label, value = view.cell(row, column), view.cell(row, column + 1)
            if not view.starts_here(row, column) and not view.starts_here(row, column + 1):
                continue
            if label.place == value.place or not label.text:
                if label.text or value.text:
                    return []
                continue
            pairs.append((label, value))
    return pairs


def _are_labels(cells: list[Cell]) -> bool:
    """Whether the texts read like the headings of a table of actions, most of them each by itself."""
    distinct = list({_key(c.text): c.text for c in cells}.values())
    if len(distinct) < _FEWEST_LABELS or header_score(distinct) < SURE:
        return False
    return sum(map(is_heading_like, distinct)) * 3 >= len(distinct) * 2


def _split(pairs: list[Pair]) -> list[dict[str, Pair]]:
    """Forms part where the first label comes again; a label repeated within a form means this is no form."""
    first = _key(pairs[0][0].text)
    forms: list[dict[str, Pair]] = []
    for pair in pairs:
        key = _key(pair[0].text)
        if key == first:
            forms.append({})
        if key in forms[-1]:
            return []
        forms[-1][key] = pair
    return forms


def _key(text: str) -> str:
    return squash(text).casefold().rstrip(": ")


def _table(table: Table, forms: list[dict[str, Pair]]) -> Table:
    labels: dict[str, Cell] = {}
    for form in forms:
        for key, (label, _) in form.items():
            labels.setdefault(key, label)
    head = tuple(replace(c, col_span=1, row_span=1) for c in labels.values())
    rows = [head]
    for form in forms:
        blank = next(iter(form.values()))[1]
        rows.append(tuple(_value(form.get(key), blank, i) for i, key in enumerate(labels, 1)))
    return Table(table.place, tuple(rows))


def _value(pair: Pair | None, beside: Cell, column: int) -> Cell:
    """A form's value, or an empty cell at a place of its own where this form leaves the label out."""
    if pair is not None:
        return replace(pair[1], col_span=1, row_span=1)
    return Cell(replace(beside.place, column=1000 + column))
