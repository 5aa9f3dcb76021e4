"""An explanation in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from normalise.explain import ColumnReason, Explanation, RowReason, TableReason

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
    for under, columns in by_header(table):
        if under is not None:
            console.print(f"Another header, in row {under}:")
        console.print(_drawn(columns))
    for row in table.left:
        console.print(Text(row_line(row)))


def _drawn(columns: Iterable[ColumnReason]) -> Drawn:
    drawn = Drawn("Column", "Heading", "Read as", "Sure", "Why", "For example", show_lines=True)
    for c in columns:
        examples = "\n".join(f"• {example}" for example in c.examples)
        told = (c.heading, c.field or "-", f"{c.confidence:.0%}", c.why, examples)
        drawn.add_row(str(c.column), *map(Text, told))
    return drawn


def by_header(table: TableReason) -> Iterator[tuple[int | None, Iterator[ColumnReason]]]:
    """The columns under each header of a table, with its row where it is not the first header."""
    return groupby(table.columns, key=attrgetter("under"))


def row_line(row: RowReason) -> str:
    """One line that says which row was left out, why, and how it begins, if it has words of its own."""
    said = f"Row {row.row} left out ({row.why})"
    return f"{said}: {row.text}" if row.text else said


def table_line(table: TableReason) -> str:
    """One line that says which table it is and what became of it."""
    where = f", page {table.page}" if table.page else f", sheet “{table.sheet}”" if table.sheet else ""
    name = f"Table {table.table}{where}" if table.table else "The prose"
    counted = "1 action" if table.actions == 1 else f"{table.actions} actions"
    return f"{name}: taken, {counted} ({table.why})" if table.taken else f"{name}: left out ({table.why})"
