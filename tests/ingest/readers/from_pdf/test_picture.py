"""The picture of what was found."""

from __future__ import annotations

import struct

import pytest

from ingest.limits import Limits
from ingest.readers.from_pdf.picture import picture
from tests.ingest.readers.from_pdf.drawn import HIGH, WIDE, pdf, ruled, table

PAGE = ruled("Action | Lead", "Plant trees | Parks")


@pytest.mark.parametrize(("turn", "size"), [(0, (WIDE, HIGH)), (90, (HIGH, WIDE))])
def test_the_picture_is_a_png_of_the_page_as_shown(turn: int, size: tuple[int, int]) -> None:
    data = pdf(PAGE, turn=turn)
    made = picture(data, [table(data)], 1, Limits())
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", made[16:24]) == (2 * size[0], 2 * size[1])


def test_what_was_found_is_drawn_over_the_page() -> None:
    data = pdf(PAGE)
    assert picture(data, [table(data)], 1, Limits()) != picture(data, [], 1, Limits())


def test_a_page_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        picture(pdf(PAGE), [], 2, Limits())
