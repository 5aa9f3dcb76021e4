"""A cell as words and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from normalise.values.owners.faces import face_of
from normalise.values.owners.lexicon import is_word, kind_of, listed, plain_kind
from normalise.values.owners.names import Names

_TOKEN = re.compile(
    r"(?P<dash>(?<=\s)[-–—]+|[–—]+|(?<=\S)-(?=\s))"
    r"|(?P<letters>\b[A-Z]{1,3}o?[A-Z]?(?:&[A-Z]+)+s?\b|\b\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<mark>[/\\|,;:()\[\]+&\n•])"
    r"|(?P<word>[^\s/\\|,;:()\[\]+&•–—]+)"
)
_DOTTED = re.compile(r"[A-Z]\.[A-Z]\.?|(?:[A-Z]\.){2}[A-Z]\.?")
_ACTING = ("A", "T")
"""Before a rank and a stroke: acting, temporary (T/Insp, T/Ch Insp)."""
_SURNAMES = ("N", "C", "U")
_LETTER = re.compile(r"[^\W_]")
_SEPARATORS = {sign: sign for sign in "/,;:()&"} | {
    "\\": "/",
    "|": ";",
    "[": "(",
    "]": ")",
    "+": "&",
    "\n": "n",
    "•": ";",
}
_RANK = {gap: rank for rank, gap in enumerate(" )n,&-:(/;")}
"""Gaps by how much they part; of several in a row the one that parts most holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """What a word is to the division of its cell: kind (see lexicon), face (see faces), gap before it.

    Gaps: " " nothing, ")" the end of a bracket, "n" line break, "," "&" (and) "-" dash ":" "(" "/" ";". `bracket`
    counts the open brackets about it. Marks: e the head of an employer (Council), l in small letters, c the word
    "chief", w a post that no subject goes before (Headteacher), p a pair with the word before "and" (parents and
    carers), d the head of a body called after somebody (Hospice), s the word "Saint".

    `sign_of` gives the same object for the same sign, so that rows of signs compare and hash quickly.
    """

    kind: str
    face: str
    gap: str
    bracket: int
    marks: str


class Token(NamedTuple):
    """A word of a cell, its sign, and where it stands."""

    text: str
    sign: Sign
    start: int
    end: int

    @property
    def kind(self) -> str:
        """What the word is (see lexicon)."""
        return self.sign.kind

    @property
    def face(self) -> str:
        """How it may serve in a name (see faces)."""
        return self.sign.face

    @property
    def gap(self) -> str:
        """What stands before it."""
        return self.sign.gap


def tokens_of(cell: str, names: Names) -> tuple[Token, ...]:
    """The words of a cell in order, each with its kind in this document."""
    kinds = dict(names.kinds) if names.kinds else {}
    taught = bool(kinds or names.initials)
    found: list[Token] = []
    gap, depth, before = ";", 0, ""
    shouted = cell.isupper() and " " in cell.strip()
    for match in _TOKEN.finditer(cell):
        word = match[0]
        separator = _separator(match.lastgroup, word)
        if separator:
            depth = max(0, depth + (separator == "(") - (separator == ")"))
            gap = separator if _RANK[separator] > _RANK[gap] else gap
        elif _LETTER.search(word):
            word = _without_stop(word)
            place = match.start()
            face, kind, marks = _word_sign(_unshouted(word) if shouted else word, word)
            if taught:
                kind = kinds.get(word.lower(), kind)
                face = "X" if word in names.initials else face
            if gap == "/" and (face == "T" or kind == "M") and before in _ACTING and found[-1].end == place - 1:
                acting = found.pop()
                word, place, gap = f"{before}/{word}", acting.start, acting.gap
            if face == "U" and f"{before} {word}".lower() in listed("roles", "offices"):
                face = "-"
            kind = _kind_after(before, word, kind)
            if gap == "&" and f"{before} and {word}".lower() in listed("subjects", "pairs"):
                marks += "p"
            found.append(Token(word, sign_of(kind, face, gap, depth, marks), place, place + len(word)))
            gap, before = " ", word
    return tuple(_with_ranks(list(_with_initials(found)) if "." in cell else found))


def _kind_after(before: str, word: str, kind: str) -> str:
    """What a word is after the one before it: the end of a post, or of a body called after somebody."""
    pair = f"{before} {word}".lower()
    if pair in listed("bodies", "namesakes"):
        return "K"
    return "H" if kind == "B" and word[0].isupper() and pair in listed("roles", "posts") else kind


def _with_ranks(tokens: list[Token]) -> Iterator[Token]:
    """The words of a cell where those above a rank and one surname (`Deputy Chief Constable Jones`) are titles too."""
    titles: set[int] = set()
    for at in range(2, len(tokens)):
        if _is_ranked(tokens, at):
            above = at - 2
            while above >= 0 and tokens[above + 1].gap == " " and _is_above(tokens[above]):
                titles.add(above)
                above -= 1
    for at, token in enumerate(tokens):
        sign = token.sign
        yield (
            token._replace(sign=sign_of(sign.kind, "T", sign.gap, sign.bracket, sign.marks)) if at in titles else token
        )


def _is_ranked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a surname by itself right after a rank."""
    name, rank = tokens[at], tokens[at - 1]
    ends = at + 1 == len(tokens) or tokens[at + 1].gap != " "
    return ends and name.gap == " " and name.face in _SURNAMES[:2] and rank.text.lower() in listed("people", "ranks")


def _is_above(token: Token) -> bool:
    return token.text.lower().rpartition("/")[2] in listed("people", "above")


def _with_initials(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words of a cell where two or three letters with stops that stand alone (`J.S.`) are somebody's initials."""
    for at, token in enumerate(tokens):
        ends = at + 1 == len(tokens) or not _goes_on(tokens[at + 1])
        if ends and token.gap != " " and _is_dotted(token.text):
            sign = token.sign
            yield token._replace(sign=sign_of(sign.kind, "X", sign.gap, sign.bracket, sign.marks))
        else:
            yield token


def _goes_on(after: Token) -> bool:
    """Whether a word goes on with the name that initials begin: beside them, or a surname on the next line."""
    return after.gap == " " or (after.gap == "n" and after.face in _SURNAMES)


def _is_dotted(word: str) -> bool:
    """Whether letters with stops are no listed word's (`H.R.`, `N.H.S.`)."""
    return bool(_DOTTED.fullmatch(word)) and not plain_kind(word.replace(".", "").lower())


@lru_cache(maxsize=50_000)
def sign_of(kind: str, face: str, gap: str, bracket: int, marks: str) -> Sign:
    """The one sign with these parts."""
    return Sign(kind, face, gap, bracket, marks)


@lru_cache(maxsize=50_000)
def _word_sign(seen: str, word: str) -> tuple[str, str, str]:
    """Face, kind and marks of a word; `seen` is how it is written where it is not shouted."""
    kind, face, low = kind_of(seen), face_of(seen), word.lower()
    if face == "T" and kind == "A" and not word.isupper():
        kind = "N"
    marks = "e" if low in listed("bodies", "employers") else ""
    marks += "l" if word.islower() else ""
    marks += "w" if low in listed("roles", "whole") else ""
    marks += "d" if low in listed("bodies", "dedicated") else ""
    marks += "s" if low.strip(".") in ("st", "saint") else ""
    return face, kind, marks + ("c" if low == "chief" else "")


def _separator(group: str | None, text: str) -> str:
    if group == "dash":
        return "-"
    return _SEPARATORS[text] if group == "mark" else "&" if text in ("and", "And", "AND", "plus") else ""


def _without_stop(word: str) -> str:
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def _unshouted(word: str) -> str:
    """A word of a cell all in capitals as it is written elsewhere, where it is a word and no abbreviation."""
    if plain_kind(word.lower()) in ("a", "K"):
        return word
    return word.capitalize() if len(word) > 4 or (len(word) > 2 and is_word(word.lower())) else word
