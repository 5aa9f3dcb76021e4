"""Cells of any length are read with work that grows with their length, whatever they are made of.

What a pattern does by itself is no call: tests/normalise/test_patterns.py is for that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from normalise.structure.beside import owner_beside
from normalise.structure.listed import items_of
from normalise.structure.tails import parted_tail
from normalise.values.dates import read_period, read_time
from normalise.values.funding import read_funding
from normalise.values.indicators import read_indicators
from normalise.values.money import read_money
from normalise.values.owners import Names, read_owners
from normalise.values.owners.legend import read_legend
from normalise.values.partners import read_partners
from normalise.values.references import linked_references, take_reference
from normalise.values.status import key_lines, opening_status, read_status

READERS: list[Callable[[str], object]] = [
    read_time, read_money, read_status, opening_status, read_indicators, linked_references,
    lambda text: take_reference([text]), read_funding, read_partners, parted_tail, items_of, owner_beside,
    lambda text: read_legend([text]), lambda text: read_period([text]), lambda text: key_lines([text]),
    lambda text: read_owners(text, Names()),
]  # fmt: skip
MADE_OF = [
    "by ", "1,", "1/", "March ", "1 March 2024 ", "£5 ", "£5 x 2 ", "= £5 ", "(", "- ", "9", "NI 1, ", "see 1 ", "Q1 ",
    "2024/25 ", "March\n", "total £5 ", "Big Fund ", "end of ", "£1,", "a.", "green ", "in progress ", " ", "\n", "É",
    "minute  ", "a a ", "of of ", "Ab-", "A", "A \n", "2024 - ", "and ", "[", "/",
]  # fmt: skip
LENGTH = 1_500
SPARE = 300
"""Calls that a cell of any length takes."""


def calls(read: Callable[[str], object], text: str) -> int:
    """How many functions, written in Python or not, are called to read a text."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", MADE_OF)
def test_a_cell_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    for read in READERS:
        read(f"{piece}x")  # fills what is read once
        short, long = (calls(read, piece * (length // len(piece))) for length in (LENGTH, 2 * LENGTH))
        assert long <= 2.5 * short + SPARE


def test_work_that_grows_faster_than_a_cell_is_seen() -> None:
    def pairs(text: str) -> int:
        return sum(one.isalpha() for one in text for _ in text)

    assert calls(pairs, "a" * 200) > 2.5 * calls(pairs, "a" * 100) + SPARE
