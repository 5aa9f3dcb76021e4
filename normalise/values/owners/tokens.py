"""A cell as words and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalise.values.owners.faces import face_of
from normalise.values.owners.lexicon import kind_of
from normalise.values.owners.names import Names

_TOKEN = re.compile(
    r"(?P<dash>(?<=\s)[-–—]+|[–—]+|(?<=\S)-(?=\s))|(?P<letters>\b[A-Z]{1,3}o?[A-Z]?(?:&[A-Z]+)+s?\b)|(?P<mark>[/\\|,;:()\[\]+&\n•])|(?P<word>[^\s/\\|,;:()\[\]+&•–—]+)"
)
_SEPARATORS = {
    "/": "/", "\\": "/", "|": ";", ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "+": "&", "&": "&",
    "\n": "n", "•": ";",
}  # fmt: skip
_RANK = " )n,&-:(/;"
"""Gaps by how much they part; of several in a row the one that parts most holds."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, its kind (see lexicon) and face (see faces), the gap before it, and where it stands in the cell.

    Gaps: " " nothing, ")" the end of a bracket, "n" line break, "," "&" (and) "-" dash ":" "(" "/" ";". `bracket` counts
    the open brackets about it.
    """

    text: str
    kind: str
    face: str
    gap: str
    start: int
    end: int
    bracket: int = 0


def tokens_of(cell: str, names: Names) -> tuple[Token, ...]:
    """The words of a cell in order, each with its kind in this document."""
    kinds = dict(names.kinds)
    found: list[Token] = []
    gap = ";"
    depth = 0
    for match in _TOKEN.finditer(cell):
        word = match["word"] or match["letters"] or ""
        sign = _sign(match["dash"], match["mark"], word)
        depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
        if sign:
            gap = max(gap, sign, key=_RANK.index)
        elif any(c.isalnum() for c in word):
            found.append(
                replace(_token(_without_stop(word), match.start(), kinds, names.initials), gap=gap, bracket=depth)
            )
            gap = " "
    return tuple(found)


def _sign(dash: str | None, mark: str | None, word: str) -> str:
    if dash:
        return "-"
    return "&" if word.lower() == "and" else _SEPARATORS.get(mark or "", "")


def _without_stop(word: str) -> str:
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def _token(word: str, start: int, kinds: dict[str, str], initials: frozenset[str]) -> Token:
    kind = kinds.get(word.lower()) or kind_of(word)
    return Token(word, kind, "X" if word in initials else face_of(word), " ", start, start + len(word))
