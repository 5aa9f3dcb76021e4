"""Numbers as a spreadsheet shows them by their number format (ECMA-376 18.8.30, 18.8.31)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from ingest.readers.from_xlsx.date_formats import is_date_format, shown_date

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy hh:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that have a number only; 14 and 22, which follow the machine's country, as Britain writes them."""

_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([0#?.,%]+)|(E[+-]0+)|(.)', re.S)
_PIECE = re.compile(r'"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\\[]+|.', re.S)
_LONGEST = 255
_LARGEST = 1e15


def shown_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """A number or date as this format shows it; one too unusual for its format is shown plainly."""
    sections = _sections(code[:_LONGEST])
    section = sections[0]
    if len(sections) > 1 and (value < 0 or (value == 0 and len(sections) > 2)):
        section = sections[1 if value < 0 else 2]
        value = abs(value)
    if is_date_format(section):
        return shown_date(value, section, since_1904=since_1904)
    if section.strip().casefold() in ("general", "@") or not code or not abs(value) < _LARGEST:
        return plain_number(value)
    return _filled(value, section)


def plain_number(value: float) -> str:
    """A number without a format: whole ones without a point, others to ten digits."""
    whole = abs(value) < _LARGEST and value == int(value)
    return str(int(value)) if whole else f"{value:.10g}"


@lru_cache(256)
def _sections(code: str) -> tuple[str, ...]:
    """The parts of a format for positive, negative and zero numbers, parted by semicolons outside quotation marks."""
    parts = [""]
    for piece in _PIECE.findall(code):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return tuple(parts)


def _filled(value: float, section: str) -> str:
    """The section with its digit places filled."""
    tokens = list(_TOKEN.finditer(section))
    digits = "".join(token.group(4) or "" for token in tokens)
    if not digits.strip(",.%") or "/" in section:
        return plain_number(value) if "/" in section else _literal(tokens)
    if any(token.group(5) for token in tokens):
        return f"{value:.{len(digits.partition('.')[2])}E}"
    number = _number(value, digits)
    written, placed = "", False
    for token in tokens:
        if token.group(4):
            percent = "%" if "%" in token.group(4) else ""
            written += ("" if placed else number) + percent
            placed = True
        else:
            written += token.group(1) or token.group(2) or token.group(3) or token.group(6) or ""
    return f"-{written}" if value < 0 and number.strip("0,.") else written


def _literal(tokens: list[re.Match[str]]) -> str:
    return "".join(t.group(1) or t.group(2) or t.group(3) or t.group(4) or t.group(6) or "" for t in tokens)


def _number(value: float, digits: str) -> str:
    scaled = Decimal(repr(abs(value))) * 100 ** digits.count("%")
    places = digits.replace("%", "")
    whole, _, fraction = places.partition(".")
    scaled /= 1000 ** (len(whole) - len(whole.rstrip(",")))
    least = fraction.count("0")
    rounded = scaled.quantize(Decimal(1).scaleb(-len(fraction.replace(",", ""))), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    before, _, after = text.partition(".")
    after = after[:least] + after[least:].rstrip("0")
    before = before.zfill(whole.count("0")) if "," not in before else before
    if before == "0" and "0" not in whole:
        before = ""
    return f"{before}.{after}" if after else before
