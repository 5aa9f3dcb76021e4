"""What the links of a workbook lead to: an address is kept once, however many sheets and rows lead there."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

_RUN = 4


class Addresses:
    """The addresses of a workbook, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = []

    def number_of(self, address: str) -> int:
        """The number of an address, which is a new one where it is met first."""
        number = self._numbers.setdefault(address, len(self._texts))
        if number == len(self._texts):
            self._texts.append(address)
        return number

    def __getitem__(self, number: int) -> str:
        return self._texts[number]

    def __len__(self) -> int:
        return len(self._texts)


class Links:
    """The links of one sheet in order: row, column, and the number its address has on that sheet.

    Rows that follow one another and lead to the same address are kept as one.
    """

    def __init__(self, known: Addresses) -> None:
        self._known = known
        self._own = array("I")
        self._places = array("I")
        self._runs = array("I")

    def add(self, at: tuple[int, int], address: str) -> None:
        """Add the link of a cell."""
        (row, column), place, runs = at, self._place(self._known.number_of(address)), self._runs
        if runs and (runs[-_RUN] + runs[-3], runs[-2], runs[-1]) == (row, column, place):
            runs[-3] += 1
        else:
            runs.extend((row, 1, column, place))

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        for at in range(0, len(self._runs), _RUN):
            first, count, column, place = self._runs[at : at + _RUN]
            for row in range(first, first + count):
                yield row, column, place

    def __len__(self) -> int:
        """Number of runs that are kept."""
        return len(self._runs) // _RUN

    def addresses(self) -> Iterator[str]:
        """The addresses in the order of their numbers."""
        return (self._known[number] for number in self._own)

    def _place(self, number: int) -> int:
        """The number on this sheet of an address of the workbook; `_places` holds it raised by one, 0 for none."""
        if number >= len(self._places):
            self._places.extend([0] * (len(self._known) - len(self._places)))
        if not self._places[number]:
            self._own.append(number)
            self._places[number] = len(self._own)
        return self._places[number] - 1
