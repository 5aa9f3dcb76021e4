"""What the reading of one part of a document shares: styles, lists, links, numbers given out, limits left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.readers.from_docx.numbering import Numbering
from ingest.readers.from_docx.package import Package, Relationship
from ingest.readers.from_docx.styles import Styles


@dataclass(slots=True)
class Log:
    """What has been met and spent so far in the whole document: whether changes are tracked, positions in tables."""

    changed: bool = False
    positions: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """One part's text and what its reading needs; header, footnotes and body share all but the relationships."""

    package: Package
    limits: Limits
    styles: Styles
    numbering: Numbering
    relationships: dict[str, Relationship]
    watched: tuple[str, ...] = ()
    counts: Counts = field(default_factory=Counts)
    log: Log = field(default_factory=Log)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """While a table is read that may stand in another; raises `TooLarge` past the limit."""
        self.log.depth += 1
        if self.log.depth > self.limits.nesting:
            raise TooLarge(f"its tables stand inside one another more than {self.limits.nesting} deep")
        yield
        self.log.depth -= 1

    def spend(self, positions: int) -> None:
        """Count a table's positions; raises `TooLarge` past the limit for the whole document."""
        self.log.positions += positions
        if self.log.positions > self.limits.positions:
            raise TooLarge(f"its tables have more than {self.limits.positions:,} cells")
