"""Content controls round a cell, its text or a whole row."""

from __future__ import annotations

from docx.table import _Cell, _Row

from tests.make.word.markup import Element, element, wrap

_PROMPTS = {
    "date": "Click or tap to enter a date.",
    "list": "Choose an item.",
    "text": "Click or tap here to enter text.",
}


def control_cell(cell: _Cell, kind: str, text: str, prompted: bool) -> None:
    """Write the text inside a control: round the "cell" itself, or a "text", "list" or "date" control round its run.

    An empty text shows the control's prompt, as a form does before it is filled in, when the row is `prompted`.
    """
    empty = not text and prompted
    run = cell.paragraphs[0].add_run(_PROMPTS[kind] if empty else text)._r
    wrapped = cell._tc if kind == "cell" else run
    content = element("sdtContent")
    wrap(wrapped, element("sdt", _properties(kind, text, empty), content))
    content.append(wrapped)


def control_row(row: _Row) -> None:
    """Put the whole row in a control, as a repeating section does."""
    content = element("sdtContent")
    wrap(row._tr, element("sdt", element("sdtPr", element("id", val="7")), content))
    content.append(row._tr)


def _properties(kind: str, text: str, empty: bool) -> Element:
    made = element("sdtPr")
    if empty:
        made.append(element("showingPlcHdr"))
    if kind == "date":
        made.append(element("date", element("dateFormat", val="d MMMM yyyy")))
    if kind == "list":
        made.append(element("dropDownList", element("listItem", displayText=text, value=text)))
    if kind == "text":
        made.append(element("text"))
    return made
