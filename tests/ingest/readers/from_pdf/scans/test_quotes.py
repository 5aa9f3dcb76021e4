"""Apostrophes told apart by how wide they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.lone import Standing
from ingest.readers.from_pdf.scans.quotes import with_quotes
from ingest.readers.from_pdf.scans.words import Word

SLIM, MIDDLING, WIDE = 8, 11, 14
SIZE = 100.0


def read(*drawn: tuple[str, int]) -> list[str]:
    """Words drawn one beneath the other, their apostrophes so many pixels wide, as they are read."""
    ink = np.zeros((200 * len(drawn), 500), dtype=np.bool_)
    words: list[Standing] = []
    for n, (text, wide) in enumerate(drawn):
        base, x = 200 * n + 150, 0
        for letter in text:
            if letter in "'’":
                ink[base - 72 : base - 50, x + 6 : x + 6 + wide] = True
                x += 24
            else:
                ink[base - 60 : base, x : x + 46] = True
                x += 50
        words.append(Standing(Word(text, 0, base - 72, x, base, 1.0), SIZE, base))
    return [standing.word.text for standing in with_quotes(words, ink)]


@pytest.mark.parametrize(
    ("drawn", "texts"),
    [
        ([("Ann's", SLIM)], ["Ann's"]),
        ([("Ann's", WIDE)], ["Ann’s"]),
        ([("Ann’s", SLIM), ("Bob's", MIDDLING)], ["Ann's", "Bob's"]),
        ([("Ann's", WIDE), ("Bob's", MIDDLING)], ["Ann’s", "Bob’s"]),
        ([("Ann's", WIDE), ("Bob's", SLIM)], ["Ann’s", "Bob's"]),
        ([("Ann's", MIDDLING)], ["Ann’s"]),
    ],
    ids=["straight", "curled", "straight as the others", "curled as the others", "each as it is", "curled in doubt"],
)
def test_apostrophes_are_as_wide_as_their_ink(drawn: Sequence[tuple[str, int]], texts: list[str]) -> None:
    assert read(*drawn) == texts


def test_quotation_marks_are_straight_where_all_apostrophes_are() -> None:
    assert read(("Ann's", SLIM), ('"yes"', SLIM)) == ["Ann's", '"yes"']
    assert read(("Ann's", WIDE), ('"yes"', SLIM)) == ["Ann’s", "“yes”"]


def test_a_quotation_is_closed_as_it_was_opened() -> None:
    drawn = [("Ann's", WIDE), ("Bob's", WIDE), ("'deep", WIDE), ("dive'", SLIM), ("Dean's", SLIM)]
    assert read(*drawn)[2:] == ["‘deep", "dive’", "Dean's"]
