"""Numbers that stand twice among millions, found in a few bytes for each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from itertools import pairwise

_SLOTS = 8
"""Bytes for each number: about one in so many is then taken for one that may stand twice."""


def may_repeat(numbers: Iterable[int], count: int) -> Callable[[int], bool]:
    """Whether one of these numbers, `count` in all, may stand among them twice: never false of one that does."""
    slots = max(1, count) * _SLOTS
    seen = bytearray(slots)
    for number in numbers:
        at = number % slots
        seen[at] = 2 if seen[at] else 1
    return lambda number: seen[number % slots] > 1


def has_repeats(numbers: array[int]) -> bool:
    """Whether any number stands there twice."""
    doubtful = may_repeat(numbers, len(numbers))
    return any(one == other for one, other in pairwise(sorted(filter(doubtful, numbers))))
