"""Letters of one shape, told by their ink and by those beside them: no word has a small l before capitals."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.stretches import stretches
from ingest.readers.from_pdf.scans.words import Word

_CAPITAL_I = re.compile(r"(?<=[A-Za-z])l(?=[A-Z]+s?\b)|(?<=[A-Z]{2})l(?=s?\b)")
_SMALL_END = re.compile(r"^(\W*[A-Za-z]?[a-z]{3,})([COSVWXZ])(?=\W*$)")
_DOLLAR = re.compile(r"^(\W*)\$(?=\d)")
_BELOW = 0.05
"""How far below the line the foot of a dollar sign reaches at least, in times the size: an S stands on it."""
_NAUGHT = re.compile(r"(?<=\d)O|O(?=\d)")
_NARROW = 0.8
"""How wide a nought is at most, in times its height: an O is as wide as it is high but in narrow faces."""


def with_letters(word: Word, size: float, baseline: float, ink: Mask) -> Word:
    """The word with I for an l among capitals, a small letter at the end of small ones, and S and 0 where drawn."""
    text = _SMALL_END.sub(lambda found: found[1] + found[2].lower(), _CAPITAL_I.sub("I", word.text))
    if _NAUGHT.search(text):
        text = _with_noughts(text, ink[word.top : word.bottom, word.left : word.right])
    if _DOLLAR.match(text) and not ink[round(baseline + _BELOW * size) : word.bottom, word.left : word.right].any():
        text = _DOLLAR.sub(r"\1S", text)
    return word if text == word.text else replace(word, text=text)


def _with_noughts(text: str, part: Mask) -> str:
    """The text with each O beside a figure that is as narrow as a nought made one, where every letter stands apart."""
    letters = stretches(np.asarray(part.any(axis=0)))
    if len(letters) != len(text):
        return text
    made = list(text)
    for found in _NAUGHT.finditer(text):
        start, end = letters[found.start()]
        rows = np.flatnonzero(part[:, start:end].any(axis=1))
        if end - start <= _NARROW * (int(rows[-1]) - int(rows[0]) + 1):
            made[found.start()] = "0"
    return "".join(made)
