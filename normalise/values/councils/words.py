"""Words of a text as names are compared by: small letters, no accents, "&" as "and", possessive endings gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’]s$")
_APOSTROPHES = str.maketrans("", "", "'’")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared, whether it began with a capital, and where it stands in its text."""

    key: str
    capital: bool
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens, underscores and other marks part words."""
    return tuple(_words(text))


def keys_of(name: str) -> tuple[str, ...]:
    """A name as its compared words."""
    return tuple(w.key for w in _words(name))


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        yield Word(_key(match[0]), match[0][0].isupper(), match.start(), match.end())


def _key(word: str) -> str:
    if word == "&":
        return "and"
    plain = _POSSESSIVE.sub("", word.lower()).translate(_APOSTROPHES)
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
