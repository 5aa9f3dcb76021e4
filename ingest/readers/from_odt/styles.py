"""Styles as far as they carry meaning: colours, text struck out or hidden, and the list a paragraph belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.opendocument import q
from ingest.symbols import is_symbol_font

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE = q("style:style")
_NAME, _PARENT, _FAMILY = q("style:name"), q("style:parent-style-name"), q("style:family")
_TEXT_PROPERTIES = q("style:text-properties")
_BACKGROUND = q("fo:background-color")
_FACE, _FAMILY_NAME = q("style:font-face"), q("svg:font-family")
_BOXES = tuple(q(f"style:{name}-properties") for name in ("table-cell", "table-row", "table", "paragraph"))
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; colours are RRGGBB in capitals, "" where none is set; `font` is a symbol font's name, else ""."""

    hidden: bool = False
    struck: bool = False
    colour: str = ""
    highlight: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A named style: its look laid over its parent's, what is behind its box, its list, its outline level."""

    look: Look = field(default_factory=Look)
    fill: str = ""
    list_style: str = ""


PLAIN = Style()


class Styles:
    """The styles of a document by family and name, worked out when first asked for."""

    def __init__(self, *roots: _Element | None) -> None:
        self._elements = {
            (element.get(_FAMILY, ""), element.get(_NAME, "")): element
            for root in roots
            if root is not None
            for element in root.iter(_STYLE)
        }
        self._known: dict[tuple[str, str], Style] = {}
        self._fonts = {
            face.get(_NAME, ""): face.get(_FAMILY_NAME, "").strip("'")
            for root in roots
            if root is not None
            for face in root.iter(_FACE)
        }

    def of(self, family: str, name: str | None, depth: int = 0) -> Style:
        """The style of this name with all it inherits; one that is not there is plain."""
        key = (family, name or "")
        if key not in self._known:
            element = self._elements.get(key)
            if element is None or depth > _DEEPEST:
                return PLAIN
            self._known[key] = _laid_over(self.of(family, element.get(_PARENT), depth + 1), element, self._fonts)
        return self._known[key]


def laid_over(look: Look, other: Look) -> Look:
    """One look over another: what the second sets holds."""
    return Look(
        look.hidden or other.hidden,
        look.struck or other.struck,
        other.colour or look.colour,
        other.highlight or look.highlight,
        other.font or look.font,
    )


def _laid_over(parent: Style, element: _Element, fonts: Mapping[str, str]) -> Style:
    look, fill = parent.look, parent.fill
    properties = element.find(_TEXT_PROPERTIES)
    if properties is not None:
        look = _look(look, properties, fonts)
    for name in _BOXES:
        box = element.find(name)
        if box is not None:
            fill = _colour(box.get(_BACKGROUND), fill)
    return Style(look, fill, element.get(q("style:list-style-name")) or parent.list_style)


def _look(look: Look, properties: _Element, fonts: Mapping[str, str]) -> Look:
    struck = properties.get(q("style:text-line-through-style")) or properties.get(q("style:text-line-through-type"))
    if struck:
        look = replace(look, struck=struck != "none")
    display = properties.get(q("text:display"))
    if display:
        look = replace(look, hidden=display == "none")
    name = properties.get(q("style:font-name"), properties.get(q("fo:font-family"), "")).strip("'")
    font = fonts.get(name) or name  # a font may be declared more than once, as Wingdings and Wingdings1
    if font:
        look = replace(look, font=font if is_symbol_font(font) else "")
    colour = "" if properties.get(q("style:use-window-font-color")) == "true" else look.colour
    return replace(
        look,
        colour=_colour(properties.get(q("fo:color")), colour),
        highlight=_colour(properties.get(_BACKGROUND), look.highlight),
    )


def _colour(value: str | None, otherwise: str) -> str:
    if value is None:
        return otherwise
    found = _COLOUR.fullmatch(value)
    return found.group(1).upper() if found else ""
