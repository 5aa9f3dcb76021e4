"""List marks typed as text are kept apart from the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.marks import split_mark


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("· plant", "•", "plant"),
        ("•plant", "•", "plant"),
        ("- plant", "-", "plant"),
        ("a. Local Authority", "a.", "Local Authority"),
        ("(iv) plant", "(iv)", "plant"),
        ("1.2.3. plant", "1.2.3.", "plant"),
        ("10) plant", "10)", "plant"),
        ("J. Smith", "", "J. Smith"),
        ("24 hour helpline", "", "24 hour helpline"),
        ("3.Carry out", "", "3.Carry out"),
        ("-5 degrees", "", "-5 degrees"),
        ("1.", "", "1."),
        ("", "", ""),
    ],
)
def test_a_mark_is_told_from_words(text: str, mark: str, words: str) -> None:
    assert split_mark(text) == (mark, words)


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    mark, words = split_mark(text)
    assert text.endswith(words)
    assert len(text) >= len(mark) + len(words)
