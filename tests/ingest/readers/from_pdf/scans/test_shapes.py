"""Small and capital letters, stops and commas told apart by how high they stand."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.shapes import with_bullet, with_sizes
from ingest.readers.from_pdf.scans.words import Word


@pytest.mark.parametrize(
    ("text", "heights", "read"),
    [
        ("C.", (53, 12), "c."),
        ("C", (72,), "C"),
        ("RSLS", (73, 73, 73, 54), "RSLs"),
        ("COS", (54, 54, 54), "COS"),
        ("Set", (54, 54, 60), "set"),
        ("level,", (54, 54, 73, 54, 73, 13), "level."),
        ("level,", (54, 54, 73, 54, 73, 24), "level,"),
    ],
    ids=[
        "small alone",
        "capital",
        "small after capitals",
        "small capitals",
        "small first",
        "a stop",
        "a comma",
    ],
)
def test_marks_are_as_large_as_their_ink(text: str, heights: tuple[int, ...], read: str) -> None:
    ink = np.zeros((100, 50 * len(heights)), dtype=np.bool_)
    for n, high in enumerate(heights):
        ink[90 - high : 90, 50 * n : 50 * n + (14 if high < 30 else 44)] = True
    word = Word(text, 0, 90 - max(heights), 50 * len(heights), 90, 1.0)
    assert with_sizes(word, 100.0, ink).text == read


@pytest.mark.parametrize(("size", "read"), [(20.0, "re,"), (30.0, "re.")])
def test_a_comma_of_small_type_may_lose_its_tail(size: float, read: str) -> None:
    ink = np.zeros((40, 60), dtype=np.bool_)
    ink[16:30, 0:14] = ink[16:30, 20:34] = ink[27:30, 40:43] = True
    assert with_sizes(Word("re,", 0, 10, 60, 30, 1.0), size, ink).text == read


@pytest.mark.parametrize(("text", "full", "read"), [("e", True, "•"), ("e", False, "e"), ("ea", True, "ea")])
def test_a_small_disc_is_a_bullet_whatever_it_was_taken_for(text: str, full: bool, read: str) -> None:
    ink = np.zeros((100, 100), dtype=np.bool_)
    ink[40 : 70 : 1 if full else 2, 10:40] = True
    assert with_bullet(Word(text, 10, 40, 40, 70, 0.6), 100.0, 90.0, ink).text == read
