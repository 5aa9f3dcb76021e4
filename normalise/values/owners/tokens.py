"""A cell as words and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalise.values.owners.faces import face_of
from normalise.values.owners.lexicon import is_word, kind_of
from normalise.values.owners.names import Names

_TOKEN = re.compile(
    r"(?P<dash>(?<=\s)[-–—]+|[–—]+|(?<=\S)-(?=\s))"
    r"|(?P<letters>\b[A-Z]{1,3}o?[A-Z]?(?:&[A-Z]+)+s?\b)"
    r"|(?P<mark>[/\\|,;:()\[\]+&\n•])"
    r"|(?P<word>[^\s/\\|,;:()\[\]+&•–—]+)"
)
_SEPARATORS = {sign: sign for sign in "/,;:()&"} | {
    "\\": "/",
    "|": ";",
    "[": "(",
    "]": ")",
    "+": "&",
    "\n": "n",
    "•": ";",
}
_RANK = " )n,&-:(/;"
"""Gaps by how much they part; of several in a row the one that parts most holds."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, its kind (see lexicon) and face (see faces), the gap before it, and where it stands in the cell.

    Gaps: " " nothing, ")" the end of a bracket, "n" line break, "," "&" (and) "-" dash ":" "(" "/" ";". `bracket`
    counts the open brackets about it.
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
    gap, depth = ";", 0
    shouted = cell.isupper() and len(cell.split()) > 1
    for match in _TOKEN.finditer(cell):
        word = match["word"] or match["letters"] or ""
        sign = _sign(match["dash"], match["mark"], word)
        depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
        if sign:
            gap = max(gap, sign, key=_RANK.index)
        elif any(c.isalnum() for c in word):
            word = _without_stop(word)
            seen = _unshouted(word) if shouted else word
            kind = kinds.get(word.lower()) or kind_of(seen)
            face = "X" if word in names.initials else face_of(seen)
            found.append(Token(word, kind, face, gap, match.start(), match.start() + len(word), depth))
            gap = " "
    return tuple(found)


def _sign(dash: str | None, mark: str | None, word: str) -> str:
    if dash:
        return "-"
    return "&" if word.lower() == "and" else _SEPARATORS.get(mark or "", "")


def _without_stop(word: str) -> str:
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def _unshouted(word: str) -> str:
    """A word of a cell all in capitals as it is written elsewhere, where it is a word and no abbreviation."""
    return word.capitalize() if len(word) > 5 or (len(word) > 3 and is_word(word.lower())) else word
