"""Numbers that stand twice are found, and none is missed for the little memory that it takes."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from normalise.repeats import has_repeats, may_repeat

NUMBERS = st.lists(st.one_of(st.integers(0, 40), st.integers(0, 2**64 - 1)))


@given(NUMBERS)
def test_a_repeat_is_found_exactly_where_there_is_one(numbers: list[int]) -> None:
    assert has_repeats(array("Q", numbers)) == (len(set(numbers)) < len(numbers))


@given(NUMBERS)
def test_no_number_that_stands_twice_is_passed_over(numbers: list[int]) -> None:
    doubtful = may_repeat(numbers, len(numbers))
    assert all(doubtful(number) for number in numbers if numbers.count(number) > 1)


def test_nearly_all_numbers_that_stand_once_are_told_apart() -> None:
    numbers = [number * 2_654_435_761 % 2**64 for number in range(10_000)]
    assert sum(map(may_repeat(numbers, len(numbers)), numbers)) < 2_000
