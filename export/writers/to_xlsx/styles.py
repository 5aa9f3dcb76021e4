"""How cells look: in a workbook for work, and in one for the public."""

from __future__ import annotations

Style = dict[str, object]

ACCENT = "#1F4E79"
_TOP: Style = {"valign": "top"}
_WRAPPED: Style = {"text_wrap": True, "valign": "top"}
_LINK: Style = {"font_color": "#0B5394", "underline": 1}
_HEADING: Style = {"bold": True, "font_size": 14, "valign": "bottom"}

_CELLS: dict[str, Style] = {
    "text": _WRAPPED,
    "number": {"num_format": "#,##0.##", **_TOP},
    "integer": {"num_format": "0", "align": "center", **_TOP},
    "count": {"num_format": "#,##0", "align": "right", "indent": 1, **_TOP},
    "money": {"num_format": "£#,##0", **_TOP},
    "share": {"num_format": "0%", "align": "center", **_TOP},
    "unbroken": _TOP,
    "date": {"num_format": "d mmm yyyy", "align": "left", **_TOP},
    "link": {**_WRAPPED, **_LINK},
    "bold": {**_WRAPPED, "bold": True},
    "note": {**_WRAPPED, "indent": 1},
    "words": _WRAPPED,
    "lead": {"font_size": 12, **_WRAPPED},
}
_WORK: dict[str, Style] = {
    "header": {"bold": True, "text_wrap": True, "valign": "vcenter", "font_color": "white", "bg_color": ACCENT},
    "title": {"bold": True, "font_size": 20, "font_color": ACCENT},
    "subheading": {**_HEADING, "font_color": ACCENT},
    "heading": {**_HEADING, "font_color": ACCENT, "bottom": 1, "bottom_color": ACCENT},
}
_PUBLIC: dict[str, Style] = {
    "header": {"bold": True, "text_wrap": True, "valign": "bottom"},
    "title": {"bold": True, "font_size": 16},
    "heading": _HEADING,
}


def styles_for(*, publication: bool) -> dict[str, Style]:
    """The styles by name; for the public in Arial at 12 points, without fills, lines or ink of any colour but links."""
    if not publication:
        return _CELLS | _WORK
    plain: Style = {"font_name": "Arial", "font_size": 12}
    return {name: plain | style for name, style in (_CELLS | _PUBLIC).items()}
