"""Tables: rows and cells with their spans, repeats within bounds, tables inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.model import Cell, Paragraph, Place, Table, Yielded
from ingest.opendocument import count_of, q
from ingest.readers.from_odt.content import Passage, contents
from ingest.readers.from_odt.remarks import remarks_of
from ingest.readers.from_odt.story import Story
from ingest.readers.from_odt.styles import Look
from ingest.square import square
from ingest.symbols import is_swatch

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS, _CELLS, _COVERED, _HEADERS, _GROUPS = (
    (q(f"table:{name}"), q(f"loext:{name}"))
    for name in ("table-row", "table-cell", "covered-table-cell", "table-header-rows", "table-rows")
)
_GROUP = q("table:table-row-group")
_CHANGE = q("text:change")
_STYLE = q("table:style-name")
_ROWS_REPEATED, _COLUMNS_REPEATED = q("table:number-rows-repeated"), q("table:number-columns-repeated")
_ROWS_SPANNED, _COLUMNS_SPANNED = q("table:number-rows-spanned"), q("table:number-columns-spanned")


@dataclass(slots=True)
class _Content:
    """What one cell holds."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    looks: set[Look] = field(default_factory=set)
    fills: set[str] = field(default_factory=set)
    mentions: list[tuple[str, _Element]] = field(default_factory=list)
    inner: list[list[Yielded]] = field(default_factory=list)


def read_table(element: _Element, story: Story) -> list[Yielded]:
    """The table, then what stands or hangs in its cells: tables, with the cell as their parent, comments and notes."""
    place = story.counts.table()
    cells: list[Cell] = []
    after: list[Yielded] = []
    number = 0
    for row, header in _rows(element):
        repeats = count_of(row, _ROWS_REPEATED)
        width = sum(count_of(cell, _COLUMNS_REPEATED) for cell in row.iterchildren(*_CELLS, *_COVERED))
        story.spend(repeats * max(width, 1))
        for _ in range(repeats):
            read = list(_row_cells(row, replace(place, row=number + 1), story))
            if _is_deleted(row, [cell for cell, _ in read]):
                break
            number += 1
            for cell, inside in read:
                cells.append(replace(cell, header=header))
                after.extend(inside)
    story.spend(sum(cell.row_span * cell.col_span for cell in cells) - len(cells))
    rows = square(cells, place)
    return [Table(place, rows), *after] if rows else []


def _is_deleted(row: _Element, cells: list[Cell]) -> bool:
    """Whether all words of a row were deleted while changes were tracked: the format does not mark the row itself."""
    if any(cell.paragraphs or cell.row_span > 1 for cell in cells) or next(row.iter(*_COVERED), None) is not None:
        return False
    return next(row.iter(_CHANGE), None) is not None


def _rows(element: _Element, *, header: bool = False) -> Iterator[tuple[_Element, bool]]:
    for child in element:
        if child.tag in _ROWS:
            yield child, header
        elif child.tag in _HEADERS or child.tag in _GROUPS or child.tag == _GROUP:
            yield from _rows(child, header=header or child.tag in _HEADERS)


def _row_cells(row: _Element, place: Place, story: Story) -> Iterator[tuple[Cell, list[Yielded]]]:
    column = 1
    row_fill = story.styles.of("table-row", row.get(_STYLE)).fill
    for element in row.iterchildren(*_CELLS, *_COVERED):
        for _ in range(count_of(element, _COLUMNS_REPEATED)):
            if element.tag in _CELLS:
                yield _cell(element, replace(place, column=column), row_fill, story)
            column += 1


def _cell(element: _Element, place: Place, row_fill: str, story: Story) -> tuple[Cell, list[Yielded]]:
    content = _content(element, story)
    fill = story.styles.of("table-cell", element.get(_STYLE)).fill or row_fill
    if not fill and len(content.fills) == 1:
        fill = min(content.fills)
    colour = _shared({look.colour for look in content.looks})
    swatch = colour and all(is_swatch(paragraph.text) for paragraph in content.paragraphs)
    cell = Cell(
        place,
        () if swatch else tuple(content.paragraphs),
        min(count_of(element, _ROWS_SPANNED), story.limits.positions),
        min(count_of(element, _COLUMNS_SPANNED), story.limits.columns),
        fill,
        colour,
        _shared({look.highlight for look in content.looks}),
    )
    inside: list[Yielded] = []
    for table, *rest in content.inner:
        inside += [replace(table, parent=place) if isinstance(table, Table) else table, *rest]
    inside += remarks_of(content.mentions, place, story)
    return cell, inside


def _content(element: _Element, story: Story) -> _Content:
    content = _Content()
    for item in contents(element, story):
        if isinstance(item, Passage):
            if item.paragraph is not None:
                content.paragraphs.append(item.paragraph)
                content.fills.add(item.fill)
            content.looks |= item.looks
            content.mentions += item.mentions
        else:
            with story.deeper():
                inner = read_table(item, story)
            content.inner.append(inner)
            content.paragraphs += _flat(inner)
    content.inner = [inner for inner in content.inner if inner]
    return content


def _flat(inner: list[Yielded]) -> Iterator[Paragraph]:
    """The paragraphs of an inner table, row by row, as they stand in the outer cell too."""
    table = inner[0] if inner else None
    if isinstance(table, Table):
        for number, row in enumerate(table.rows):
            yield from (
                p for column, cell in enumerate(row) if table.is_origin(number, column) for p in cell.paragraphs
            )


def _shared(values: set[str]) -> str:
    return values.pop() if len(values) == 1 else ""
