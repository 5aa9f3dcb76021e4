"""Tagged tables beneath one another, once all their rows are known."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.tagged.tags import TagTable

_FEWEST = 3
"""So many tables of one row each are the rows of one."""


def settle(tables: Sequence[TagTable]) -> None:
    """Settle tables that stand beneath one another; many of one row each are the rows of one."""
    if len(tables) >= _FEWEST and all(len(table.rows) == 1 for table in tables):
        tables[0].take(tables[1:])
        tables = tables[:1]
    for table in tables:
        table.settle()
