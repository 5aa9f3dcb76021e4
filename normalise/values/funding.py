"""Where money comes from, in the words of the cell: a fund, a grant, a budget, the body that pays."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from itertools import islice

from ingest.text import squash

_DATA = tomllib.loads((resources.files("normalise") / "data" / "money.toml").read_text(encoding="utf-8"))["funding"]
_UNTIL = r"(?:(?!\s+(?:as|to|for|which|until|if)\b)[^;,.()\n]|\n(?=[A-Z]?[a-z]+\b)){1,60}"
_PAID_BY = re.compile(
    rf"\b(?:funded|paid for|financed|met|supported|resourced) (?:by|from|through|via)\s+(?:the )?(?P<payer>{_UNTIL})"
    rf"|\b(?:funding|grant|money|contribution|sponsorship) from\s+(?:the )?(?P<giver>{_UNTIL})"
    rf"|\bvia (?P<way>{_UNTIL})",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"(?:£[0-9][0-9,.]*[km]?\s*(?:[–—-]\s*)?\(?|\()(?P<codes>[A-Z][A-Za-z]?[A-Z]{1,5}(?:/[A-Z]{2,6})*)(?=\)|\s*$|\s*\n|[;,.])",
    re.MULTILINE,
)
_NAMED = re.compile(rf"\b(?:{'|'.join(_DATA['names'])})\b")
_NOT_A_NAME = r"(?!(?:From|Within|Via|Through|In|The|Existing|Current|Apply|Seek|Secure|Use|Fully|Allocated)\b)"
_FUND = re.compile(
    rf"(?:\b{_NOT_A_NAME}[A-Z][\w&'’-]{{0,40}}+[ \t]++(?:(?:and|of|for|the)[ \t]++)?){{1,6}}"
    r"(?:[Ff]und(?:s|ing)?|[Gg]rants?|[Bb]udgets?|[Pp]remium|[Ll]evy|[Rr]eserves?)\b"
)
_MANY = 20
"""Sources of one kind that a cell may name."""

_NOT_FUNDS = frozenset(_DATA["not_funds"])


def read_funding(text: str) -> str:
    """The sources of money a cell names, in its own words and order, joined with "; "; "" for none."""
    found: list[tuple[int, int, str]] = []
    for pattern in (_PAID_BY, _FUND, _CODES, _NAMED):
        for match in islice(pattern.finditer(text), _MANY):
            group = next((name for name, part in match.groupdict().items() if part), 0)
            begin, end = match.span(group)
            source = squash(match.group(group)).strip(" -–—")
            overlaps = any(begin < other_end and other < end for other, other_end, _ in found)
            if source and source not in _NOT_FUNDS and not overlaps:
                found.append((begin, end, source))
    return "; ".join(dict.fromkeys(source for *_, source in sorted(found)))
