"""Inline styles and old attributes, as far as they carry meaning: colours, hidden, struck out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]*)")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_LONGEST = 2_000
_NAMED = {
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "grey": "808080", "white": "FFFFFF", "maroon": "800000",
    "red": "FF0000", "purple": "800080", "fuchsia": "FF00FF", "magenta": "FF00FF", "green": "008000", "lime": "00FF00",
    "olive": "808000", "yellow": "FFFF00", "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF",
    "cyan": "00FFFF", "orange": "FFA500", "gold": "FFD700", "lightgreen": "90EE90", "lightblue": "ADD8E6",
    "lightgrey": "D3D3D3", "lightgray": "D3D3D3", "darkgreen": "006400", "darkred": "8B0000", "pink": "FFC0CB",
    "brown": "A52A2A", "lightyellow": "FFFFE0", "tomato": "FF6347", "limegreen": "32CD32",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What an element's own style says; colours are RRGGBB, "" where none is set."""

    fill: str = ""
    colour: str = ""
    hidden: bool = False
    struck: bool = False
    mark: bool = False


_PLAIN = Style()


def style_of(element: _Element) -> Style:
    """The style an element carries on itself; `mark` is true where Word wrote a list's mark as text."""
    written, background = element.get("style", ""), element.get("bgcolor", "")
    if not written and not background and element.get("hidden") is None and element.tag != "font":
        return _PLAIN
    said = {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(written[:_LONGEST])}
    return Style(
        fill=colour(said.get("background-color", "") or said.get("background", "")) or colour(background.lower()),
        colour=colour(said.get("color", "")) or colour(element.get("color", "").lower()),
        hidden=said.get("display") == "none" or said.get("mso-hide") == "all" or element.get("hidden") is not None,
        struck="line-through" in said.get("text-decoration", "") + said.get("text-decoration-line", ""),
        mark="ignore" in said.get("mso-list", ""),
    )


def colour(value: str) -> str:
    """A CSS colour in lower case as RRGGBB, "" for none and for what is no plain colour."""
    found = _HEX.search(value)
    if found:
        digits = found.group(1)
        return (digits if len(digits) == 6 else "".join(d * 2 for d in digits)).upper()
    rgb = _RGB.search(value)
    if rgb:
        return "".join(f"{min(int(part), 255):02X}" for part in rgb.groups())
    return _NAMED.get(value.strip().split(" ")[0] if value.strip() else "", "")
