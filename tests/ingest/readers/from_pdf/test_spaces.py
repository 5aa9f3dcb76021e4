"""Spaces as a page shows them: pieces of a line set apart or drawn together by the file, as Ghostscript writes them."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Paragraph
from tests.ingest.readers.from_pdf.drawn import HIGH, Ink, blocks, pdf, words

FACE, SIZE = "Times-Roman", 10.0


class Piece(NamedTuple):
    """What is drawn in one stroke: the points its letters are set apart by, its spaces are wider by, and behind it."""

    text: str
    apart: float = 0.0
    wider: float = 0.0
    behind: float = 0.0


def line(*pieces: Piece) -> Ink:
    def draw(canvas: Canvas) -> None:
        x = 40.0
        for text, apart, wider, behind in pieces:
            written = canvas.beginText(x, HIGH - 60)
            written.setFont(FACE, SIZE)
            written.setCharSpace(apart)
            written.setWordSpace(wider)
            written.textOut(text)
            canvas.drawText(written)
            x += canvas.stringWidth(text, FACE, SIZE) + apart * (len(text) - 1) + wider * text.count(" ") + behind

    return draw


def read(*pieces: Piece) -> str:
    found = blocks(pdf([line(*pieces), words("Plant trees", 40, 200)]))
    return next(block.text for block in found if isinstance(block, Paragraph))


@pytest.mark.parametrize("apart", [2.2, 2.5, 3.4])
def test_letters_set_apart_between_close_ones_end_a_word_and_begin_the_next(apart: float) -> None:
    assert read(Piece("Sets out ho"), Piece("wt", apart), Piece("he council works")) == "Sets out how the council works"


def test_a_word_of_one_letter_between_two_others() -> None:
    assert read(Piece("Plans fo"), Piece("rat", 2.5), Piece("own")) == "Plans for a town"


def test_letters_set_apart_at_the_end_of_a_line() -> None:
    assert read(Piece("Plans ste"), Piece("pb", 2.5)) == "Plans step b"


def test_letters_as_far_from_what_is_beside_their_piece_as_from_one_another_are_one_word() -> None:
    wide = 1.9
    assert read(Piece("rs", wide, behind=wide), Piece("ss", wide, behind=wide), Piece("rs", wide)) == "rsssrs"


def test_letters_set_a_little_apart_are_one_word() -> None:
    assert read(Piece("Sets out ho"), Piece("wt", 0.9), Piece("he council")) == "Sets out howthe council"


def test_a_space_as_narrow_as_nothing_is_none() -> None:
    assert (
        read(Piece("All those who g"), Piece("av e", -0.2, -2.25), Piece(" their time"))
        == "All those who gave their time"
    )


def test_a_narrow_space_that_leaves_room_is_one() -> None:
    assert read(Piece("Step "), Piece("a b", 0.0, -1.0), Piece("egins")) == "Step a begins"


@pytest.mark.parametrize("behind", [1.3, 1.9, 2.4])
def test_words_that_are_pieces_of_their_own_are_words(behind: float) -> None:
    assert read(Piece("raised across", behind=behind), Piece("the school")) == "raised across the school"


@pytest.mark.parametrize("behind", [0.0, 0.5])
def test_pieces_of_a_word_set_close_are_one(behind: float) -> None:
    assert read(Piece("raised acro", behind=behind), Piece("ss the school")) == "raised across the school"


def test_letters_set_wide_that_are_pieces_of_their_own_are_one_word() -> None:
    assert read(*(Piece(letter, behind=1.4) for letter in "ACTION")) == "ACTION"
