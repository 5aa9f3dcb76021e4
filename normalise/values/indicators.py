"""Indicators named in a cell: UK national indicators, outcomes frameworks, KPIs, and the like."""

from __future__ import annotations

import re

from normalise.values.folding import fold

_SERIES = (
    "LAA NI",
    "NI",
    "KPI",
    "PHOF",
    "ASCOF",
    "SDG",
    "BVPI",
    "BV",
    "LPI",
    "LI",
    "PI",
    "PAF",
    "VS",
    "CPI",
    "SPI",
    "NHSOF",
    "ICOF",
    "PSA",
    "LAA",
    "CI",
    "SI",
)
_DIGITS = r"[0-9]+(?:\.[0-9]+)*[a-z]?(?:\([a-z]+\))?(?![\w%])"
_NAMED = re.compile(rf"(?<![\w])({'|'.join(s.lower() for s in _SERIES)})s?\s*(?:no\.?|number)?\s*[:\-]?\s*({_DIGITS})")
_MORE = re.compile(rf"\s*(?:,|;|/|&|\+|\band\b|,\s*and\b|\n)\s*({_DIGITS})")


def read_indicators(text: str) -> tuple[str, ...]:
    """The indicators a text names, in order, each once, as series and number: NI 116, KPI 4.2, SDG 11.

    A bare number after one, parted from it by a comma, a stroke or `and`, belongs to the same series.
    """
    folded = fold(text)
    found: dict[str, None] = {}
    for match in _NAMED.finditer(folded):
        series = match.group(1).upper()
        found[f"{series} {match.group(2)}"] = None
        more = _MORE.match(folded, match.end())
        while more:
            found[f"{series} {more.group(1)}"] = None
            more = _MORE.match(folded, more.end())
    return tuple(found)
