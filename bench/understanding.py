"""What understanding a plan costs for each action row, in a process that is warm, as plans grow.

`python -m bench.understanding` prints the figures as Markdown. The plans are made: one table, eight columns.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

from ingest.limits import Limits
from ingest.model import Document
from ingest.reading import read_document
from normalise.model import Source
from normalise.understand import understand

SIZES = (20, 100, 1_000, 5_000)
HEAD = "Ref,Action,Lead,Partners,Resources,Timescale,Status,Progress"
LEADS = ("Parks Manager", "Jill Ferris, Head of Housing", "Community Safety Team", "Chief Executive")
PARTNERS = ("Police", "Parish councils; Schools", "Wildlife Trust", "NHS Trust and Fire Service")
RESOURCES = ("£25k", "Within existing budgets", "Officer time", "£5,000 - £8,000")
TIMES = ("March 2025", "Q3 2024/25", "Ongoing", "30 June 2025")
STATUSES = ("Green", "Amber", "Not started", "Complete")
ROUNDS = 3


def made(rows: int) -> Document:
    """A plan with this many actions, none the same as another."""
    lines = [HEAD, *(_row(i) for i in range(rows))]
    return read_document("\n".join(lines).encode(), Limits())


def _row(i: int) -> str:
    columns = (LEADS[i // 3 % 4], PARTNERS[i % 4], RESOURCES[i // 2 % 4], TIMES[i // 5 % 4], STATUSES[i // 7 % 4])
    lead, *rest = (f'"{text}"' for text in columns)
    return ",".join((f"{i + 1}", f"Review the plan for neighbourhood {i + 1}", lead, *rest, f"Meeting {i + 1} held"))


def cost(document: Document, rows: int) -> float:
    """CPU milliseconds for each action row: the least of several rounds. Raises ValueError when rows are missing."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        plan = understand(document, Source("made.csv"), date(2026, 1, 1))
        spent.append(time.process_time() - start)
        if len(plan.actions) != rows:
            raise ValueError(f"{len(plan.actions)} actions came out of {rows} rows")
    return min(spent) * 1000 / rows


def table() -> Iterator[str]:
    """A Markdown table: for each size of plan what a row costs."""
    understand(made(SIZES[0]), Source("made.csv"), date(2026, 1, 1))
    yield "| action rows | CPU ms for each row |"
    yield "|---|---|"
    for rows in SIZES:
        yield f"| {rows:,} | {cost(made(rows), rows):.2f} |"


def main() -> None:
    """Print the figures as Markdown."""
    print("# Understanding\n\nPrinted by `python -m bench.understanding`: rows into actions, no reading, no writing.\n")
    print("\n".join(table()))


if __name__ == "__main__":
    main()
