"""CPU and memory of the workbook: 50,000 actions against XlsxWriter writing the same cells plain.

    python -m bench.workbook            writes bench/workbook.md
    python -m bench.workbook ours N     one measurement, printed as JSON (each runs in a process of its own)

The other side writes exactly the cells that ours holds, sheet by sheet, with write_string and write_number and no
format, table, link or rule. Both sides build the same rows first; that part is measured alone and taken off.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from xlsxwriter import Workbook

from export import About, Export, WriteOptions, write_all
from export.writers.to_xlsx.layout import Sheet, sheets
from normalise.rows import Row, Value, as_text
from normalise.schema import STATUSES, TABLES

ACTIONS = 50_000
_AS_OF = date(2026, 11, 21)
_WORDS = (
    "Replace the gas boilers at the leisure centre with heat pumps and train the staff who run them",
    "Agree a protocol with the hospitals so that nobody leaves without somewhere to go",
    "Open a protected cycle route between the station and the hospital, with lights and counters",
    "Bring empty homes back into use, beginning with those that have stood empty for two years",
    "Set up one front door for advice on money, work and housing in each of the four towns",
)


def rows_of(count: int) -> dict[str, list[Row]]:
    """The tables of a run with so many actions, each with an owner, every third with a thing to review."""
    actions = [_action(number) for number in range(count)]
    owners: list[Row] = [
        {
            "action_id": row["action_id"], "order": 1, "person": "", "role": row["lead_role"], "organisation": "",
            "text": row["lead"], "name": "",
        }
        for row in actions
    ]  # fmt: skip
    review: list[Row] = [
        {
            "source_file": row["source_file"], "page": row["page"], "table": 1, "row": row["row"], "column": 4,
            "code": "year-inferred", "severity": "check", "message": "The year was taken from the plan.",
            "suggestion": "Check it.",
        }
        for row in actions[::3]
    ]  # fmt: skip
    found = {name: list[Row]() for name in TABLES}
    return found | {"actions": actions, "owners": owners, "review": review}


def _action(number: int) -> Row:
    said = _WORDS[number % 5]
    row: Row = {field.name: None if field.type in ("date", "number", "integer") else "" for field in TABLES["actions"]}
    file = f"council {number // 500:03d}/plan {number // 100:04d}.pdf"
    return row | {
        "action_id": f"{number:012x}", "council": f"Council {number // 500:03d}", "plan": f"Plan {number // 100:04d}",
        "council_code": f"E07{number // 500:06d}", "theme": f"Theme {number // 20 % 9}", "ref": f"{number % 100}.1",
        "objective": "Better places to live", "action": f"{said} ({number})", "outcome": "Lower bills, cleaner air",
        "output": f"{number % 40} done", "measure": "Number each year", "lead": f"Head of Service {number % 300}",
        "lead_role": f"Head of Service {number % 300}", "partners": "County Trust; Energy Agency",
        "partner_list": ("County Trust", "Energy Agency"), "resources": f"£{number % 90},000",
        "cost_min_gbp": number % 90 * 1000.0, "cost_max_gbp": number % 90 * 1000.0, "cost_kind": "sum",
        "timescale": "March 2027", "due_date": _AS_OF + timedelta(days=number % 900 - 400),
        "timescale_kind": "deadline", "date_precision": "month", "status": STATUSES[number % 8],
        "status_text": "Amber", "progress": f"{_WORDS[(number + 1) % 5]}, as told in May.", "confidence": 0.94,
        "indicators": ("NI 185",), "source_file": file, "source_sha256": f"{number // 100:064x}",
        "page": number % 30 + 1, "table": 1, "row": number % 100 + 2,
    }  # fmt: skip


def _export(count: int) -> Export:
    return Export(rows_of(count), About("0", _AS_OF, ("plans",), "../plans"))


def _ours(count: int, folder: Path) -> None:
    write_all(_export(count), folder, WriteOptions(formats=("xlsx",)))


def _csv(count: int, folder: Path) -> None:
    write_all(_export(count), folder, WriteOptions(formats=("csv",)))


def _rows(count: int, folder: Path) -> None:
    _export(count)


def _plain(count: int, folder: Path) -> None:
    _write_plain(_export(count), Workbook(str(folder / "plain.xlsx")))


def _plain_streamed(count: int, folder: Path) -> None:
    _write_plain(_export(count), Workbook(str(folder / "plain.xlsx"), {"constant_memory": True}))


def _write_plain(export: Export, book: Workbook) -> None:
    for sheet in sheets():
        page = book.add_worksheet(sheet.title)
        for number, cells in enumerate(_cells(export, sheet)):
            for column, value in enumerate(cells):
                if isinstance(value, int | float):
                    page.write_number(number, column, value)
                elif value:
                    page.write_string(number, column, as_text(value))
    book.close()


def _cells(export: Export, sheet: Sheet) -> Iterator[list[Value]]:
    """The same values that stand in our sheet, dates as Excel's day numbers."""
    actions = {row["action_id"]: row for row in export.tables["actions"]}
    yield [field.name for field in sheet.columns]
    for row in export.tables[sheet.name]:
        told = row if "source_file" in row else actions[row["action_id"]]
        known = row | {"action": told.get("action"), "Source": f"{told['source_file']}, page {told['page']}, table 1"}
        yield [_plain_value(known.get(field.name)) for field in sheet.columns]


def _plain_value(value: Value) -> Value:
    return (value - date(1899, 12, 30)).days if isinstance(value, date) else value


SIDES = {"rows": _rows, "plain": _plain, "plain streamed": _plain_streamed, "ours": _ours, "csv": _csv}


def measure(side: str, count: int) -> None:
    """Run one side in this process and print CPU seconds (user and system) and peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        SIDES[side](count, Path(folder))
        size = sum(path.stat().st_size for path in Path(folder).iterdir() if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": time.process_time(), "peak": peak, "size": size}))


def _measured(side: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.workbook", side, str(count)]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def report(rounds: int) -> str:
    """Measure every side in turn, so many rounds, and tell the least CPU and the greatest memory of each."""
    told: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
    for _ in range(rounds):
        for side, found in told.items():
            found.append(_measured(side, ACTIONS))
    rows = min(found["cpu"] for found in told["rows"])
    cpu = {side: min(f["cpu"] for f in found) - rows for side, found in told.items()}
    peak = {side: max(f["peak"] for f in found) for side, found in told.items()}
    lines = [
        f"| {side} | {cpu[side]:.1f} | {cpu[side] / cpu['plain']:.2f} | {peak[side]:.0f} "
        f"| {found[0]['size'] / 1e6:.1f} |"
        for side, found in told.items()
    ]
    return "\n".join([_HEAD.format(actions=ACTIONS, rounds=rounds, rows=rows), *lines, ""])


_HEAD = """# The workbook of {actions:,} actions

Written by `python -m bench.workbook`. CPU is user and system, the least of {rounds} rounds, each side in a process of
its own and in turn, less the {rows:.1f} s that making the rows takes (`rows`). `plain` is XlsxWriter writing the same
cells without format, table, link or rule; `plain streamed` the same with `constant_memory`. `ours` is the workbook as
it is written; `csv` the CSV files and data package alone. Peak memory is of the whole process, the run's rows included.

| side | CPU s | to plain | peak MB | file MB |
|---|---|---|---|---|"""


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        text = report(rounds=3)
        Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")
        print(text)
