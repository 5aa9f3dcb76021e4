"""An explanation in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from normalise.explain import Explanation, TableReason

NOTHING = "No tables were found, and no list of actions in the prose."


def show(explanation: Explanation, console: Console) -> None:
    """Print the explanation: title and council, then each table with its columns and the rows left out."""
    console.print(Text(f"Title: {explanation.title or '(none found)'}"))
    console.print(Text(f"Council: {explanation.council or '(none found)'}"))
    for note in explanation.notes:
        console.print(Text(f"Note: {note}"))
    if not explanation.tables:
        console.print(NOTHING)
    for table in explanation.tables:
        _show_table(table, console)


def _show_table(table: TableReason, console: Console) -> None:
    console.print()
    console.print(Text(table_line(table), style="bold"))
    console.print(Text(f"{table.header[:1].upper()}{table.header[1:]}."))
    if table.columns:
        drawn = Drawn("Column", "Heading", "Read as", "Sure", "Why", "For example", show_lines=True)
        for c in table.columns:
            examples = "\n".join(c.examples)
            drawn.add_row(
                str(c.column), *map(Text, (c.heading, c.field or "-", f"{c.confidence:.0%}", c.why, examples))
            )
        console.print(drawn)
    for row in table.left:
        console.print(Text(f"Row {row.row} left out ({row.why}): {row.text}"))


def table_line(table: TableReason) -> str:
    """One line that says which table it is and what became of it."""
    where = f", page {table.page}" if table.page else f', sheet "{table.sheet}"' if table.sheet else ""
    name = f"Table {table.table}{where}" if table.table else "The prose"
    counted = "1 action" if table.actions == 1 else f"{table.actions} actions"
    return f"{name}: taken, {counted} ({table.why})" if table.taken else f"{name}: left ({table.why})"
