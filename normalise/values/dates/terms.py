"""When a school's spring term ends: in April, or in March where the plan says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalise.values.folding import fold

_MARCH = 3
_APRIL = 4
_SAID = re.compile(
    r"\bspring(?: terms?)?(?: 20[0-9]{2})?\b[^.\n]{0,40}?"
    r"(?:\bends?\b|\bfinish(?:es)?\b|\bto\b|\buntil\b|-)[^.\n]{0,20}?\b(?P<month>mar(?:ch)?|apr(?:il)?)\b"
)


def spring_term_ends(texts: Iterable[str]) -> int:
    """The month, 3 or 4, in which the spring term ends: by the first text that says so, else April.

    `Spring term: January to March`, `The spring term ends on 28 March` say so.
    """
    said = next((match for text in texts if (match := _SAID.search(fold(text)))), None)
    return _MARCH if said and said["month"].startswith("mar") else _APRIL
