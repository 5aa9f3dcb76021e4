"""Numbers for places: tables and paragraphs counted from 1 through a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from ingest.model import Place


@dataclass(frozen=True, slots=True)
class Counts:
    """The next numbers to give out; one of these serves one document."""

    tables: Iterator[int] = field(default_factory=lambda: count(1))
    paragraphs: Iterator[int] = field(default_factory=lambda: count(1))

    def table(self) -> Place:
        """The place of the next table."""
        return Place(table=next(self.tables))

    def paragraph(self) -> Place:
        """The place of the next paragraph of the body."""
        return Place(paragraph=next(self.paragraphs))
