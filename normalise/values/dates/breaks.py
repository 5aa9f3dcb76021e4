"""Line breaks inside a date, where a narrow column ended: a day over its month, a season over its term."""

from __future__ import annotations

import re

from normalise.values.dates.words import MONTH_STARTS

_DAYS = "mon|tue|wed|thu|fri|sat|sun"
_SPACE = r"[^\S\n]+"
_DASHES = "-‐‑‒–—−－"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_BROKEN = re.compile(
    rf"""(?:(?<![^\W_])(?:{_DAYS})[a-z]*,?{_SPACE}\d{{1,2}}          # Monday 3 | March
          |^(?:(?:by|on|before|from|until|to){_SPACE})?\d{{1,2}}     # 1 | September, alone on its line
          |(?<![^\W_]){_ORDINAL})
        \n(?=(?:{MONTH_STARTS})[a-z]*\b)
       |\b(?:autumn|spring|summer)\n(?=term\b|half\b)
       |\b(?:mid|early|late)[{_DASHES}]\n(?=\w)|(?<=\d)/\n(?=\d)""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


_CUT_YEAR = re.compile(
    r"(?<=\d[/.-])(2(?=\s+0\d\d(?!\d))|20(?=\s+\d\d(?!\d))|202(?=\s+\d(?!\d)))\s+(?=\d+[^\S\n]*(?:$|[\n,;)]))"
)
"""A year of figures that a column's end cut: `31/12/20` over `26`, which would be another year."""


def without_breaks(text: str) -> str:
    """The text with a space for each line break inside a date; none after a hyphen or stroke, or in a year."""
    if not any(map(str.isspace, text)):
        return text
    whole = _CUT_YEAR.sub(r"\1", text)
    return _BROKEN.sub(_joined, whole) if "\n" in whole else whole


def _joined(found: re.Match[str]) -> str:
    part = found[0][:-1]
    return part if part[-1] in f"{_DASHES}/" else f"{part} "
