"""Colours as Word stores them, given as RRGGBB: direct, shaded by a pattern, or taken from the theme."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.readers.from_docx.names import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

Theme = Callable[[str], str]
"""Gives the RRGGBB of a theme colour's name, "" where the document has no such colour."""

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip


def highlight_of(element: _Element) -> str:
    """The colour of a `w:highlight`, "" for none (ECMA-376 17.18.40)."""
    return _HIGHLIGHTS.get(element.get(VAL, ""), "")


def text_colour(element: _Element, theme: Theme) -> str:
    """The colour of a `w:color`, "" for automatic and for black, which is what text is anyway."""
    colour = _hex(element.get(VAL)) or _themed(element, theme, "themeColor", "themeTint", "themeShade")
    return "" if colour == "000000" else colour


def shade_of(element: _Element, theme: Theme) -> str:
    """The colour a `w:shd` gives, its pattern mixed in as `pct25` says; "" where it sets none (17.3.5)."""
    pattern = element.get(VAL, "clear")
    back = _hex(element.get(W + "fill")) or _themed(element, theme, "themeFill", "themeFillTint", "themeFillShade")
    if pattern in ("clear", "nil"):
        return back if pattern == "clear" else ""
    front = _hex(element.get(W + "color")) or _themed(element, theme, "themeColor", "themeTint", "themeShade")
    if pattern == "solid":
        return front
    share = int(pattern[3:]) / 100 if pattern.startswith("pct") and pattern[3:].isdigit() else 0.5
    return _mixed(front or "000000", back or "FFFFFF", min(share, 1.0))


def _hex(value: str | None) -> str:
    return value.upper() if value and _HEX.fullmatch(value) else ""


def _themed(element: _Element, theme: Theme, name: str, tint: str, shade: str) -> str:
    """A theme colour lightened or darkened in luminance, as Word applies tint and shade (17.3.5, hex of 255)."""
    colour = theme(element.get(W + name, "")) if element.get(W + name) else ""
    for key, towards in ((tint, 1.0), (shade, 0.0)):
        part = element.get(W + key)
        if colour and part and re.fullmatch(r"[0-9A-Fa-f]{1,2}", part):
            colour = _lightened(colour, int(part, 16) / 255, towards)
    return colour


def _lightened(colour: str, kept: float, towards: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    rgb = colorsys.hls_to_rgb(hue, light * kept + towards * (1 - kept), saturation)
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def _mixed(front: str, back: str, share: float) -> str:
    pairs = ((int(front[i : i + 2], 16), int(back[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(f * share + b * (1 - share)):02X}" for f, b in pairs)
