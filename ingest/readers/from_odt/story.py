"""What the reading of one document needs everywhere: its styles, its lists, the numbers given out, the room left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.readers.from_odt.numbering import Numbering
from ingest.readers.from_odt.styles import Styles


@dataclass(slots=True)
class Story:
    """One document's reading; `spent` counts the positions of all its tables."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    counts: Counts = field(default_factory=Counts)
    spent: int = 0
    depth: int = 0

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """While a table is read that may stand in another; raises `TooLarge` past the limit."""
        self.depth += 1
        if self.depth > self.limits.nesting:
            raise TooLarge(f"its tables stand inside one another more than {self.limits.nesting} deep")
        yield
        self.depth -= 1

    def spend(self, positions: int) -> None:
        """Count positions of a table; raises `TooLarge` past the limit."""
        self.spent += positions
        if self.spent > self.limits.positions:
            raise TooLarge(f"its tables have more than {self.limits.positions:,} cells")
