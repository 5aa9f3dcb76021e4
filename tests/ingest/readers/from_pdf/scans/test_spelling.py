"""Letters that look alike, told by their ink, by those beside them and by the column they stand in."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.lone import Standing
from ingest.readers.from_pdf.scans.marks import longest_hyphen, with_dashes, without_remains
from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.series import counted
from ingest.readers.from_pdf.scans.sifting import sifted
from ingest.readers.from_pdf.scans.spelling import with_letters
from ingest.readers.from_pdf.scans.type import sizes
from ingest.readers.from_pdf.scans.words import Word

SIZE = 24.0
BLANK = np.zeros((100, 400), dtype=np.bool_)


def spelt(text: str, ink: Mask = BLANK) -> str:
    return with_letters(Word(text, 0, 10, 200, 40, 1.0), SIZE, 30.0, ink).text


@pytest.mark.parametrize(
    ("read", "meant"), [("EqlA", "EqIA"), ("(EqlAs)", "(EqIAs)"), ("KPl", "KPI"), ("CommunicationS", "Communications")]
)
def test_letters_that_no_word_has_there_are_those_like_them(read: str, meant: str) -> None:
    assert spelt(read) == meant


@pytest.mark.parametrize("text", ["Cllr", "All", "Al", "UlSter", "PhD", "NGOs", "MPs", "AlAin", "macOS"])
def test_letters_that_words_do_have_stay(text: str) -> None:
    assert spelt(text) == text


@pytest.mark.parametrize(("wide", "meant"), [(11, "C02"), (18, "CO2")])
def test_an_o_as_narrow_as_a_nought_beside_a_figure_is_one(wide: int, meant: str) -> None:
    ink = BLANK.copy()
    ink[13:30, 0:14] = ink[13:30, 20 : 20 + wide] = ink[13:30, 44:54] = True
    assert spelt("CO2", ink) == meant


@pytest.mark.parametrize(("foot", "meant"), [(30, "S106"), (34, "$106")])
def test_a_dollar_sign_reaches_below_the_line(foot: int, meant: str) -> None:
    ink = BLANK.copy()
    ink[13:foot, 0:10] = True
    assert spelt("$106", ink) == meant


def column(*texts: str, beside: str = "") -> list[str]:
    """What is made of words beneath one another, with others close beside them."""
    words = [Standing(Word(text, 10, 30 * n, 40, 30 * n + 20, 1.0), SIZE, 30 * n + 20) for n, text in enumerate(texts)]
    others = [s._replace(word=Word(beside, 46, s.word.top, 90, s.word.bottom, 1.0)) for s in words if beside]
    return [s.word.text for s in counted([*words, *others])[: len(words)]]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Al A2 A3 A4 AS A6", "A1 A2 A3 A4 A5 A6"),
        ("HR07 HR08 HRO9 HR10 HR11", "HR07 HR08 HR09 HR10 HR11"),
        ("1.1 1.2 Z.1 2.2 23", "1.1 1.2 2.1 2.2 2.3"),
        ("3(b) 3(c) A(a) 4(b)", "3(b) 3(c) 4(a) 4(b)"),
    ],
)
def test_what_looks_like_the_next_reference_of_a_column_is_that(read: str, meant: str) -> None:
    assert column(*read.split()) == meant.split()


@pytest.mark.parametrize("read", ["A1 A2 AS", "A R G A R", "A2 A4 AS A8", "10 11 12 19 1S", "A9 A10 All A13 A14"])
def test_what_does_not_count_stays_as_it_was_read(read: str) -> None:
    assert column(*read.split()) == read.split()


def test_words_that_others_follow_are_no_references() -> None:
    assert column("A8", "A9", "A10", "All", "A12", beside="staff") == ["A8", "A9", "A10", "All", "A12"]


def dashed(text: str, long: int, at: int) -> tuple[Word, Mask]:
    ink = np.zeros((200, 200), dtype=np.bool_)
    ink[at + 5 : at + 24, 10:30] = ink[at + 16 : at + 18, 34 : 34 + long] = True
    ink[at + 5 : at + 24, 38 + long : 60 + long] = True
    return Word(text, 10, at + 5, 60 + long, at + 24, 1.0), ink


@pytest.mark.parametrize(("hyphens", "meant"), [(6, "April–June"), (8, "April-June")])
def test_a_dash_much_longer_than_the_hyphens_of_its_page_is_none(hyphens: int, meant: str) -> None:
    drawn = [dashed("drop-in", hyphens, at) for at in (0, 40, 80)]
    word, own = dashed("April-June", 9, 120)
    ink = np.logical_or.reduce([own, *(mask for _, mask in drawn)])
    longest = longest_hyphen([(other, SIZE, at + 24.0) for (other, _), at in zip(drawn, (0, 40, 80), strict=True)], ink)
    assert with_dashes(word, SIZE, 144.0, ink, longest).text == meant


def test_a_hyphen_before_a_figure_may_seem_longer() -> None:
    word, ink = dashed("under-16s", 9, 0)
    assert with_dashes(word, SIZE, 24.0, ink, 0.35).text == "under-16s"


def test_an_upright_stroke_before_a_stop_is_an_initial() -> None:
    assert [word.text for word in without_remains([Word("|.", 0, 0, 9, 20, 0.8), Word("|", 0, 0, 2, 20, 0.8)])] == [
        "I."
    ]


def test_a_doubted_word_as_high_as_letters_in_a_sure_line_stays() -> None:
    words = [Word("years", 0, 10, 60, 28, 0.9), Word("1)", 70, 10, 84, 28, 0.0), Word("1", 90, 10, 93, 15, 0.0)]
    words.append(Word("Advice", 100, 10, 160, 28, 0.9))
    ink = BLANK.copy()
    for word in words:
        ink[word.top : word.bottom, word.left : word.right] = True
    assert [word.text for word in sifted(words, ink).kept] == ["years", "1)", "Advice"]


def test_a_lone_letter_as_high_as_small_ones_is_of_the_usual_size() -> None:
    words = [
        Word("Communication", 0, 0, 150, 18, 1.0, 0),
        Word("and", 0, 40, 30, 58, 1.0, 1),
        Word("S", 0, 80, 11, 93, 1.0, 2),
    ]
    assert sizes(words)[2] == sizes(words)[0]
