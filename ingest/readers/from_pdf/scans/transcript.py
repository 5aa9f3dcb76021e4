"""What a model of letters makes of a piece of a line → words and where each of them stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_PLAIN = (
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz !\"#$%&'()*+,-./:;<=>?@[\\]_{|}~"
    "£€–—‘’“”•·…½¼¾²³°±×÷§©®™→←↑↓✓✔✕✖✘●○■□▪▲▼★"
)
_RARE = 0.1
"""Letters with accents are so much less likely in English than the model thinks, which has learned many languages."""

Chances = NDArray[np.float32]
"""A row for each step along the line, a column for each letter that the model knows."""


class Spoken(NamedTuple):
    """A word, and at which steps along the line its first and its last letter stand."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Alphabet:
    """The letters that English plans are written in: their columns in the model's answer, and how usual they are.

    The model's first letter is none at all: nothing new stands at that step.
    """

    columns: NDArray[np.int64]
    letters: tuple[str, ...]
    usual: NDArray[np.float32]

    def read(self, chances: Chances) -> tuple[list[Spoken], float]:
        """The words of a piece of a line, and how sure the model is of a letter on the average."""
        best = (chances[:, self.columns] * self.usual).argmax(axis=1)
        written = chances[:, 0] < 0.5
        fresh = written & np.concatenate(([True], (best[1:] != best[:-1]) | ~written[:-1]))
        steps = np.flatnonzero(fresh)
        sure = float(chances[steps].max(axis=1).mean()) if len(steps) else 0.0
        return list(_words([self.letters[best[step]] for step in steps], steps)), sure


def alphabet(characters: Sequence[str]) -> Alphabet:
    """The letters among those that the model knows, in its order."""
    known = [(n, letter) for n, letter in enumerate(characters) if letter in _PLAIN or _is_accented(letter)]
    usual = [1.0 if letter in _PLAIN else _RARE for _, letter in known]
    return Alphabet(np.array([n for n, _ in known]), tuple(t for _, t in known), np.array(usual, dtype=np.float32))


def _is_accented(letter: str) -> bool:
    parts = unicodedata.normalize("NFD", letter)
    return len(letter) == 1 and len(parts) == 2 and parts[0].isascii() and parts[0].isalpha()


def _words(letters: Sequence[str], steps: NDArray[np.int64]) -> Iterator[Spoken]:
    begun = 0
    for n, letter in enumerate([*letters, " "]):
        if letter.isspace():
            if n > begun:
                yield Spoken("".join(letters[begun:n]), int(steps[begun]), int(steps[n - 1]))
            begun = n + 1
