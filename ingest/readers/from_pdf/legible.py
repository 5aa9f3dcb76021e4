"""Whether a page's text is words: fonts without a map of their letters, or with a false one, give noise."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from ingest.readers.from_pdf.ink import Run

_UNKNOWN = "\ufffd"
_PRIVATE = 0.2
"""The part of a page's letters that may have no meaning outside their font: bullets and symbols have none."""
_ENOUGH = 100
_SIGNS = "!\"#$&'*+;<=>?@[\\]^`{|}~"
_MOST_SIGNS = 0.2
"""The part of a page that may be these where it has few letters: figures, dates and leaders have none of them."""
_LIKE_WORDS = 0.5
"""Languages written in Latin letters are more like English than this (Welsh 0.87, Polish 0.78), letters shifted along
the alphabet less."""
_ENGLISH = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (
            12.7,
            9.1,
            8.2,
            7.5,
            7,
            6.7,
            6.3,
            6.1,
            6,
            4.3,
            4,
            2.8,
            2.8,
            2.4,
            2.4,
            2.2,
            2,
            2,
            1.9,
            1.5,
            1,
            0.8,
            0.2,
            0.2,
            0.1,
            0.1,
        ),
        strict=True,
    )
)  # how often each letter occurs in English text, in per cent
_LENGTH = sqrt(sum(share * share for share in _ENGLISH.values()))


def is_legible(runs: Iterable[Run]) -> bool:
    """Whether the runs of a page say something in some language; true where there is too little to tell."""
    text = "".join([run.text for run in runs]).lower()
    plain = text.isprintable() and _UNKNOWN not in text  # then no letter means nothing
    if not plain and sum(text.count(a) for a in set(text) if _means_nothing(a)) > _PRIVATE * len(text):
        return False
    latin = {letter: text.count(letter) for letter in _ENGLISH}
    if sum(latin.values()) < _ENOUGH or sum(latin.values()) < len(text) / 4:
        return len(text) < _ENOUGH or sum(text.count(sign) for sign in _SIGNS) <= _MOST_SIGNS * len(text)
    likeness = sum(count * _ENGLISH[letter] for letter, count in latin.items())
    return likeness > _LIKE_WORDS * _LENGTH * sqrt(sum(count * count for count in latin.values()))


def _means_nothing(letter: str) -> bool:
    code = ord(letter)
    if code < 0x20:
        return not letter.isspace()
    return 0xE000 <= code <= 0xF8FF or letter == _UNKNOWN or code >= 0xF0000
