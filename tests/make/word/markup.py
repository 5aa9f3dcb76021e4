"""Small pieces of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row
from lxml.etree import _Element

Element = _Element


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element in Word's namespace: `element("shd", fill="FF0000")` is `<w:shd w:fill="FF0000"/>`."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def shade(cell: _Cell, fill: str) -> None:
    """Colour the cell behind its text; `fill` is RRGGBB."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=fill))


def wrap(inner: Element, outer: Element) -> None:
    """Put `outer` where `inner` stands, and `inner` at the end of it."""
    inner.addprevious(outer)
    outer.append(inner)


def new_row(table: Table) -> _Row:
    """Add an empty row at the table's foot."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row
