"""What is taken for marks and noise on a scan is named, and unknown words of sure lines stay."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ingest.readers.from_pdf.scans.notes import page_recognised
from ingest.readers.from_pdf.scans.sifting import sifted
from ingest.readers.from_pdf.scans.words import Word

INK = np.ones((400, 1_000), dtype=np.bool_)


def word(text: str, left: int, sure: float, line: int = 0) -> Word:
    return Word(text, left, 40 * line, left + 12 * len(text), 40 * line + 20, sure, line)


def test_a_word_beyond_the_text_that_is_left_out_is_named() -> None:
    found = sifted([word("Plant trees", 200, 0.9), word("Z", 900, 0.5)], INK)
    assert [w.text for w in found.kept] == ["Plant trees"]
    assert found.dropped == ("Z",)


def test_an_unsure_word_stays_in_a_line_of_sure_ones_and_is_noise_alone() -> None:
    found = sifted([word("Llyr", 200, 0.1), word("Evans", 300, 0.9), word("Llyr", 200, 0.1, 1)], INK)
    assert [w.text for w in found.kept] == ["Llyr", "Evans"]
    assert found.dropped == ("Llyr",)


def test_marks_without_letters_are_dropped_unnamed() -> None:
    assert sifted([word("Plant trees", 200, 0.9), word(".~", 500, 0.1)], INK).dropped == ()


def test_the_note_of_a_page_names_what_was_left_out() -> None:
    assert page_recognised(2).message.endswith("misread.")
    assert page_recognised(2, ["a", "7"]).message.endswith(" was left out: “a”, “7”.")
    assert page_recognised(2, list("abcdefghijkl")).message.endswith("“j” and 2 more.")


def test_doubtful_marks_and_traces_thinner_than_a_letter_are_no_words() -> None:
    sure = word("Plant trees", 200, 0.9)
    found = sifted([sure, word("=", 500, 0.5), replace(word("1", 600, 0.9), right=601), word("&", 700, 0.9)], INK)
    assert [w.text for w in found.kept] == ["Plant trees", "&"]
    assert found.dropped == ("1",)
