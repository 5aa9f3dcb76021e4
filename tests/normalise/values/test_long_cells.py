"""Cells of any length are read in time that grows with their length, whatever they are made of."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from normalise.values.dates import read_time
from normalise.values.indicators import read_indicators
from normalise.values.money import read_money
from normalise.values.references import linked_references, take_reference
from normalise.values.status import opening_status, read_status

READERS: list[Callable[[str], object]] = [
    read_time, read_money, read_status, opening_status, read_indicators, linked_references,
    lambda text: take_reference([text]),
]  # fmt: skip
MADE_OF = [
    "by ", "1,", "1/", "March ", "1 March 2024 ", "£5 ", "£5 x 2 ", "= £5 ", "(", "- ", "9", "NI 1, ", "see 1 ", "Q1 ",
    "2024/25 ", "March\n", "total £5 ", "Big Fund ", "end of ", "£1,", "a.", "green ", "in progress ", " ", "\n", "É",
]  # fmt: skip
LENGTH = 20_000


@pytest.mark.parametrize("piece", MADE_OF)
def test_a_long_cell_takes_little_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    begin = process_time()
    for read in READERS:
        read(text)
    assert process_time() - begin < 3
