"""Hyphens at lines' ends: those of a program that divides words, and those that people typed."""

from __future__ import annotations

import sys

import pytest

from ingest.readers.from_pdf.lexicon import Lexicon
from tests.ingest.readers.from_pdf.test_words import knowing

SURE = ("partner organisa-", "tions", "results pub-", "lished", "more dwell-", "ings", "Support acad-", "emic work")


def test_a_word_is_whole_where_the_program_divides_others() -> None:
    assert knowing(*SURE).together("Support acad-", "emic work") == "Support academic work"


def test_a_hyphen_drawn_by_itself_divides_words_too() -> None:
    lone = [piece for text in SURE for piece in ([text[:-1], "-"] if text.endswith("-") else [text])]
    assert knowing(*lone).together("Support acad-", "emic work") == "Support academic work"


@pytest.mark.parametrize(
    "others", [SURE[4:], [*SURE, *(text for n in "abcdefgh" for text in (f"mid{n}-", f"cap{n} seat"))]]
)
def test_a_hyphen_stays_where_few_others_show_that_words_are_divided(others: list[str]) -> None:
    assert knowing(*others).together("Support acad-", "emic work") == "Support acad-emic work"


@pytest.mark.parametrize(("line", "rest"), [("all risk-", "based visits"), ("train front-", "line staff")])
def test_a_hyphen_stays_in_a_compound_and_between_two_words(line: str, rest: str) -> None:
    lexicon = knowing(*SURE, "the risk-based group", "Ask the front desk now", "Draw a line under it")
    assert lexicon.together(line, rest) == line + rest


def test_a_typed_hyphen_stays_where_the_program_divides_words_with_another_sign() -> None:
    others = [text.replace("-", "\u2010") for text in SURE]
    assert knowing(*others).together("a dementia-", "friendly town") == "a dementia-friendly town"


def test_words_that_are_divided_are_not_looked_through_for_each_line() -> None:
    pieces = [text for n in range(600) for text in (f"a{'xyzw' * (n % 9)}{chr(97 + n % 26)}{n}-", f"oba{n}")]
    lexicon: Lexicon = knowing(*pieces)
    asked: list[str] = []
    sys.setprofile(lambda frame, event, _: asked.append(event) if event == "call" else None)
    for _ in range(600):
        lexicon.together("Support acad-", "emic work")
    sys.setprofile(None)
    assert len(asked) < 100 * 600
