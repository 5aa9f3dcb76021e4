"""Indicators named in a cell: UK national indicators, outcomes frameworks, KPIs, and the like."""

from __future__ import annotations

import re

from normalise.values.folding import fold

_SERIES = (
    "NI", "KPI", "PHOF", "ASCOF", "NHSOF", "SDG", "BVPI", "BV", "LPI", "CPI", "SPI", "PAF", "PSA", "LAA", "LI", "PI",
    "VS", "CI", "SI",
)  # fmt: skip
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]+)*[a-z]{0,3}(?:\([a-z]+\))?(?![\w%]|[.,][0-9])"
_LONG = {"sustainable development goal": "SDG", "national indicator": "NI"}
_CODED = r"(?<=kpi )(?!q[0-9]|h[12](?![0-9])|fy|yr?[0-9])[a-z]{1,3}(?=[0-9])|(?<=phof )[a-e](?=[0-9])"
"""Letters before the number, in the series that have them: PHOF C16, KPI HS01."""

_NAMES = "|".join([*map(str.lower, _SERIES), *(r"\s+".join(name.split()) for name in _LONG)])
_NAMED = re.compile(
    rf"(?<!\w)(?P<series>{_NAMES})"
    rf"(?:'?s)?\s*+(?:(?:no\.?|number|indicators?|goals?|targets?)\s*+)?(?:[:-]\s*+)?(?P<number>(?:{_CODED})?{_NUMBER})"
)
_MORE = re.compile(
    rf"(?:\s*+(?:,\s*+and\b|[,;/&+]|\band\b)|[^\S\n]*+\n)\s*+"
    rf"(?P<number>{_NUMBER})(?=\s*(?:$|[-,;/&+.()\n]|and\b))"
)
_RANGE = re.compile(r"\s*+(?:-|to)\s*+([0-9]{1,3})(?![\w%.])")
_LONGEST_RANGE = 20


def read_indicators(text: str) -> tuple[str, ...]:
    """The indicators a text names, in order, each once, as series and number: NI 116, KPI 4.2, SDG 11.

    A bare number after one, parted from it by a comma, a stroke or `and`, belongs to the same series; a range names
    all its numbers.
    """
    folded = fold(text)
    found: dict[str, None] = {}
    for named in _NAMED.finditer(folded):
        series = _LONG.get(" ".join(named.group("series").split()), named.group("series").upper())
        match: re.Match[str] | None = named
        while match:
            number = text[match.start("number") : match.end("number")]
            numbers, end = _ranged(folded, number, match.end())
            found.update(dict.fromkeys(f"{series} {n}" for n in numbers))
            match = _MORE.match(folded, end)
    return tuple(found)


def _ranged(folded: str, number: str, end: int) -> tuple[list[str], int]:
    """All numbers of a range that begins with `number`, and where it ends; else the number alone."""
    upper = _RANGE.match(folded, end) if number.isdecimal() else None
    if upper is None or not 0 < int(upper.group(1)) - int(number) <= _LONGEST_RANGE:
        return [number], end
    return [str(n) for n in range(int(number), int(upper.group(1)) + 1)], upper.end()
