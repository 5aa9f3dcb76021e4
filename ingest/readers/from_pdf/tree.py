"""The structure tree of a tagged PDF, over the whole document: which marked content is which paragraph or cell.

ISO 32000-1, 14.7 and 14.8. pdfium's own tree ends at each page; this one does not, so a row cut by a page is one.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from ingest.readers.from_pdf.tags import Marks, TagBlock, TagCell, TagTable

_DECODE = json.JSONDecoder().raw_decode
_MOST = 2_000_000
_DEEPEST = 150
_ROLES_DEEP = 3
_WIDEST, _TALLEST = 100, 2_000
_INLINE = {"Span", "Link", "Em", "Strong", "NonStruct", "Reference", "Quote", "Code", "Annot", "Sub", "Lbl", "LBody"}
_CONTAINERS = {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "L", "TOC", "Textbox", "Table"}
_GROUPS = {"THead", "TBody", "TFoot", "TR"}
_HEADINGS = {"Title": 1, "H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}


Element = dict[str, Any]


class _Where(NamedTuple):
    """What surrounds an element: its page, the block and cell it is in, the table whose rows are open, and whether it
    is struck out."""

    page: int | None = None
    block: TagBlock | None = None
    cell: TagCell | None = None
    table: TagTable | None = None
    struck: bool = False


def marks(data: bytes) -> Marks:
    """What every marked content of the document is; empty where the file has no tags or they cannot be followed."""
    try:
        with tempfile.TemporaryDirectory() as folder, _opened(data, Path(folder)) as document:
            root = document.Root.get("/StructTreeRoot")
            return _Walk(document, root).marks() if isinstance(root, pikepdf.Dictionary) else {}
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _opened(data: bytes, folder: Path) -> pikepdf.Pdf:
    """The document read from a file: qpdf reads one several times faster than a stream of Python's."""
    path = folder / "tagged.pdf"
    path.write_bytes(data)
    return pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False)


class _Walk:
    """One walk through a document's tree, in reading order.

    Elements are taken as JSON, where a reference is the text "12 0 R": one call for all that an element says.
    """

    def __init__(self, document: pikepdf.Pdf, root: pikepdf.Object) -> None:
        self._document = document
        self._root = _json(root)
        self._pages = {_reference(page.obj): number for number, page in enumerate(document.pages, 1)}
        self._roles = self._dictionary(self._root.get("/RoleMap"))
        self._classes = self._dictionary(self._root.get("/ClassMap"))
        self._kinds: dict[str, str] = {}
        self._found: Marks = {}
        self._left = _MOST
        self._seen: set[str] = set()
        self._blocks = 0
        self._tables = 0

    def marks(self) -> Marks:
        """The marked contents of every page."""
        self._kids(self._root, _Where(), 0)
        return self._found

    def _fetched(self, value: Any) -> Any:
        """What a reference stands for; anything else as it is."""
        if type(value) is not str or not value.endswith(" R"):
            return value
        number, generation, _ = value.split()
        return _json(self._document.get_object(int(number), int(generation)))

    def _dictionary(self, value: Any) -> dict[str, Any]:
        value = self._fetched(value)
        return value if isinstance(value, dict) else {}

    def _listed(self, value: Any) -> list[Any]:
        """The members of an array; a list of one for anything else but nothing."""
        if type(value) is str and value.endswith(" R"):
            whole = self._fetched(value)
            return whole if isinstance(whole, list) else [value]
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _kids(self, element: Element, where: _Where, depth: int) -> None:
        """What stands in an element; rows that stand in no table make one with those beside them."""
        if depth > _DEEPEST:
            return
        lost: TagTable | None = None
        for kid in self._listed(element.get("/K")):
            self._left -= 1
            if self._left < 0:
                return
            if type(kid) is int:
                where = self._mark(where, where.page, kid)
                continue
            if type(kid) is str:
                if kid in self._seen:
                    continue
                self._seen.add(kid)
            whole = self._fetched(kid)
            if not isinstance(whole, dict):
                continue
            if "/MCID" in whole and "/Stm" not in whole:
                where = self._mark(where, self._page(whole, where.page), whole["/MCID"])
            elif "/S" in whole and where.table is None and where.cell is None and self._kind(whole) in _GROUPS:
                lost = lost or self._new_table()
                self._element(whole, where._replace(table=lost, block=None), depth)
            elif "/S" in whole:
                if lost is not None:
                    lost.settle()
                    lost = None
                where = self._beside(where, whole)
                self._element(whole, where, depth)
        if lost is not None:
            lost.settle()

    def _beside(self, where: _Where, element: Element) -> _Where:
        """Where an element stands: pieces of a line that stand in a cell directly are one paragraph of it."""
        if where.cell is None:
            return where
        if self._kind(element) in _INLINE:
            return where if where.block is not None else where._replace(block=self._block(where.cell))
        return where if where.block is None or where.block.explicit else where._replace(block=None)

    def _page(self, element: Element, otherwise: int | None) -> int | None:
        page = element.get("/Pg")
        return self._pages.get(page, otherwise) if page is not None else otherwise

    def _mark(self, where: _Where, page: int | None, number: int) -> _Where:
        """Note a marked content; outside of any paragraph it makes one of its own with those beside it."""
        if where.block is None:
            where = where._replace(block=self._block(where.cell))
        if page is not None and where.block is not None:
            on_page = self._found.get(page)
            if on_page is None:
                on_page = self._found[page] = {}
            on_page[number] = where.block
            if where.struck:
                where.block.struck |= {(page, number)}
            if where.cell is not None:
                where.cell.table.seen_on(page)
        return where

    def _block(self, cell: TagCell | None, level: int = 0, *, listed: bool = False, explicit: bool = False) -> TagBlock:
        self._blocks += 1
        return TagBlock(self._blocks, level, cell, listed, explicit)

    def _element(self, element: Element, where: _Where, depth: int) -> None:
        kind = self._kind(element)
        where = _Where(self._page(element, where.page), where.block, where.cell, where.table, where.struck)
        if kind == "Table" and where.cell is None:
            self._table(element, where, depth)
        elif kind == "TR" and where.table is not None and where.cell is None:
            where.table.rows.append([])
            self._kids(element, _Where(where.page, None, where.cell, where.table), depth + 1)
        elif kind in ("TD", "TH") and where.table is not None and where.cell is None:
            cell = self._cell(element, where.table, kind)
            self._kids(element, _Where(where.page, None, cell, where.table), depth + 1)
        elif kind in _INLINE:
            self._kids(element, where._replace(struck=where.struck or self._is_struck(element)), depth + 1)
        elif kind in _CONTAINERS or kind in _GROUPS:
            self._kids(element, _Where(where.page, None, where.cell, where.table), depth + 1)
        else:
            block = self._paragraph(kind, where)
            self._kids(element, _Where(where.page, block, where.cell, where.table), depth + 1)

    def _kind(self, element: Element) -> str:
        name = str(element["/S"])
        known = self._kinds.get(name)
        if known is None:
            role = name
            for _ in range(_ROLES_DEEP):
                role = str(self._roles.get(role, role))
            known = self._kinds[name] = role[1:]
        return known

    def _paragraph(self, kind: str, where: _Where) -> TagBlock:
        """A new block; the first paragraph of a list item stays with its label."""
        if where.block is not None and where.block.listed:
            where.block.listed = False
            return where.block
        return self._block(where.cell, _HEADINGS.get(kind, 0), listed=kind == "LI", explicit=True)

    def _table(self, element: Element, where: _Where, depth: int) -> None:
        table = self._new_table()
        self._kids(element, where._replace(block=None, table=table), depth + 1)
        table.settle()

    def _new_table(self) -> TagTable:
        self._tables += 1
        return TagTable(self._tables)

    def _cell(self, element: Element, table: TagTable, kind: str) -> TagCell:
        row_span = col_span = 1
        headers: list[str] = []
        for attributes in self._attributes(element):
            row_span = min(max(_whole(attributes.get("/RowSpan"), row_span), 1), _TALLEST)
            col_span = min(max(_whole(attributes.get("/ColSpan"), col_span), 1), _WIDEST)
            headers.extend(str(name) for name in self._listed(attributes.get("/Headers")))
        name = element.get("/ID")
        return table.place(row_span, col_span, headers, header=kind == "TH", name=None if name is None else str(name))

    def _is_struck(self, element: Element) -> bool:
        return any(found.get("/TextDecorationType") == "/LineThrough" for found in self._attributes(element))

    def _attributes(self, element: Element) -> Iterator[Element]:
        for name in self._listed(element.get("/C")):
            yield from map(self._dictionary, self._listed(self._classes.get(str(name))))
        yield from map(self._dictionary, self._listed(element.get("/A")))


def _json(value: pikepdf.Object) -> Any:
    return _DECODE(value.to_json(dereference=True).decode())[0]


def _reference(value: pikepdf.Object) -> str:
    number, generation = value.objgen
    return f"{number} {generation} R"


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise
