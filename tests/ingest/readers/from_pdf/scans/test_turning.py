"""Which way up a page is read, and how much work that may be: with an engine that says what the test wants."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pypdfium2 as pdfium
import pytest

from ingest.readers.from_pdf.scans.recognising import recognised
from ingest.readers.from_pdf.scans.straight import straightened
from ingest.readers.from_pdf.scans.words import PageTooSlow, Picture, Word, worked
from tests.ingest.readers.from_pdf.drawn import pdf, ruled
from tests.ingest.readers.from_pdf.scans.scanner import scan


@pytest.fixture(scope="module")
def page() -> Iterator[pdfium.PdfPage]:
    document = pdfium.PdfDocument(scan(pdf(ruled("Action | Lead", "Plant trees | Parks"))))
    yield document[0]
    document.close()


def said(text: str, sure: float) -> list[Word]:
    return [Word(text, 20, 20, 200, 40, sure)]


def texts(page: pdfium.PdfPage, *answers: list[Word] | None) -> list[str]:
    """What is made of the page where the engine answers so, one question after another; None: it is too slow."""
    left = iter(answers)

    def engine(picture: Picture, seconds: float) -> list[Word]:
        if (answer := next(left)) is None:
            raise PageTooSlow
        return answer

    seen = recognised(page, 1, engine, 60.0)
    assert seen is not None
    return [run.text for run in seen.ink.runs]


UNSURE = said("Smudged letters", 0.5)
SURE = said("Clear letters", 0.95)


def test_a_page_that_reads_well_is_read_once(page: pdfium.PdfPage) -> None:
    assert texts(page, SURE) == ["Clear letters"]


def test_a_page_that_reads_better_the_other_way_round_is_read_so(page: pdfium.PdfPage) -> None:
    assert texts(page, UNSURE, SURE, UNSURE, UNSURE, SURE) == ["Clear letters"]


def test_a_page_that_reads_no_better_otherwise_is_left_as_it_was(page: pdfium.PdfPage) -> None:
    assert texts(page, UNSURE, UNSURE, UNSURE, UNSURE) == ["Smudged letters"]


@pytest.mark.parametrize("answers", [[None], [SURE, UNSURE, UNSURE, None]], ids=["in part", "in whole"])
def test_where_another_way_up_takes_too_long_the_words_of_the_first_are_kept(
    page: pdfium.PdfPage, answers: list[list[Word] | None]
) -> None:
    assert texts(page, UNSURE, *answers) == ["Smudged letters"]


def test_a_page_too_slow_from_the_start_is_given_up(page: pdfium.PdfPage) -> None:
    with pytest.raises(PageTooSlow):
        texts(page, None)


def test_waiting_for_a_busy_machine_is_no_work() -> None:
    def took(what: Callable[[], object]) -> float:
        began = worked()
        what()
        return worked() - began

    assert took(lambda: time.sleep(0.2)) < 0.1


def test_an_upright_stroke_of_a_page_askew_is_straightened_without_steps() -> None:
    page = np.full((400, 400, 3), 255, dtype=np.uint8)
    page[:, 199:202] = 0
    ink = 255 - straightened(page, 1.5)[20:380, :, 0].astype(int)
    middles = (ink * np.arange(400)).sum(axis=1) / ink.sum(axis=1)
    assert np.abs(np.diff(middles)).max() < 0.1
