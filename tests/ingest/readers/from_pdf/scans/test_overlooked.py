"""Lines that RapidOCR does not find on a strip are looked for by their ink."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from ingest.readers.from_pdf.scans import rapid
from ingest.readers.from_pdf.scans.missed import missed
from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.ruling import Stroke
from ingest.readers.from_pdf.scans.sifting import sifted
from ingest.readers.from_pdf.scans.words import PageTooSlow, Picture, Word

ABOVE = Word("councillors", 20, 20, 180, 50, 1.0)


def page() -> Pixels:
    """A line, and beneath it another."""
    grey = np.full((200, 400), 255, dtype=np.uint8)
    grey[22:48, 22:178] = grey[60:84, 22:120] = 0
    return grey


def read(monkeypatch: pytest.MonkeyPatch, text: str, sure: float = 1.0, seconds: float = 60.0) -> list[str]:
    """The words of the page where only its first line is found, and the model makes this of whatever else it gets."""

    def lines(strip: Pixels, upright: Sequence[Stroke]) -> Iterator[list[Word]]:
        yield [ABOVE]

    def words(strip: Pixels, box: tuple[int, int, int, int]) -> list[Word]:
        left, top, right, bottom = box
        return [Word(text, left, top, right, bottom, sure)]

    monkeypatch.setattr(rapid, "_lines", lines)
    monkeypatch.setattr(rapid, "_words", words)
    return [word.text for word in rapid.recognise(Picture(page(), 200), seconds) if word.sure > 0]


def test_a_word_whose_line_was_not_found_is_read_by_its_ink(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, "winter") == ["councillors", "winter"]


@pytest.mark.parametrize("text", ["G", "12", "KL"])
def test_a_short_word_whose_line_was_not_found_is_read_too(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert read(monkeypatch, text) == ["councillors", text]


@pytest.mark.parametrize(("text", "sure"), [("winter", 0.5), ("/|", 1.0), ("x", 1.0), ("G", 0.85)])
def test_doubtful_ink_outside_all_lines_is_no_word(monkeypatch: pytest.MonkeyPatch, text: str, sure: float) -> None:
    assert read(monkeypatch, text, sure) == ["councillors"]


def test_doubtful_ink_outside_all_lines_is_named_among_what_was_left_out() -> None:
    ink = np.ones((200, 400), dtype=np.bool_)
    assert sifted([ABOVE, Word("winter", 20, 60, 120, 84, 0.0, line=1)], ink).dropped == ("winter",)


def test_looking_for_lines_by_their_ink_ends_with_the_time_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "worked", iter((0.0, 5.0, 20.0)).__next__)
    with pytest.raises(PageTooSlow):
        read(monkeypatch, "winter", seconds=10.0)


def test_a_whole_line_may_be_missed_where_pieces_of_any_length_are_asked_for() -> None:
    grey = page()
    grey[100:124, 22:380] = 0
    assert [piece.right for piece in missed(grey, [ABOVE])] == [120]
    assert [piece.right for piece in missed(grey, [ABOVE], longest=math.inf)] == [120, 380]


@pytest.mark.parametrize(("left", "is_missed"), [(184, False), (200, True)])
def test_ink_with_no_space_before_it_is_a_part_of_the_word(left: int, is_missed: bool) -> None:
    grey = np.full((200, 400), 255, dtype=np.uint8)
    grey[22:48, 22:178] = grey[24:46, left : left + 6] = 0
    assert bool(missed(grey, [Word("tenants", 22, 22, 178, 48, 1.0)])) is is_missed
