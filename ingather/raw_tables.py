"""The tables of a document as the reader alone saw them: as JSON values, or drawn in the terminal."""

from __future__ import annotations

from typing import Any

from ingest.model import Document, Table


def raw_tables(document: Document) -> list[dict[str, Any]]:
    """Every table as {"page", "table", "rows"}; a cell stands at its top left, None where a merged cell covers.

    A nested table is left out: its text stands in the cell that holds it. A cell read from a picture says so.
    """
    return [
        {"page": t.place.page, "table": t.place.table, "rows": [_row(t, r) for r in range(len(t.rows))]}
        for t in document.tables
        if t.parent is None
    ]


def _row(table: Table, row: int) -> list[dict[str, Any] | None]:
    return [
        {"text": c.text, "row_span": c.row_span, "col_span": c.col_span, "fill": c.fill}
        | ({"recognised": True} if c.recognised else {})
        if table.is_origin(row, column)
        else None
        for column, c in enumerate(table.rows[row])
    ]


def print_tables(document: Document) -> None:
    """Draw every table in the terminal, merged cells once."""
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console()
    if not document.tables:
        console.print("No tables were found in this file.")
    for table in document.tables:
        page = f", page {table.place.page}" if table.place.page else ""
        drawn = Drawn(title=f"Table {table.place.table}{page}", show_header=False, show_lines=True)
        for row in range(len(table.rows)):
            shown = [c.text if table.is_origin(row, i) else "" for i, c in enumerate(table.rows[row])]
            drawn.add_row(*(Text(s) for s in shown))
        console.print(drawn)
