"""Rows of a table that are read anew each time somebody goes through them: they never stand in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import overload

from normalise.rows import Row


class Rows(Sequence[Row]):
    """So many rows, given by a walk through them."""

    def __init__(self, count: int, walk: Callable[[], Iterator[Row]]) -> None:
        self._count = count
        self._walk = walk

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return self._walk()

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return list(self)[at]
        place = range(self._count)[at]
        return next(islice(iter(self), place, None))
