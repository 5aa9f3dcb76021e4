"""Colours of cells by their nearest hue, as status colours: blue, green, amber, red, grey, white."""

from __future__ import annotations

import colorsys
import re

_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_PALEST = {"blue": 0.2, "green": 0.1, "amber": 0.12, "red": 0.12}
"""Least saturation at which a tint still means its hue; pale blue is the usual decoration of tables."""

_GREY = 0.1


def hue_of(colour: str) -> str:
    """The hue of an RRGGBB colour, "" where it is none of the status colours (black, purple, a faint tint)."""
    if not _RGB.fullmatch(colour):
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GREY:
        return "white" if value > 0.93 else "grey" if value > 0.3 else ""
    name = _named(hue * 360)
    return name if value > 0.25 and saturation >= _PALEST.get(name, 1) else ""


def _named(degrees: float) -> str:
    if degrees < 15 or degrees >= 340:
        return "red"
    if degrees < 66:
        return "amber"
    if degrees < 170:
        return "green"
    return "blue" if degrees < 260 else ""


def distance(one: str, other: str) -> float:
    """How far two RRGGBB colours lie apart, 0 to 1, in red, green and blue."""
    parts = [(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) / 255 for at in (0, 2, 4)]
    return float((sum(part * part for part in parts) / 3) ** 0.5)


def is_colour(text: str) -> bool:
    """Whether a text is an RRGGBB colour."""
    return bool(_RGB.fullmatch(text))
