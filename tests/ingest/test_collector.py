"""The collector is asked seldom while documents are read, and as often as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ingest.collector import seldom_collected
from ingest.limits import Limits
from ingest.readers.from_pdf import read
from tests.ingest.readers.from_pdf.drawn import pdf, words


@pytest.fixture(autouse=True)
def usual() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*before)


def test_it_is_asked_seldom_while_a_document_is_read(usual: tuple[int, int, int]) -> None:
    with seldom_collected():
        assert gc.get_threshold()[0] > 10 * usual[0]
    assert gc.get_threshold() == usual


def test_an_error_leaves_it_as_it_was_found(usual: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="x"), seldom_collected():
        raise ValueError("x")
    assert gc.get_threshold() == usual


@pytest.mark.parametrize("first", [0, 1])
def test_two_readings_at_once_leave_it_as_it_was_whichever_ends_first(first: int, usual: tuple[int, int, int]) -> None:
    readings = [seldom_collected(), seldom_collected()]
    for reading in readings:
        reading.__enter__()
    for reading in (readings[first], readings[1 - first]):
        reading.__exit__(None, None, None)
    assert gc.get_threshold() == usual


def test_whoever_switched_it_off_or_asks_still_more_seldom_is_heeded() -> None:
    for often in (0, 10_000_000):
        gc.set_threshold(often, 10, 10)
        with seldom_collected():
            assert gc.get_threshold()[0] == often
        assert gc.get_threshold()[0] == often


def test_the_pages_of_a_pdf_are_read_so(usual: tuple[int, int, int]) -> None:
    blocks = read(pdf(words("Plant trees")), Limits())
    next(blocks)
    assert gc.get_threshold()[0] > 10 * usual[0]
    assert list(blocks)
    assert gc.get_threshold() == usual
