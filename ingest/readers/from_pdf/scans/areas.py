"""A rectangle of one colour on a scan: a heading, a striped row, a cell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of one colour in pixels, right and bottom not counted in; `pale` where its words are the lighter."""

    left: int
    top: int
    right: int
    bottom: int
    colour: tuple[int, int, int]
    pale: bool = False

    @property
    def grey(self) -> int:
        """How light it is, 0 to 255."""
        return max(sum(self.colour) // 3, 1)
