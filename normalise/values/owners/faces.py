"""Words as parts of a person's name: how each may serve, as one letter.

T title     G given name            W given name that is also a word (Will)     i initial
N unknown   C word or place (Fox)   U listed word that is a surname too (Hall)  p particle (de, van)
X initials of a person              h letters after a name              - no part of a name
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from normalise.values.owners.lexicon import common_words, given_names, is_english, kind_of, listed, plain_kind

_INITIALS = re.compile(r"(?:[A-Z]\.?|(?:[A-Z]\.){2,4}[A-Z]?)$")
_DOING = re.compile(r"\w{6,}ing$")
"""Long words in -ing begin what a programme is called (Connecting Cumbria); surnames in -ing are short."""
_NAME = re.compile(r"[^\W\d_]+(?:['’`.-][^\W\d_]+)*\.?$")


@lru_cache(maxsize=50_000)
def face_of(word: str) -> str:
    """How a word as written may serve in a name."""
    low = _unaccented(word.lower().strip("."))
    if _INITIALS.match(word):
        return "i"
    if low in listed("people", "titles") and word[0].isupper():
        return "T"
    if low in listed("people", "particles") and (word.islower() or (len(word) < 4 and low not in given_names())):
        return "p"
    if low in listed("people", "honours") and not word.islower():
        return "h"
    if not word[:1].isupper() or not _NAME.match(word) or low.endswith(("'s", "’s")):
        return "-"
    return _other_face(word, low) if kind_of(word) in "NCA#" else _listed_face(low)


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _listed_face(low: str) -> str:
    if low in given_names() and (plain_kind(low) == "S" or low in listed("people", "surnames")):
        return "W"
    return "U" if low in listed("people", "surnames") else "-"


def _other_face(word: str, low: str) -> str:
    if low in given_names():
        return "W" if low in common_words() else "G"
    if kind_of(word) in "A#a" or _DOING.match(low):
        return "-"
    first, *rest = re.split(r"[-’'`]", low)
    if rest and first in given_names() and first not in common_words():
        return "G"
    return "C" if is_english(low) else "N"
