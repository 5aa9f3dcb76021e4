"""Columns built in one line: "Lead: Parks Manager; Jill Ferris"."""

from __future__ import annotations

from normalise.headings import Column, Decision, decide


def columns(*lines: str) -> list[Column]:
    """One column a line: the heading, "::", then its cells parted by ";"."""
    pairs = [line.partition("::") for line in lines]
    return [
        Column(heading.strip(), tuple(cell.strip() for cell in cells.split(";") if cell.strip()))
        for heading, _, cells in pairs
    ]


def decided(*lines: str) -> dict[str, Decision]:
    """The decision of each column, by its heading."""
    table = columns(*lines)
    return {column.heading: decision for column, decision in zip(table, decide(table), strict=True)}


def fields(*lines: str) -> list[str]:
    """The field of each column in order."""
    return [decision.field for decision in decide(columns(*lines))]
