"""Ink that an engine took for no word: single letters and numbers that stand in a column by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.words import Word

_INK = 150
_BESIDE = 4
"""Pixels around a word that are still its own."""
_TALL = (0.5, 1.6)
_LONG = 6.0
"""How high and at most how long a piece that may be a number is, in times the height of the page's words."""
_APART = 0.5
_MARGIN = 1.0
"""White that parts pieces, and white around each of them in the picture of all, in times that height."""
_MOST = 200
_PART, _LETTER = 0.3, 1.0
"""Ink so near to a word and no longer than a letter, in times that height, is a part of it that its box leaves out."""


class Piece(NamedTuple):
    """Where something stands that no word was made of, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Sheet(NamedTuple):
    """A picture with pieces beneath one another, and where on it the top of each stands."""

    grey: Pixels
    tops: Sequence[int]
    margin: int


def missed(grey: Pixels, words: Sequence[Word], longest: float = _LONG) -> list[Piece]:
    """The pieces of ink outside all words that are as high as letters, from the top down.

    `longest` is how long a piece may be, in times the height of the page's words.
    """
    if not words:
        return []
    left = grey < _INK
    for word in words:
        left[max(word.top - _BESIDE, 0) : word.bottom + _BESIDE, max(word.left - _BESIDE, 0) : word.right + _BESIDE] = (
            False
        )
    height = median(word.bottom - word.top for word in words)
    found = []
    for top, bottom in _stretches(left.any(axis=1), 1):
        for start, end in _stretches(left[top:bottom].any(axis=0), round(_APART * height)):
            rows = np.flatnonzero(left[top:bottom, start:end].any(axis=1))
            piece = Piece(start, top + int(rows[0]), end, top + int(rows[-1]) + 1)
            high = piece.bottom - piece.top
            is_letters = _TALL[0] * height <= high <= _TALL[1] * height and end - start <= longest * height
            if is_letters and not (end - start <= _LETTER * height and _is_part(piece, words, _PART * height)):
                found.append(piece)
    return found[:_MOST]


def _is_part(piece: Piece, words: Sequence[Word], near: float) -> bool:
    """Whether a piece stands on the line of a word, and no space between them."""

    def is_level(word: Word) -> bool:
        return min(piece.bottom, word.bottom) - max(piece.top, word.top) > (piece.bottom - piece.top) / 2

    return any(max(word.left - piece.right, piece.left - word.right) <= near and is_level(word) for word in words)


def sheet(grey: Pixels, pieces: Sequence[Piece]) -> Sheet:
    """The pieces as lines of one picture."""
    margin = round(_MARGIN * median(piece.bottom - piece.top for piece in pieces))
    wide = max(piece.right - piece.left for piece in pieces) + 2 * margin
    parts, tops, top = [np.full((margin, wide), 255, dtype=np.uint8)], [], margin
    for left, high, right, low in pieces:
        part = np.full((low - high + margin, wide), 255, dtype=np.uint8)
        part[: low - high, margin : margin + right - left] = grey[high:low, left:right]
        tops.append(top)
        parts.append(part)
        top += len(part)
    return Sheet(np.concatenate(parts), tops, margin)


def restored(words: Sequence[Word], made: Sheet, pieces: Sequence[Piece], line: int) -> Iterator[Word]:
    """What was read of a picture of pieces, put back where they stand; each is a line of its own from a number on."""
    for word in words:
        n = int(np.searchsorted(made.tops, (word.top + word.bottom) / 2)) - 1
        if 0 <= n < len(pieces):
            piece, across = pieces[n], pieces[n].left - made.margin
            yield replace(
                word, left=max(word.left + across, 0), right=word.right + across, top=piece.top, bottom=piece.bottom,
                line=line + n,
            )  # fmt: skip


def _stretches(inked: NDArray[np.bool_] | np.bool_, apart: int) -> Iterator[tuple[int, int]]:
    """From where to where ink reaches, parted by so many pixels of white at least."""
    at = np.flatnonzero(inked)
    if len(at):
        cuts = np.flatnonzero(np.diff(at) > apart)
        starts, ends = at[np.concatenate(([0], cuts + 1))], at[np.concatenate((cuts, [len(at) - 1]))] + 1
        yield from zip(starts.tolist(), ends.tolist(), strict=True)
