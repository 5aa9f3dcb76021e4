"""Styles, each parsed only when the text names it: the style sheet is often larger than all the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ingest.readers.from_docx.colours import shade_of
from ingest.readers.from_docx.look import PLAIN, Look, dressed
from ingest.readers.from_docx.names import NUM_PR, P_STYLE, PPR, RPR, SHD, VAL, W
from ingest.readers.from_docx.package import Package
from ingest.readers.from_docx.theme import ThemeColours
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPEN = re.compile(rb"<((?:\w+:)?style)\s[^>]*[^/]>")
_ROOT = re.compile(rb"<((?:\w+:)?styles)(?:\s[^>]*)?>")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BASED_ON, _NAME, _OUTLINE = W + "basedOn", W + "name", W + "outlineLvl"
_STYLE_ID, _NUM_ID, _ILVL = W + "styleId", W + "numId", W + "ilvl"
_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style means to its text.

    `number` is the list (numId) and `depth` its level, None if unset; `numbered_as` is the style, this one or one it
    is based on, that put it in the list, as the list's levels name it.
    """

    level: int = 0
    number: str | None = None
    depth: int | None = None
    numbered_as: str = ""
    look: Look = PLAIN
    shade: str = ""

    @property
    def plain(self) -> bool:
        """Whether text in this style is read as if it had none."""
        return not (self.level or self.number or self.shade) and self.look == PLAIN


PLAIN_STYLE = ParagraphStyle()


class Styles:
    """The style sheet of a package, looked into style by style."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.theme = ThemeColours(package)
        self._sheet: bytes | None = None
        self._paragraphs: dict[str, ParagraphStyle] = {"": PLAIN_STYLE}
        self._runs: dict[tuple[Look, str], Look] = {}

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The meaning of a paragraph style with all it is based on."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._resolved(style_id)
        return self._paragraphs[style_id]

    def run(self, look: Look, style_id: str) -> Look:
        """A look with a character style laid over it."""
        key = look, style_id
        if key not in self._runs:
            self._runs[key] = self._dressed(look, self._chain(style_id))
        return self._runs[key]

    def _resolved(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id)
        level, number, depth, numbered_as, shade = 0, None, None, "", ""
        for style in chain:
            level = _level(style, level)
            properties = style.find(PPR)
            if properties is None:
                continue
            numbering, shading = properties.find(NUM_PR), properties.find(SHD)
            if numbering is not None:
                number, depth = _number(numbering, number, depth)
                numbered_as = style.get(_STYLE_ID, "")
            if shading is not None:
                shade = shade_of(shading, self.theme)
        return ParagraphStyle(level, number, depth, numbered_as, self._dressed(PLAIN, chain), shade)

    def _dressed(self, look: Look, chain: list[_Element]) -> Look:
        for style in chain:
            properties = style.find(RPR)
            if properties is not None:
                look = dressed(look, properties, self.theme)
        return look

    def _chain(self, style_id: str) -> list[_Element]:
        """The style and those it is based on, the most general first."""
        chain: list[_Element] = []
        while style_id and len(chain) < _CHAIN:
            style = self._parsed(style_id)
            if style is None:
                break
            chain.insert(0, style)
            base = style.find(_BASED_ON)
            style_id = "" if base is None else base.get(VAL, "")
        return chain

    def _parsed(self, style_id: str) -> _Element | None:
        """One style, parsed alone: cut out of the sheet and put under the root's start tag with its namespaces."""
        sheet = self._opened()
        name = escape(style_id, {'"': "&quot;"}).encode()
        at = max(sheet.find(b"styleId=" + quote + name + quote) for quote in (b'"', b"'"))
        start = sheet.rfind(b"<", 0, max(at, 0))
        tag = _OPEN.match(sheet, start) if start >= 0 else None
        root = _ROOT.search(sheet)
        if tag is None or root is None:
            return None
        close = b"</" + tag.group(1) + b">"
        end = sheet.find(close, at)
        alone = root.group() + sheet[start:end] + close + b"</" + root.group(1) + b">"
        styles = parse_xml(alone, self._package.limits, "styles.xml")
        return styles[0] if len(styles) else None

    def _opened(self) -> bytes:
        if self._sheet is None:
            self._sheet = _utf8(self._package.text_of(self._package.related("styles")) or b"")
        return self._sheet


def _utf8(sheet: bytes) -> bytes:
    return sheet.decode("utf-16", "replace").encode() if sheet[:2] in (b"\xff\xfe", b"\xfe\xff") else sheet


def _level(style: _Element, inherited: int) -> int:
    """The heading level a style sets: by its outline level, else by its built-in name, which is always English."""
    outline = style.find(f"{PPR}/{_OUTLINE}")
    if outline is not None:
        value = outline.get(VAL, "")
        return int(value) + 1 if value.isdigit() and int(value) < 9 else 0
    name = style.find(_NAME)
    text = "" if name is None else name.get(VAL, "")
    heading = _HEADING.fullmatch(text)
    if heading:
        return int(heading.group(1))
    return 1 if text.lower() == "title" else inherited


def _number(numbering: _Element, number: str | None, depth: int | None) -> tuple[str | None, int | None]:
    for element in numbering:
        value = element.get(VAL, "")
        if element.tag == _NUM_ID:
            number = value
        elif element.tag == _ILVL and value.isdigit():
            depth = int(value)
    return number, depth


def list_of(properties: _Element, style: ParagraphStyle) -> tuple[str, int | None]:
    """The list a paragraph belongs to (its numId, "" for none) and its level in it, None where the style decides."""
    numbering = properties.find(NUM_PR)
    number, depth = style.number, style.depth
    if numbering is not None:
        own, own_depth = _number(numbering, None, None)
        number, depth = (number, own_depth) if own is None else (own, own_depth or 0)
    return ("" if number in (None, "0") else number or "", depth)


def style_id_of(properties: _Element) -> str:
    """The id of a paragraph's style, "" where it names none."""
    element = properties.find(P_STYLE)
    return "" if element is None else element.get(VAL, "")
