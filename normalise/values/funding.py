"""Where money comes from, in the words of the cell: a fund, a grant, a budget, the body that pays."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

_DATA = tomllib.loads((resources.files("normalise") / "data" / "money.toml").read_text(encoding="utf-8"))
_STOP = r"(?=[;,.\n()]|\s[–—-]\s|$)"
_PAID_BY = re.compile(
    rf"\b(?:funded|paid for|financed|met|supported|resourced) (?:by|from|through|via)(?: the)? (?P<source>[^\n;,.()]+?){_STOP}"
    rf"|\b(?:funding|grant|money|contribution|sponsorship) from(?: the)? (?P<giver>[^\n;,.()]+?){_STOP}"
    rf"|\bvia (?P<via>[^\n;,.()]+?){_STOP}",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{'|'.join(_DATA['funding']['names'])})\b")
_FUND = re.compile(
    r"(?:\b(?!(?:From|Within|Via|Through|In|The|Existing|Current|Apply|Seek|Secure|Use)\b)[A-Z][\w&'’-]*\s+(?:(?:and|of|for|the)\s+)?){1,6}"
    r"(?:[Ff]und(?:s|ing)?|[Gg]rants?|[Bb]udgets?|[Pp]remium|[Ll]evy|[Rr]eserves?)\b"
)
_CODES = re.compile(
    r"(?:£[0-9][0-9,.]*[km]?\s*(?:[–—-]\s*)?\(?|\()(?P<codes>[A-Z][A-Za-z]?[A-Z]{1,5}(?:/[A-Z]{2,6})*)\b(?=\)|\s*$|\s*\n|[;,.])",
    re.MULTILINE,
)
_NOT_FUNDS = frozenset({"TBC", "TBA", "TBD", "VAT", "NB", "FTE", "WTE", "PA"})


def read_funding(text: str) -> str:
    """The sources of money a cell names, in its own words and order, joined with "; "; "" for none."""
    found: dict[int, str] = {}
    for pattern in (_PAID_BY, _FUND, _NAMED, _CODES):
        for match in pattern.finditer(text):
            source = next((part for part in match.groups() if part), "") or match.group()
            begin = match.start() + match.group().find(source)
            taken = any(at <= begin < at + len(words) for at, words in found.items())
            if source not in _NOT_FUNDS and source not in found.values() and not taken:
                found[begin] = source.strip()
    return "; ".join(found[at] for at in sorted(found))
