"""Cell styles of an Excel workbook as far as they carry meaning: number format, fill, text colour, struck out."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ingest.readers.from_xlsx.number_formats import BUILT_IN
from ingest.readers.from_xlsx.xlsx_parts import S

if TYPE_CHECKING:
    from lxml.etree import _Element

T = TypeVar("T")

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_INDEXED = (
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "800000", "008000",
    "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF",
    "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000",
    "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966",
    "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip
"""The palette of indexed colours from 8 on; 0 to 7 repeat its first eight (ECMA-376 18.8.27)."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How cells of one style look; colours are RRGGBB, "" where none is set."""

    number_format: str = "General"
    fill: str = ""
    colour: str = ""
    struck: bool = False


def cell_styles(root: _Element | None, theme: _Element | None) -> list[CellStyle]:
    """The styles that cells name by number, in order."""
    if root is None:
        return []
    colours = _theme(theme)
    formats = BUILT_IN | {
        int(element.get("numFmtId", "0")): element.get("formatCode", "General") for element in root.iter(S + "numFmt")
    }
    fills = [_fill(element, colours) for element in root.findall(f"{S}fills/{S}fill")]
    fonts = [_font(element, colours) for element in root.findall(f"{S}fonts/{S}font")]
    styles = []
    for element in root.findall(f"{S}cellXfs/{S}xf"):
        colour, struck = _at(fonts, element.get("fontId"), ("", False))
        number_format = formats.get(int(element.get("numFmtId", "0")), "General")
        styles.append(CellStyle(number_format, _at(fills, element.get("fillId"), ""), colour, struck))
    return styles


def _at(values: list[T], index: str | None, otherwise: T) -> T:
    return values[int(index)] if index and index.isdecimal() and int(index) < len(values) else otherwise


def _fill(element: _Element, theme: dict[str, str]) -> str:
    pattern = element.find(S + "patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    return _colour(pattern.find(S + "fgColor"), theme) or _colour(pattern.find(S + "bgColor"), theme)


def _font(element: _Element, theme: dict[str, str]) -> tuple[str, bool]:
    strike = element.find(S + "strike")
    struck = strike is not None and strike.get("val", "1") not in ("0", "false")
    return _colour(element.find(S + "color"), theme), struck


def _colour(element: _Element | None, theme: dict[str, str]) -> str:
    """A colour given directly, from the palette or from the theme, lightened or darkened by its tint (18.8.19)."""
    if element is None:
        return ""
    direct = _HEX.fullmatch(element.get("rgb", ""))
    found = direct.group(1).upper() if direct else ""
    if not found and element.get("indexed", "").isdecimal():
        index = int(element.get("indexed", "0"))
        found = _INDEXED[index if index < 8 else index - 8] if index - 8 < len(_INDEXED) else ""
    if not found and element.get("theme", "").isdecimal():
        index = int(element.get("theme", "0"))
        found = theme.get(_THEME_ORDER[index], "") if index < len(_THEME_ORDER) else ""
    return _tinted(found, float(element.get("tint", "0"))) if found else ""


def _tinted(colour: str, tint: float) -> str:
    if not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    rgb = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def _theme(root: _Element | None) -> dict[str, str]:
    scheme = None if root is None else next(root.iter(f"{_A}clrScheme"), None)
    return {
        str(slot.tag).rpartition("}")[2]: slot[0].get("lastClr", slot[0].get("val", "")).upper()
        for slot in (() if scheme is None else scheme)
        if len(slot)
    }
