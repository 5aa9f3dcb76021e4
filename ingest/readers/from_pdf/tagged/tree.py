"""The structure tree of a tagged PDF, over the whole document: which marked content is which paragraph or cell.

ISO 32000-1, 14.7 and 14.8. pdfium's own tree ends at each page; this one does not, so a row cut by a page is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

from ingest.readers.from_pdf.ink import APART
from ingest.readers.from_pdf.tagged.groups import in_order
from ingest.readers.from_pdf.tagged.layouts import Layouts
from ingest.readers.from_pdf.tagged.objects import Objects, Values, words
from ingest.readers.from_pdf.tagged.pictured import is_said
from ingest.readers.from_pdf.tagged.roles import Roles
from ingest.readers.from_pdf.tagged.settling import settle
from ingest.readers.from_pdf.tagged.tags import Instead, Marks, TagBlock, TagCell, TagTable

_MOST = 2_000_000
_DEEPEST = 150
_WIDEST, _TALLEST = 100, 2_000
_MOST_COVERED = 1_000_000
"""How many places the cells of all tables may cover beyond one each, before no span is believed any more."""
_MOST_SAID, _MOST_HEADINGS = 100, 500_000
"""How many attributes of an element are looked at, how many of the headings that one names, and how many of all."""
_NONE = -1
"""The number of what is in no marked content: no tag is of that."""
_INLINE = {"Span", "Link", "Em", "Strong", "NonStruct", "Reference", "Quote", "Code", "Annot", "Sub", "Lbl", "LBody"}
_CONTAINERS = {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "L", "TOC", "Textbox", "Table"}
_GROUPS = {"THead", "TBody", "TFoot", "TR"}
_PARTS = _GROUPS | {"TD", "TH"}
_MENTIONS = {"Reference", "Link"}
_TOLD_OTHERWISE = _MENTIONS | {"Artifact"}
_NOTES = {"Note", "FENote"}
_PICTURES = {"Figure", "Formula"}
_HEADINGS = {"Title": 1, "H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}


class _Where(NamedTuple):
    """What surrounds an element: its page, the block and cell it is in, the table whose rows are open, whether it is
    struck out, what is to be read in its place, and whether it is part of a table that only lays out a page, or of a
    note."""

    page: int | None = None
    block: TagBlock | None = None
    cell: TagCell | None = None
    table: TagTable | None = None
    struck: bool = False
    instead: Instead | None = None
    dissolved: bool = False
    note: bool = False


def marks(data: bytes) -> Marks:
    """What every marked content of the document is; empty where the file has no tags or they cannot be followed."""
    try:
        with ExitStack() as opened:
            objects = Objects(data, opened)
            found = _Walk(objects).marks()
            return _Walk(Objects(data, opened, by_qpdf=True)).marks() if objects.misled else found
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


class _Walk:
    """One walk through a document's tree, in reading order."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._root = objects.tree()
        self._kind = Roles(objects, self._root.get("/RoleMap")).kind
        self._classes = objects.values(self._root.get("/ClassMap"))
        self._layouts = Layouts(objects, self._kind)
        self._found: Marks = {}
        self._left = _MOST
        self._headings_left = _MOST_HEADINGS
        self._seen: set[str] = set()
        self._blocks = 0
        self._covered = 0
        self._last: TagTable | None = None

    def marks(self) -> Marks:
        """The marked contents of every page."""
        self._kids(self._root, _Where(), 0)
        for here in self._found.values():
            here.pop(_NONE, None)
        return self._found

    def _kids(self, element: Values, where: _Where, depth: int) -> None:
        """What stands in an element; rows that stand in no table make one with those beside them."""
        kids = self._listed(element.get("/K")) if depth <= _DEEPEST else []
        if kids and set(map(type, kids)) == {int}:
            self._mark(where, where.page, kids)
            return
        lost: TagTable | None = None
        beneath: list[TagTable] = []
        for kid in kids:
            if type(kid) is int:
                where = self._mark(where, where.page, [kid])
                continue
            whole = self._new(kid)
            if "/MCID" in whole:
                page = self._page(whole, where.page)
                where = self._mark(where, page, [self._number(whole, page)])
            elif "/S" in whole:
                kind = self._kind(whole)
                if where.table is None and not where.dissolved and kind in _GROUPS:
                    lost = lost or self._new_table()
                    self._element(whole, kind, where._replace(table=lost, block=None), depth)
                    continue
                where = self._beside(where, kind)
                made = self._element(whole, kind, where, depth)
                if lost is not None:
                    beneath.append(lost)
                if beneath and (lost is not None or made is None or len(made.rows) != 1):
                    settle(beneath)
                    lost, beneath = None, []
                if made is not None:
                    beneath.append(made)
        if lost is not None:
            beneath.append(lost)
        if beneath:
            settle(beneath)

    def _listed(self, value: Any) -> list[Any]:
        """What stands in an element, as far as so much may still be looked at."""
        whole = self._objects.fetched(value)
        kids = whole if isinstance(whole, list) else [] if value is None else [value]
        left, self._left = self._left, self._left - len(kids)
        return kids if len(kids) <= left else kids[: max(left, 0)]

    def _new(self, kid: Any) -> Values:
        """A kid that was not met before; an empty one otherwise."""
        if type(kid) is str:
            if kid in self._seen:
                return {}
            self._seen.add(kid)
        return self._objects.values(kid)

    def _beside(self, where: _Where, kind: str) -> _Where:
        """Where an element stands: pieces of a line that stand in a cell directly are one paragraph of it."""
        if where.cell is None:
            return where
        if kind in _INLINE:
            return where if where.block is not None else where._replace(block=self._block(where))
        return where if where.block is None or where.block.explicit else where._replace(block=None)

    def _page(self, element: Values, otherwise: int | None) -> int | None:
        page = element.get("/Pg")
        return self._objects.pages.get(page, otherwise) if page is not None else otherwise

    def _number(self, content: Values, page: int | None) -> int:
        """The number of a marked content among those of its page and of the forms drawn on it."""
        form, number = content.get("/Stm"), self._objects.fetched(content["/MCID"])
        if type(number) is not int:
            return _NONE
        if form is None or page is None:
            return number
        place = self._objects.forms(page).get(str(form))
        if place is not None:
            return number + APART * place
        return number if self._objects.fetched(form) is None else _NONE

    def _mark(self, where: _Where, page: int | None, numbers: Sequence[int]) -> _Where:
        """Note marked contents; outside of any paragraph they make one of their own with those beside them."""
        block = where.block
        if block is None:
            block = self._block(where)
            where = where._replace(block=block)
        if page is not None:
            here = self._found.setdefault(page, {})
            for number in numbers:
                here.setdefault(number, block)
            if where.struck:
                block.struck = block.struck or set()
                block.struck.update((page, number) for number in numbers)
            if where.instead is not None:
                block.instead.update(((page, number), where.instead) for number in numbers)
                where.instead.pages.add(page)
            if where.cell is not None:
                where.cell.filled = True
                where.cell.table.seen_on(page)
            elif block.page != page:
                block.page, block.spread = page, block.page > 0
        return where

    def _block(self, where: _Where, level: int = 0, *, listed: bool = False, explicit: bool = False) -> TagBlock:
        self._blocks += 1
        return TagBlock(self._blocks, level, where.cell, listed, explicit, note=where.note)

    def _element(self, element: Values, kind: str, where: _Where, depth: int) -> TagTable | None:
        """Follow an element; a table that it makes is given back, to be settled with those beside it."""
        page, block, cell, table, struck, instead, dissolved, note = where
        page = self._page(element, page)
        if "/ActualText" in element or kind in _TOLD_OTHERWISE:
            instead = instead or self._instead(element, kind)
        if kind in _INLINE:
            struck = struck or self._is_struck(element)
        elif dissolved and kind in _PARTS:
            block, struck, dissolved = None, False, kind in _GROUPS
        elif kind == "Table" and cell is None:
            return self._table(element, _Where(page, instead=instead), depth)
        elif kind == "TR" and table is not None and cell is None:
            table.rows.append([])
            block, struck = None, False
        elif kind in ("TD", "TH") and table is not None and cell is None:
            block, cell, struck = None, self._cell(element, table, kind), False
        elif kind in _CONTAINERS or kind in _GROUPS:
            block, struck = None, False
            if kind == "Table" and cell is not None:
                cell.nesting = True
        elif kind in _NOTES:
            block, struck, note = self._paragraph(kind, where._replace(note=True)), False, True
        else:
            block, struck = self._paragraph(kind, where), False
            if kind in _PICTURES and cell is not None and "/Alt" in element:
                self._say(words(self._objects.fetched(element["/Alt"])), cell)
        self._kids(element, _Where(page, block, cell, table, struck, instead, dissolved, note), depth + 1)
        return None

    def _instead(self, element: Values, kind: str) -> Instead | None:
        """What is to be read in place of what the page shows of an element, if anything."""
        said = self._objects.fetched(element.get("/ActualText"))
        if said is not None and kind not in _CONTAINERS | _GROUPS:
            return Instead(words(said))
        if kind in _MENTIONS:
            return Instead(None)
        return Instead("", artefact=True) if kind == "Artifact" else None

    def _say(self, said: str, cell: TagCell) -> None:
        """Note what is said of a picture in a cell."""
        if is_said(said):
            pictures = cell.table.pictures
            pictures[cell] = f"{pictures[cell]} {said}" if cell in pictures else said

    def _paragraph(self, kind: str, where: _Where) -> TagBlock:
        """A new block; the first paragraph of a list item stays with its label."""
        if where.block is not None and where.block.listed:
            where.block.listed = False
            return where.block
        block = self._block(where, _HEADINGS.get(kind, 0), listed=kind == "LI", explicit=True)
        block.drawn = kind in _PICTURES and where.cell is None
        return block

    def _table(self, element: Values, where: _Where, depth: int) -> TagTable | None:
        if self._layouts.lays_out(element):
            self._kids(element, where._replace(dissolved=True), depth + 1)
            return None
        table = self._new_table()
        self._kids(in_order(element, self._objects, self._kind), where._replace(table=table), depth + 1)
        return table

    def _new_table(self) -> TagTable:
        self._last = TagTable(1 if self._last is None else self._last.number + 1, self._last)
        return self._last

    def _cell(self, element: Values, table: TagTable, kind: str) -> TagCell:
        row_span = col_span = 1
        headers: list[str] = []
        for said in self._attributes(element):
            if "/RowSpan" in said:
                row_span = min(max(_whole(said["/RowSpan"], row_span), 1), _TALLEST)
            if "/ColSpan" in said:
                col_span = min(max(_whole(said["/ColSpan"], col_span), 1), _WIDEST)
            if "/Headers" in said:
                headers += self._headings(said["/Headers"])
        self._covered += row_span * col_span - 1
        if self._covered > _MOST_COVERED:
            row_span = col_span = 1
        name = element.get("/ID")
        return table.place(row_span, col_span, headers, header=kind == "TH", name=None if name is None else str(name))

    def _headings(self, value: Any) -> list[str]:
        """The headings that a cell names, as far as so many may still be looked at."""
        names = self._objects.members(value) if self._headings_left > 0 else []
        self._headings_left -= len(names)
        return [str(name) for name in names[:_MOST_SAID]]

    def _is_struck(self, element: Values) -> bool:
        return any(found.get("/TextDecorationType") == "/LineThrough" for found in self._attributes(element))

    def _attributes(self, element: Values) -> list[Values]:
        """What an element says beyond its kind: by the classes it names, then itself."""
        objects = self._objects
        names, own = element.get("/C"), element.get("/A")
        held: list[Any] = []
        if names is not None:
            for name in objects.members(names)[:_MOST_SAID]:
                held += objects.members(self._classes.get(str(name)))[:_MOST_SAID]
        if own is not None:
            held += objects.members(own)[:_MOST_SAID]
        return [objects.values(value) for value in held[-_MOST_SAID:]]


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise
