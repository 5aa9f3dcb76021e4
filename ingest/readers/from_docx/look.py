"""How a run of text looks, as far as it carries meaning: hidden, struck out, coloured, highlighted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.from_docx.colours import Theme, highlight_of, shade_of, text_colour
from ingest.readers.from_docx.names import OFF, SHD, VAL, W
from ingest.symbols import is_symbol_font

if TYPE_CHECKING:
    from lxml.etree import _Element

_VANISH, _SPEC_VANISH = W + "vanish", W + "specVanish"
_STRIKES = (W + "strike", W + "dstrike")
_FONTS = W + "rFonts"
_COLOUR, _HIGHLIGHT = W + "color", W + "highlight"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours are RRGGBB, "" where none is set; `highlight` is the marker pen, else the shading behind the text.

    `font` is a symbol font's name, "" for every font of letters.
    """

    hidden: bool = False
    struck: bool = False
    colour: str = ""
    highlight: str = ""
    font: str = ""


PLAIN = Look()


def is_on(element: _Element | None) -> bool:
    """Whether an on/off property is on: present without a value, or with one that does not say off."""
    return element is not None and element.get(VAL, "true").lower() not in OFF


def dressed(look: Look, properties: _Element, theme: Theme) -> Look:
    """A look with what a `w:rPr` sets directly laid over it."""
    for element in properties:
        tag = element.tag
        if tag == _COLOUR:
            look = replace(look, colour=text_colour(element, theme))
        elif tag == _HIGHLIGHT:
            look = replace(look, highlight=highlight_of(element))
        elif tag == SHD:
            look = replace(look, highlight=look.highlight or shade_of(element, theme))
        elif tag == _FONTS:
            look = _in_font(look, element)
        elif tag in _STRIKES:
            look = replace(look, struck=is_on(element))
        elif tag == _VANISH:
            look = replace(look, hidden=is_on(element))
    return look


def _in_font(look: Look, element: _Element) -> Look:
    name = element.get(W + "ascii", element.get(W + "hAnsi", ""))
    if is_symbol_font(name):
        return replace(look, font=name)
    return replace(look, font="") if look.font and name else look
