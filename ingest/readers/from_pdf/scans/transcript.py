"""What a model of letters makes of a piece of a line → words and where each of them stands."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.roofs import Roofs, roofs

_PLAIN = (
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz !\"#$%&'()*+,-./:;<=>?@[\\]_{|}~"
    "£€–—‘’“”•·…½¼¾²³°±×÷§©®™→←↑↓✓✔✕✖✘●○■□▪▲▼★"
)
_FOREIGN = tuple("æÆœŒßøØ")
_UNUSUAL = "€"
_RARE, _DOTTED = 0.01, 0.001
"""Letters with accents, and these marks, are so much less likely in English than the model of many languages thinks; an
accent on an i less still, since a blurred dot looks like one, but two dots do not."""
_TWO_DOTS = "ïÏ"
_QUOTES = frozenset("'‘’`´ʻʼ‛")
_QUOTED = 0.2
"""How likely a quotation mark is, of whatever form, where nothing else is seen but perhaps it: it takes little ink."""
_WELSH = {"ý": "ŷ", "Ý": "Ŷ", "ÿ": "ŷ"}
"""What stands for the only accent that a y bears in the plans of these islands."""

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
    forms: tuple[NDArray[np.int64], ...]
    """The columns of each letter with all its forms: with another accent, or as wide as a Chinese one."""
    roofs: Roofs
    quotes: NDArray[np.int64]
    alike: NDArray[np.int64]
    """A number for each letter, one for all forms of a quotation mark: side by side they are one mark seen twice."""

    def read(self, chances: Chances) -> tuple[list[Spoken], float]:
        """The words of a piece of a line, and how sure the model is of a letter, whatever its form, on the average."""
        best = (chances[:, self.columns] * self.usual).argmax(axis=1)
        written = (chances[:, 0] < 0.5) | self._quoted(chances)
        for letter, stands in (("ŵ", self.roofs.over_w(chances)), ("ŷ", self.roofs.over_y(chances))):
            if letter in self.letters:
                best[stands], written = self.letters.index(letter), written | stands
        alike = self.alike[best]
        fresh = written & np.concatenate(([True], (alike[1:] != alike[:-1]) | ~written[:-1]))
        steps = np.flatnonzero(fresh)
        sure = float(np.mean([chances[step, self.forms[best[step]]].sum() for step in steps])) if len(steps) else 0.0
        return list(_words([self.letters[best[step]] for step in steps], steps)), sure

    def _quoted(self, chances: Chances) -> NDArray[np.bool_]:
        """At which steps a quotation mark stands that the model hardly sees, since it knows many forms of it."""
        quotes = chances[:, self.quotes].sum(axis=1)
        seen = (quotes >= _QUOTED) & (quotes >= 1 - chances[:, 0] - quotes)
        beside = np.pad(quotes, 1)
        return np.asarray(seen & (beside[:-2] < _QUOTED) & (beside[2:] < _QUOTED))


def alphabet(characters: Sequence[str]) -> Alphabet:
    """The letters among those that the model knows, in its order."""
    known = [(n, letter) for n, letter in enumerate(characters) if letter in _PLAIN or _is_foreign(letter)]
    usual = [_usual(letter) for _, letter in known]
    forms: dict[str, list[int]] = {}
    for n, letter in enumerate(characters):
        if len(letter) == 1:
            forms.setdefault(_plain(letter), []).append(n)
    return Alphabet(
        np.array([n for n, _ in known]),
        tuple(_WELSH.get(letter, letter) for _, letter in known),
        np.array(usual, dtype=np.float32),
        tuple(np.array(forms[_plain(letter)]) for _, letter in known),
        roofs(characters),
        np.array([n for n, letter in enumerate(characters) if letter in _QUOTES], dtype=np.int64),
        np.array([-1 if letter in _QUOTES else n for n, (_, letter) in enumerate(known)], dtype=np.int64),
    )


def standing(
    stretches: Sequence[tuple[int, int]], places: Sequence[tuple[float, float]], wide: int
) -> list[tuple[int, int]]:
    """From where to where each word reaches, in pixels, one after another: at least one, though it stand in white.

    Stretches of ink and the places of the words' first and last letters → a start and an end for each of the words.
    """
    edges = sorted([0, *itertools.chain.from_iterable(_gaps(stretches, places)), wide])
    return [(start, max(end, start + 1)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _gaps(stretches: Sequence[tuple[int, int]], places: Sequence[tuple[float, float]]) -> Iterator[tuple[int, int]]:
    """Where each word ends and the next begins: at the widest gap in the ink between their letters' places."""
    between = [(one[1], other[0]) for one, other in itertools.pairwise(stretches)]
    for (_, last), (first, _) in itertools.pairwise(places):
        near = [gap for gap in between if last <= (gap[0] + gap[1]) / 2 <= first]
        middle = round((last + first) / 2)
        yield max(near, key=lambda gap: gap[1] - gap[0], default=(middle, middle))


def _usual(letter: str) -> float:
    if letter in _PLAIN and letter not in _UNUSUAL:
        return 1.0
    return _DOTTED if _plain(letter) == "i" and letter not in _TWO_DOTS else _RARE


def _is_foreign(letter: str) -> bool:
    parts = unicodedata.normalize("NFD", letter)
    accented = len(letter) == 1 and len(parts) == 2 and parts[0].isascii() and parts[0].isalpha()
    return accented or letter in _FOREIGN


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[:1]


def _words(letters: Sequence[str], steps: NDArray[np.int64]) -> Iterator[Spoken]:
    begun = 0
    for n, letter in enumerate([*letters, " "]):
        if letter.isspace():
            if n > begun:
                yield Spoken("".join(letters[begun:n]), int(steps[begun]), int(steps[n - 1]))
            begun = n + 1
