"""Excel workbooks of today: .xlsx, .xlsm, .xltx, read from their XML with values as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.errors import Damaged, Unsupported
from ingest.limits import Limits
from ingest.model import Facts, Note, Place
from ingest.readers.from_xlsx.merging import Merge, merged
from ingest.readers.from_xlsx.number_formats import shown_number
from ingest.readers.from_xlsx.sheet import Entry, Sheet
from ingest.readers.from_xlsx.xlsx_parts import REL_ID, Parts, S
from ingest.readers.from_xlsx.xlsx_styles import CellStyle, cell_styles
from ingest.text import squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_TEXT, _PHONETIC = S + "t", S + "rPh"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class XlsxBook:
    """A workbook whose sheets are read one by one, as asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._parts = Parts(data, limits)
        self._main = self._parts.first("", "officeDocument") or "xl/workbook.xml"
        if self._main.endswith(".bin"):
            raise Unsupported("a binary workbook (.xlsb); Excel and LibreOffice save it as .xlsx, which ingather reads")
        book = self._parts.xml(self._main)
        if book is None:
            raise Damaged("it holds no workbook")
        self._book = book
        properties = book.find(S + "workbookPr")
        self._since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        part = self._parts.first
        self._styles = cell_styles(
            self._parts.xml(part(self._main, "styles")), self._parts.xml(part(self._main, "theme"))
        )
        strings = self._parts.xml(part(self._main, "sharedStrings"))
        self._strings = [] if strings is None else [_string(element) for element in strings.iterchildren(S + "si")]

    def facts(self) -> Facts:
        """Title and dates of the properties part."""
        core = self._parts.xml(self._parts.first("", "core-properties"))
        said = {} if core is None else {str(e.tag).rpartition("}")[2]: e.text or "" for e in core}
        created, modified = (_DATE.match(said.get(name, "")) for name in ("created", "modified"))
        return Facts(
            title=squash(said.get("title", "")),
            created=created.group() if created else "",
            modified=modified.group() if modified else "",
        )

    def sheets(self) -> Iterator[Sheet | Note]:
        """The sheets in order; a hidden one is named in a note and left out."""
        related = self._parts.related(self._main)
        for element in self._book.iterfind(f"{S}sheets/{S}sheet"):
            name = element.get("name", "")
            kind, part = related.get(element.get(REL_ID, ""), ("", ""))
            if kind != "worksheet":
                continue
            if element.get("state", "visible") != "visible":
                yield hidden_note(name)
                continue
            root = self._parts.xml(part)
            if root is None:
                raise Damaged(f"its sheet {name} is missing")
            yield self._sheet(root, name, part)

    def _sheet(self, root: _Element, name: str, part: str) -> Sheet:
        links = self._links(root, part)
        entries = [
            replace(entry, links=links[entry.row, entry.column]) if (entry.row, entry.column) in links else entry
            for entry in self._entries(root)
        ]
        merges = [_merge(element.get("ref", "")) for element in root.iter(S + "mergeCell")]
        return Sheet(name, merged(entries, merges), tuple(self._comments(part, name)))

    def _entries(self, root: _Element) -> Iterator[Entry]:
        row = 0
        for line in root.iterfind(f"{S}sheetData/{S}row"):
            row = int(line.get("r") or row + 1)
            column = 0
            for cell in line.iterchildren(S + "c"):
                column = _column(cell.get("r", "")) or column + 1
                if not (0 < row <= _LAST_ROW and 0 < column <= _LAST_COLUMN):
                    raise Damaged(f"it has a cell in row {row}, beyond the last row of a sheet")
                style = self._style(cell)
                text = self._text(cell, style)
                if text or style.fill:
                    yield Entry(row, column, text, 1, 1, style.fill, style.colour if text else "", style.struck)

    def _style(self, cell: _Element) -> CellStyle:
        index = cell.get("s", "0")
        return self._styles[int(index)] if index.isdecimal() and int(index) < len(self._styles) else CellStyle()

    def _text(self, cell: _Element, style: CellStyle) -> str:
        """What a cell shows: its text, or its number by its format; a formula shows its last result."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(S + "is")
            return "" if inline is None else _string(inline)
        value = cell.findtext(S + "v") or ""
        if kind == "s":
            return self._strings[int(value)] if value.isdecimal() and int(value) < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE" if value else ""
        if kind != "n" or not value:
            return _unescaped(value)
        try:
            return shown_number(float(value), style.number_format, since_1904=self._since_1904)
        except ValueError:
            return value

    def _links(self, root: _Element, part: str) -> dict[tuple[int, int], tuple[str, ...]]:
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        elements = root.findall(f"{S}hyperlinks/{S}hyperlink")
        related = self._parts.related(part) if elements else {}
        for element in elements:
            place = _REFERENCE.match(element.get("ref", ""))
            address = related.get(element.get(REL_ID, ""), ("", ""))[1]
            if place and address:
                found[int(place.group(2)), _column(place.group(1) + "1")] = (address,)
        return found

    def _comments(self, part: str, name: str) -> Iterator[Note]:
        root = self._parts.xml(self._parts.first(part, "comments"))
        for comment in () if root is None else root.iter(S + "comment"):
            place = _REFERENCE.match(comment.get("ref", ""))
            words = squash("".join(element.text or "" for element in comment.iter(_TEXT)))
            if words and place:
                where = Place(sheet=name, row=int(place.group(2)), column=_column(place.group(1) + "1"))
                yield Note("comment", f"Somebody commented: {words}", "Read it beside the text.", "info", where)


def hidden_note(name: str) -> Note:
    """The note that a hidden sheet was left out."""
    message = f"The sheet {name} is hidden and was not read."
    return Note("hidden-sheet", message, "Show it in the spreadsheet program and save, if it holds a plan.", "info")


def _string(element: _Element) -> str:
    """A text with its runs joined, reading aids for Japanese left out."""
    return _unescaped("".join(t.text or "" for t in element.iter(_TEXT) if t.getparent().tag != _PHONETIC))  # type: ignore[union-attr]


def _unescaped(text: str) -> str:
    """Excel writes control characters as _x000D_ (ECMA-376 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def _column(reference: str) -> int:
    found = _REFERENCE.match(reference)
    number = 0
    for letter in found.group(1) if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _merge(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    ends = [_REFERENCE.fullmatch(end) for end in (first, last or first)]
    rows = [int(end.group(2)) if end else 0 for end in ends]
    columns = [_column(f"{end.group(1)}1") if end else 0 for end in ends]
    return Merge(rows[0], columns[0], rows[1], columns[1])
