"""OpenDocument spreadsheets (.ods and .fods), read from their XML, which holds each value as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.archive import Archive
from ingest.errors import Damaged, Encrypted
from ingest.limits import Limits
from ingest.model import Facts, Note, Place
from ingest.opendocument import count_of, q
from ingest.readers.from_xlsx.sheet import Entry, Sheet
from ingest.readers.from_xlsx.xlsx_book import hidden_note
from ingest.text import squash
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW, _CELL, _COVERED = q("table:table-row"), q("table:table-cell"), q("table:covered-table-cell")
_GROUPS = frozenset(q(f"table:{name}") for name in ("table-header-rows", "table-rows", "table-row-group"))
_STYLE, _P = q("table:style-name"), q("text:p")
_ROWS_REPEATED, _COLUMNS_REPEATED = q("table:number-rows-repeated"), q("table:number-columns-repeated")
_ROWS_SPANNED, _COLUMNS_SPANNED = q("table:number-rows-spanned"), q("table:number-columns-spanned")
_COMMENT = q("office:annotation")
_HEX = re.compile(r"#([0-9A-Fa-f]{6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_COPIES = 10_000


class OdsBook:
    """A workbook whose sheets are read one by one, as asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._content, self._meta = _parts(data, limits)
        self._styles = {
            element.get(q("style:name"), ""): element
            for element in self._content.iter(q("style:style"))
            if element.get(q("style:family")) in ("table-cell", "table")
        }

    def facts(self) -> Facts:
        """The title and the day it was made."""
        if self._meta is None:
            return Facts()
        title, created = (next(self._meta.iter(q(name)), None) for name in ("dc:title", "meta:creation-date"))
        return Facts(
            title=squash((title.text or "") if title is not None else ""),
            created=(created.text or "")[:10] if created is not None else "",
        )

    def sheets(self) -> Iterator[Sheet | Note]:
        """The sheets in order; a hidden one is named in a note and left out."""
        for element in self._content.iterfind(f"{q('office:body')}/{q('office:spreadsheet')}/{q('table:table')}"):
            name = element.get(q("table:name"), "")
            properties = self._properties(element, "table")
            if properties is not None and properties.get(q("table:display")) == "false":
                yield hidden_note(name)
            else:
                notes: list[Note] = []
                yield Sheet(name, tuple(self._entries(element, name, notes)), tuple(notes))

    def _entries(self, table: _Element, name: str, notes: list[Note]) -> Iterator[Entry]:
        row = 1
        for line in _lines(table):
            repeats = count_of(line, _ROWS_REPEATED)
            found = list(self._line(line, name, row, notes))
            for copy in range(min(repeats, _MOST_COPIES) if found else 0):
                if row + copy > _LAST_ROW:
                    raise Damaged(f"it has a row {row + copy}, beyond the last row of a sheet")
                yield from (_moved(entry, copy) for entry in found) if copy else found
            row += repeats

    def _line(self, line: _Element, name: str, row: int, notes: list[Note]) -> Iterator[Entry]:
        column = 1
        for cell in line.iterchildren(_CELL, _COVERED):
            repeats = count_of(cell, _COLUMNS_REPEATED)
            if cell.tag == _CELL and (len(cell) or cell.get(_STYLE)):
                text = "\n".join("".join(_words(p)) for p in cell.iterchildren(_P))
                fill, colour, struck = self._look(cell)
                comment = cell.find(_COMMENT)
                if comment is not None:
                    notes.append(_comment(comment, Place(sheet=name, row=row, column=column)))
                copies = repeats if text else min(repeats, 63 if fill else 0)
                spans = count_of(cell, _ROWS_SPANNED), count_of(cell, _COLUMNS_SPANNED)
                for at in range(column, min(column + copies, _LAST_COLUMN + 1)):
                    yield Entry(
                        row, at, text, min(spans[0], _LAST_ROW), min(spans[1], _LAST_COLUMN), fill, colour, struck
                    )
            column += repeats

    def _look(self, cell: _Element) -> tuple[str, str, bool]:
        box, text = self._properties(cell, "table-cell"), self._properties(cell, "text")
        fill = _HEX.fullmatch(box.get(q("fo:background-color"), "")) if box is not None else None
        colour = _HEX.fullmatch(text.get(q("fo:color"), "")) if text is not None else None
        struck = text is not None and text.get(q("style:text-line-through-style"), "none") != "none"
        return fill.group(1).upper() if fill else "", colour.group(1).upper() if colour else "", struck

    def _properties(self, element: _Element, kind: str) -> _Element | None:
        style = self._styles.get(element.get(_STYLE, ""))
        return None if style is None else style.find(q(f"style:{kind}-properties"))


def _parts(data: bytes, limits: Limits) -> tuple[_Element, _Element | None]:
    """The roots with the values and with the properties; in a flat file one and the same."""
    if not data.startswith(b"PK"):
        root = parse_xml(data, limits, "content")
        return root, root
    archive = Archive(data, limits)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Encrypted
    if "content.xml" not in archive:
        raise Damaged("the part with the values is missing")
    meta = parse_xml(archive.read("meta.xml"), limits, "meta.xml") if "meta.xml" in archive else None
    return parse_xml(archive.read("content.xml"), limits, "content.xml"), meta


def _lines(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag == _ROW:
            yield child
        elif child.tag in _GROUPS:
            yield from _lines(child)


def _words(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == q("text:line-break"):
            yield "\n"
        elif child.tag in (q("text:s"), q("text:tab")):
            yield " "
        elif child.tag != _COMMENT:
            yield from _words(child)
        yield child.tail or ""


def _comment(element: _Element, place: Place) -> Note:
    words = squash(" ".join("".join(_words(p)) for p in element.iterchildren(_P)))
    author = (element.findtext(q("dc:creator")) or "").strip() or "Someone"
    return Note("comment", f"{author} commented: {words}", "Read it beside the text.", "info", place)


def _moved(entry: Entry, down: int) -> Entry:
    return Entry(entry.row + down, entry.column, entry.text, 1, entry.col_span, entry.fill, entry.colour, entry.struck)
