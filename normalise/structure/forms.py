"""Small forms laid out anew as a header and rows, so that they read like any table.

A form's labels stand left of their values or above them; one form may stand alone in its table, under a title that
spans it, or several may follow one another in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from ingest.model import Cell, Place, Table
from ingest.text import squash
from normalise.headings import header_score, is_heading_like, names_field
from normalise.structure.header import SURE
from normalise.structure.view import TableView

_FEWEST_LABELS, _MOST_LABELS = 3, 40
_NARROW = (2, 4)
SURE_AGAIN = 0.1
"""Labels that come again with each action need read less like headings: that they come again tells most."""

Pair = tuple[Cell, Cell]
_Part = Pair | Cell
"""A label and its value, or a title that spans the table."""


@dataclass(frozen=True, slots=True)
class Form:
    """Forms as a table: titles span it, the first row of several cells holds the labels, each further row is a form.

    Every cell keeps its own place; `labels` are the places of all labels, those of the later forms too. `head` is the
    row (index) that holds the labels.
    """

    view: TableView
    labels: tuple[Place, ...]
    head: int = 0


def laid_out(view: TableView, known: Collection[str] = ()) -> Form | None:
    """The forms of a table, or None where it is not made of forms.

    `known` are labels, as `repeated_labels` gives them, that stand first in the rows of several tables of the document.
    """
    ways = (*map(_beside, dict.fromkeys((2, view.width))), _above, _mixed(known))
    read = [parts for way in ways if _is_form(parts := way(view), known)]
    for parts in sorted(read, key=lambda parts: -len(_pairs(parts))):  # what is no pair was taken for a title
        if rows := _split(parts):
            head = next(i for i, row in enumerate(rows) if isinstance(row, dict))
            return Form(TableView(_table(view.table, rows)), tuple(label.place for label, _ in _pairs(parts)), head)
    return None


def _pairs(parts: Iterable[_Part]) -> list[Pair]:
    return [p for p in parts if isinstance(p, tuple)]


def _is_form(parts: list[_Part], known: Collection[str]) -> bool:
    labels, values = [a for a, _ in _pairs(parts)], [b for _, b in _pairs(parts) if b.text]
    if not _FEWEST_LABELS <= len({label_key(c.text) for c in labels}) <= _MOST_LABELS:
        return False
    return not _are_labels(values) and (_are_labels(labels) or _come_again(labels, known))


def _beside(step: int) -> Callable[[TableView], list[_Part]]:
    """Reads labels left of their values, a pair in every so many columns; empty where anything else stands there."""

    def arrange(view: TableView) -> list[_Part]:
        parts: list[_Part] = []
        for row in range(view.height if step >= 2 and view.width % step == 0 else 0):
            own = view.own(row)
            if len(own) == 1 and view.distinct(row) == 1:
                parts.append(own[0])
                continue
            if len(own) > _FEWEST_LABELS and all(names_field(c.text) for c in own[1::2]):
                return []  # a row of nothing but headings heads what stands below it
            for column in range(0, view.width, step):
                if not view.starts_here(row, column) and not view.starts_here(row, column + 1):
                    continue
                if column and view.cell(row, column).place == view.cell(row, column - 1).place:
                    continue  # the value of the pair before reaches over this one
                label, *values = dict.fromkeys(view.table.rows[row][column : column + step])
                said = [c for c in values if c.text]
                if not values or said not in ([], values[:1]) or (said and not label.text):
                    return []
                if label.text:
                    parts.append((label, values[0]))
        return parts

    return arrange


def _above(view: TableView) -> list[_Part]:
    """Labels above their values: rows of labels and rows of values by turns, not the same labels each time."""
    parts: list[_Part] = []
    row, label_rows = 0, set()
    while row < view.height:
        own = view.own(row)
        spans = len(own) == 1 and view.distinct(row) == 1
        if spans and not (is_heading_like(own[0].text) and row + 1 < view.height and view.distinct(row + 1) == 1):
            parts.append(own[0])
            row += 1
            continue
        if row + 1 >= view.height or (len(own) < 2 and not spans) or not all(is_heading_like(c.text) for c in own):
            return []
        if any(is_heading_like(c.text) for c in view.own(row + 1)):
            return []
        parts.extend((c, view.cell(row + 1, view.column_of(c, row))) for c in own)
        label_rows.add(tuple(label_key(c.text) for c in own))
        row += 2
    return parts if len(label_rows) > 1 else []


def _mixed(known: Collection[str]) -> Callable[[TableView], list[_Part]]:
    """Reads labels left of their values or above them, as it comes; empty where a row is neither."""

    def is_label(cell: Cell) -> bool:
        return is_heading_like(cell.text) or label_key(cell.text) in known

    def is_value(cell: Cell) -> bool:
        return label_key(cell.text) not in known and not is_heading_like(cell.text)

    def arrange(view: TableView) -> list[_Part]:
        parts: list[_Part] = []
        rows = iter(range(view.height))
        for row in rows:
            own = view.own(row)
            below = view.own(row + 1) if row + 1 < view.height else []
            again = label_key(own[0].text) in known if own else False
            if len(own) == 2 == view.distinct(row) and is_label(own[0]) and (again or is_value(own[1])):
                parts.append((own[0], own[1]))
            elif own and len(own) == len(below) and all(map(is_label, own)) and all(map(is_value, below)):
                parts.extend(zip(own, below, strict=True))
                next(rows)
            elif len(own) == 1 == view.distinct(row):
                parts.append(own[0])
            elif own:
                return []
        return parts

    return arrange


def repeated_labels(tables: Iterable[Table]) -> dict[str, tuple[str, ...]]:
    """What stands first in the rows of two or more narrow tables, each with all that stands beside it.

    Such are the labels where each action has a table of its own.
    """
    beside: dict[str, list[str]] = {}
    counted: Counter[str] = Counter()
    for table in tables:
        pairs = {label_key(row[0].text): row[1].text for row in table.rows if table.width in _NARROW and row[0].text}
        counted.update(list(pairs))
        for key, text in pairs.items():
            beside.setdefault(key, []).append(text)
    return {key: tuple(t for t in beside[key] if t) for key, count in counted.items() if count > 1}


def _are_labels(cells: list[Cell]) -> bool:
    """Whether the texts read like the headings of a table of actions, most of them each by itself."""
    distinct = list({label_key(c.text): c.text for c in cells}.values())
    if len(distinct) < _FEWEST_LABELS or header_score(distinct) < SURE:
        return False
    return sum(map(is_heading_like, distinct)) * 3 >= len(distinct) * 2


def _come_again(cells: list[Cell], known: Collection[str]) -> bool:
    """Whether the texts come again, in this table or the next, and some of them read like headings."""
    counted = Counter(label_key(c.text) for c in cells)
    distinct = list({label_key(c.text): c.text for c in cells}.values())
    if len(distinct) < _FEWEST_LABELS or header_score(distinct) < SURE_AGAIN:
        return False
    again = sum(count > 1 or key in known for key, count in counted.items())
    return again * 3 >= len(distinct) * 2


def _split(parts: list[_Part]) -> list[dict[str, Pair] | Cell]:
    """Forms part where the first label comes again, and at a title; a label repeated within one means this is none."""
    rows: list[dict[str, Pair] | Cell] = []
    first = next(label_key(p[0].text) for p in parts if isinstance(p, tuple))
    for part in parts:
        if isinstance(part, Cell):
            rows.append(part)
            continue
        key = label_key(part[0].text)
        if not rows or isinstance(rows[-1], Cell) or key == first:
            rows.append({})
        form = rows[-1]
        if isinstance(form, Cell) or key in form:
            return []
        form[key] = part
    return [] if isinstance(rows[-1], Cell) else rows


def label_key(text: str) -> str:
    """A label as it is known again: in any case and spacing, with or without its colon."""
    return squash(text).casefold().rstrip(": ")


def _table(table: Table, rows: list[dict[str, Pair] | Cell]) -> Table:
    labels: dict[str, Cell] = {}
    for form in rows:
        for key, (label, _) in form.items() if isinstance(form, dict) else ():
            labels.setdefault(key, label)
    made = [_title(row, len(labels)) if isinstance(row, Cell) else _values(row, labels) for row in rows]
    head = tuple(replace(c, col_span=1, row_span=1) for c in labels.values())
    titles = next(i for i, row in enumerate(rows) if isinstance(row, dict))
    return Table(table.place, (*made[:titles], head, *made[titles:]))


def _title(cell: Cell, width: int) -> tuple[Cell, ...]:
    return (replace(cell, col_span=width, row_span=1),) * width


def _values(form: dict[str, Pair], labels: dict[str, Cell]) -> tuple[Cell, ...]:
    """A form's values, with an empty cell at a place of its own where this form leaves a label out."""
    blank = next(iter(form.values()))[1]
    return tuple(
        replace(form[key][1], col_span=1, row_span=1)
        if key in form
        else Cell(replace(blank.place, column=1000 + column))
        for column, key in enumerate(labels, 1)
    )
