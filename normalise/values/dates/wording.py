"""The words behind the parts of a scan, looked up only where a label or a doubt needs them."""

from __future__ import annotations

from normalise.values.dates.scan import Scan
from normalise.values.dates.steps import Step


class Wording:
    """Gives back the text of any run of parts, as written."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._places: tuple[list[int], list[int]] | None = None

    @property
    def marks(self) -> str:
        """The string of parts."""
        return self._scan.marks

    def place(self, begin: int, end: int) -> tuple[int, int]:
        """Where in the text the parts from `begin` up to `end` stand."""
        if self._places is None:
            self._places = self._scan.places()
        return self._places[0][begin], self._places[1][end - 1]

    def of(self, begin: int, end: int) -> str:
        """The text of the parts from `begin` up to `end`."""
        if begin == 0 and end == len(self._scan.marks):
            return self._scan.text.strip()
        first, last = self.place(begin, end)
        return self._scan.text[first:last].strip()

    def date(self, step: Step) -> str:
        """The words of a step's date, without by and its like."""
        return self.of(step.opening.core, step.closing.end)
