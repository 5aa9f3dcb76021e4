"""Values read against cells with known answers: how many right, how many wrong, confusion by kind, and cost.

`python -m bench.values` prints the figures as Markdown (`-v` adds every cell that is not right). The real cells lie
beside the checkout (../shared); where they are absent only the cells written for this project are measured. Needs the
dependency group `bench`.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import process_time

import dateparser
import dateutil.parser

from normalise.values.dates import read_time
from normalise.values.money import read_money
from normalise.values.status import Colours, read_status

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "data"
OWN = ROOT / "tests" / "normalise" / "values"
ROUNDS = 5
_NO_YEAR = datetime(1, 12, 31)
"""What dateutil fills gaps from: it clamps the day to the month's last, as the contract has it."""


@dataclass(frozen=True, slots=True)
class DateCell:
    """A time cell and what it comes to, dates in ISO form, "" for none."""

    text: str
    kind: str
    start: str
    due: str


Found = tuple[str, str, str]
"""Kind, start and due of a time cell, as DateCell has them."""


def rows(path: Path, sign: str, skip: int) -> list[list[str]]:
    """The lines of a file of answers as cells, `\\n` in them made a line break."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[skip:]
    return [[cell.replace("\\n", "\n") for cell in line.split(sign)] for line in lines]


def date_sets() -> dict[str, list[DateCell]]:
    """The date cells by where they come from."""
    found = {
        "real cells": [DateCell(*row[:4]) for row in rows(REAL / "dates.tsv", "\t", 1)],
        "written for this project": [DateCell(*row[:4]) for row in rows(OWN / "dates" / "cells.tsv", "|", 0)],
    }
    return {name: cells for name, cells in found.items() if cells}


def ours(text: str) -> Found:
    """ingather's reading."""
    timing = read_time(text)
    return timing.kind, str(timing.start or ""), str(timing.due or "")


def by_dateutil(text: str) -> Found:
    """dateutil's reading as the last day of what it found, none where it found no year; it knows no kinds."""
    try:
        found = dateutil.parser.parse(text, fuzzy=True, dayfirst=True, default=_NO_YEAR)
    except (ValueError, OverflowError):
        return "", "", ""
    return "", "", "" if found.year == _NO_YEAR.year else found.date().isoformat()


def by_dateparser(text: str) -> Found:
    """dateparser's reading as the last day of what it found; it knows no kinds."""
    settings = {"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "last", "PREFER_MONTH_OF_YEAR": "last"}
    found = dateparser.parse(text, languages=["en"], settings=settings)  # type: ignore[arg-type]
    return "", "", found.date().isoformat() if found else ""


READERS: dict[str, Callable[[str], Found]] = {"ingather": ours, "dateutil": by_dateutil, "dateparser": by_dateparser}


def is_wrong(cell: DateCell, found: Found) -> bool:
    """Whether a reading gives a date that is not the cell's."""
    return bool((found[1] and found[1] != cell.start) or (found[2] and found[2] != cell.due))


def is_right(cell: DateCell, found: Found) -> bool:
    """Whether both dates are the cell's, and the kind where the reader knows kinds."""
    return (not found[0] or found[0] == cell.kind) and found[1:] == (cell.start, cell.due)


def cost(read: Callable[[str], object], text: str, *, rounds: int = ROUNDS) -> float:
    """CPU microseconds for one reading of a text, the best of some rounds."""
    best = float("inf")
    times = 20
    for _ in range(rounds):
        begin = process_time()
        for _ in range(times):
            read(text)
        best = min(best, (process_time() - begin) / times)
    return best * 1e6


def date_figures(cells: Sequence[DateCell]) -> Iterator[str]:
    """A line for each reader: right, wrong, cost; and on how many cells it is dearer than dateutil."""
    costs = {name: [cost(read, cell.text) for cell in cells] for name, read in READERS.items()}
    for name, read in READERS.items():
        found = [read(cell.text) for cell in cells]
        right = sum(map(is_right, cells, found))
        wrong = sum(map(is_wrong, cells, found))
        dearer = sum(mine > theirs for mine, theirs in zip(costs[name], costs["dateutil"], strict=True))
        mean, middle = sum(costs[name]) / len(cells), sorted(costs[name])[len(cells) // 2]
        yield (
            f"| {name} | {len(cells)} | {right / len(cells):.3f} | {wrong / len(cells):.3f} | {wrong} "
            f"| {mean:.1f} | {middle:.1f} | {dearer} |"
        )


def confusion(cells: Sequence[DateCell]) -> Iterator[str]:
    """How often each kind was read as which."""
    pairs = Counter((cell.kind, ours(cell.text)[0]) for cell in cells)
    kinds = sorted({kind for pair in pairs for kind in pair})
    yield "| is \\ read as | " + " | ".join(kinds) + " |"
    yield "|---" * (len(kinds) + 1) + "|"
    for kind in kinds:
        yield f"| {kind} | " + " | ".join(str(pairs[kind, other] or "") for other in kinds) + " |"


def number(text: str) -> float | None:
    """A sum of an answer, None for none."""
    return float(text) if text else None


def money_sets() -> dict[str, list[list[str]]]:
    """Money cells (text, least, most) by where they come from."""
    found = {
        "real cells": rows(REAL / "money.tsv", "\t", 1),
        "written for this project": rows(OWN / "money.tsv", "|", 0),
    }
    return {name: cells for name, cells in found.items() if cells}


def money_misses(cells: Sequence[Sequence[str]]) -> list[str]:
    """The cells whose least or most was not read as it stands."""
    read = [(cell, read_money(cell[0])) for cell in cells]
    return [cell[0] for cell, money in read if (money.least, money.most) != (number(cell[1]), number(cell[2]))]


def status_cost() -> float:
    """CPU microseconds for a status cell with words and a fill."""
    return cost(lambda text: read_status(text, Colours(fill="FFC000")), "Amber – some slippage")


def report(*, every: bool) -> Iterator[str]:
    """The whole report, line by line; with `every`, the cells that are not right."""
    yield "# Values\n\nPrinted by `python -m bench.values`. Costs are CPU µs a cell, the best of several rounds."
    for name, dates in date_sets().items():
        yield f"\n## Dates, {name}\n"
        yield "| reader | cells | right | wrong date | wrong | µs mean | µs middle | cells dearer than dateutil |"
        yield "|---|---|---|---|---|---|---|---|"
        yield from date_figures(dates)
        yield "\nBy kind, ingather:\n"
        yield from confusion(dates)
        if every:
            yield from (f"- {c.text!r}: {ours(c.text)}, is {c}" for c in dates if not is_right(c, ours(c.text)))
    yield "\n## Money and status\n\n| cells | number | right | µs mean |\n|---|---|---|---|"
    for name, sums in money_sets().items():
        misses = money_misses(sums)
        mean = sum(cost(read_money, cell[0]) for cell in sums) / len(sums)
        yield f"| money, {name} | {len(sums)} | {1 - len(misses) / len(sums):.3f} | {mean:.1f} |"
        if every:
            yield from (f"- {text!r}" for text in misses)
    yield f"| a status cell | 1 | | {status_cost():.1f} |"


def main() -> None:
    """Print the report."""
    warnings.simplefilter("ignore")
    print("\n".join(report(every="-v" in sys.argv[1:])))


if __name__ == "__main__":
    main()
