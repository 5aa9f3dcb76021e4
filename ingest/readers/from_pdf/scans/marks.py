"""Marks that engines confuse, settled by the ink: dashes by their length; and what is left of rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.words import Word

_DASHES = "-–—−~"
_DASH = re.compile(f"[{_DASHES}]")
_HYPHENATED = re.compile(f"[a-z][{_DASHES}][a-zA-Z]")
_EN, _EM = 0.345, 0.78
"""A dash at least so long, in times the size of the type, is no hyphen; and no en dash."""
COMPOUND = 0.42
"""A dash within a compound word is a hyphen up to so long: years and numbers are parted by en dashes,"""
_TIMES, _FEWEST = 1.3, 3
"""but a dash so many times as long as the page's hyphens is none, where it has so many."""
_SHORTEST, _SPACE = 0.18, 0.2
_FLAT = 0.17
"""How high a dash is at most."""
_MIDDLE = (0.12, 0.52)
"""Between which heights above the line it lies."""


REMAINS = "_|¦"
"""What is left of a rule at a word's edge,"""
_INITIAL = "|."
"""but for this: an I and a full stop."""


def without_remains(words: Iterable[Word]) -> Iterator[Word]:
    """The words without what engines make of the remains of rules."""
    for word in words:
        text = "I." if word.text == _INITIAL else word.text.strip(REMAINS)
        if text:
            yield replace(word, text=text)


def longest_hyphen(words: Iterable[tuple[Word, float, float]], ink: Mask) -> float:
    """How long a dash within a compound word of this page may be and still be a hyphen, in times the size of its type.

    Each word comes with its size and the height it stands on.
    """
    found = (
        dash.long / size
        for word, size, baseline in words
        if _HYPHENATED.search(word.text)
        for dash in _dashes(word, size, baseline, ink)
    )
    hyphens = [long for long in found if long < _EN]
    return max(_EN, min(COMPOUND, _TIMES * median(hyphens))) if len(hyphens) >= _FEWEST else COMPOUND


def with_dashes(word: Word, size: float, baseline: float, ink: Mask, compound: float = COMPOUND) -> Word:
    """The word with each of its dashes a hyphen, an en dash or an em dash, as long as its ink is, and spaced as it.

    `compound` is how long a hyphen within a compound word may be, in times the size of the type.
    """
    if not _DASH.search(word.text):
        return word
    lengths = _dashes(word, size, baseline, ink)
    if len(lengths) != len(_DASH.findall(word.text)):
        return word
    dashes = iter(lengths)
    return replace(
        word, text=_DASH.sub(lambda found: next(dashes).shown(size, _least(found, compound)), word.text).strip()
    )


def _least(found: re.Match[str], compound: float) -> float:
    """How long a dash is at least that is no hyphen, by what stands on both sides: the flag of a 1 makes it longer."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if before.isalpha() and after.isalpha():
        return compound
    return COMPOUND if before.isalnum() and after.isalnum() and not (before + after).isdigit() else _EN


@dataclass(frozen=True, slots=True)
class _Dash:
    """How long a dash is, and how much white stands before and after it, in pixels."""

    long: int
    before: int
    after: int

    def shown(self, size: float, least: float) -> str:
        kind = "—" if self.long >= _EM * size else "–" if self.long >= least * size else "-"
        return f"{' ' * (self.before > _SPACE * size)}{kind}{' ' * (self.after > _SPACE * size)}"


def _dashes(word: Word, size: float, baseline: float, ink: Mask) -> list[_Dash]:
    """Each stretch of the word that has ink at a dash's height alone."""
    part = ink[word.top : word.bottom, word.left : word.right]
    heights = baseline - word.top - np.arange(part.shape[0])
    within = (heights > _MIDDLE[0] * size) & (heights < _MIDDLE[1] * size)
    inside, outside = part[within].sum(axis=0), part[~within].sum(axis=0)
    is_dash = (inside > 0) & (inside <= max(_FLAT * size, 2)) & (outside == 0)
    steps = np.diff(np.concatenate(([0], is_dash.astype(np.int8), [0])))
    found = zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True)
    return [
        _dash(int(start), int(end), np.asarray(part.any(axis=0)))
        for start, end in found
        if end - start >= _SHORTEST * size
    ]


def _dash(start: int, end: int, inked: NDArray[np.bool_]) -> _Dash:
    before, after = np.flatnonzero(inked[:start]), np.flatnonzero(inked[end:])
    return _Dash(end - start, start - 1 - int(before[-1]) if len(before) else 0, int(after[0]) if len(after) else 0)
