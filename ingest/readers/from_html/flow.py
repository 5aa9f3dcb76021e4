"""The text of a page in its order: paragraphs with their marks and levels, and tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.model import Paragraph
from ingest.numerals import numeral
from ingest.readers.from_html.style import style_of
from ingest.text import BULLETS, clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset((
    "script", "style", "noscript", "template", "head", "title", "object", "embed", "iframe", "svg", "math",
    "audio", "video", "canvas", "map", "datalist",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul",
))  # fmt: skip
_STRUCK = frozenset(("s", "strike", "del"))
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WORD_BULLETS = f"{BULLETS}§oØüq"


@dataclass(slots=True)
class Flow:
    """Gathers what stands in a body or a cell: paragraphs, and the `table` elements between them."""

    items: list[Paragraph | _Element] = field(default_factory=list)
    colours: set[str] = field(default_factory=set)
    _pieces: list[str] = field(default_factory=list)
    _struck: set[bool] = field(default_factory=set)
    _links: list[str] = field(default_factory=list)
    _numbers: dict[_Element, int] = field(default_factory=dict)
    _mark: str = ""
    _level: int = 0

    def take(self, element: _Element, colour: str = "", *, struck: bool = False, kept: bool = False) -> None:
        """Walk an element; `colour` and `struck` are what it inherits, `kept` is true where white space counts."""
        tag = str(element.tag)
        style = style_of(element)
        if tag in _UNREAD or style.hidden:
            return
        if tag == "table":
            self.close()
            self.items.append(element)
            return
        block = tag in _BLOCKS
        if block:
            self._open(element, tag)
        if style.mark:
            self._mark = _word_mark(element)
            return
        colour, struck, kept = style.colour or colour, struck or style.struck or tag in _STRUCK, kept or tag == "pre"
        self._say(_shown(element, tag), colour, struck=struck, kept=kept)
        for child in element:
            self.take(child, colour, struck=struck, kept=kept)
            self._say(child.tail or "", colour, struck=struck, kept=kept)
        if tag == "a" and (address := element.get("href", "")).startswith(("http", "mailto:")):
            self._links.append(address)
        if block:
            self.close()

    def close(self) -> None:
        """End the paragraph that is open."""
        text = clean("".join(self._pieces))
        if text:
            struck = self._struck == {True}
            self.items.append(Paragraph(text, self._mark, self._level, struck, tuple(dict.fromkeys(self._links))))
        if text:
            self._mark = ""
        self._level = 0
        self._pieces, self._struck, self._links = [], set(), []

    def _open(self, element: _Element, tag: str) -> None:
        self.close()
        heading = _HEADING.fullmatch(tag)
        if heading:
            self._level = int(heading.group(1))
        elif tag == "li":
            self._mark = self._list_mark(element)

    def _list_mark(self, element: _Element) -> str:
        """The number or bullet of a list item (HTML Living Standard, 4.4.8)."""
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return "•"
        value = _number(element, "value")
        if value is None:
            last = self._numbers.get(parent)
            value = last + 1 if last is not None else _number(parent, "start") or 1
        self._numbers[parent] = value
        return f"{numeral(value, _NUMBERS.get(parent.get('type', '1'), 'decimal'))}."

    def _say(self, text: str, colour: str, *, struck: bool, kept: bool) -> None:
        if text:
            self._pieces.append(text if kept else text if text == "\n" else _SPACE.sub(" ", text))
            if text.strip():
                self._struck.add(struck)
                self.colours.add(colour)


def _shown(element: _Element, tag: str) -> str:
    """The text an element begins with: its own, or what a line break or a form field shows."""
    shows = _SHOWS.get(tag)
    return shows(element) if shows else element.text or ""


def _field(element: _Element) -> str:
    if element.get("type", "text") in ("checkbox", "radio"):
        return "☒" if element.get("checked") is not None else "☐"
    return element.get("value", "") if element.get("type", "text") == "text" else ""


def _option(element: _Element) -> str:
    return (element.text or "") if element.get("selected") is not None else ""


_SHOWS: dict[str, Callable[[_Element], str]] = {"br": lambda element: "\n", "input": _field, "option": _option}


def _word_mark(element: _Element) -> str:
    text = clean("".join(map(str, element.itertext())))
    return "•" if text in _WORD_BULLETS else text


def _number(element: _Element, name: str) -> int | None:
    value = element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 7 else None
