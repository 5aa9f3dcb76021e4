"""Word reading side by side: how much of each table comes out right, CPU seconds and memory.

`python -m bench.word` prints the figures as Markdown. Every measurement runs in a process of its own, so that no reader
warms up for another; times are CPU seconds (user and system), the least of several runs. Peers come with the dependency
group `bench`; one that is not installed is left out with a line. Right and wrong are judged on the documents beside the
checkout (../shared/word) by their own scorer, and left out where they are absent.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bench.word_made import large_table, merged_table, ordinary_plans
from bench.word_readers import READERS, Grid

SHARED = Path(__file__).parent.parent.parent / "shared"
RUNS = 7
PATIENCE = 300
LONG = 5.0
MERGED = (1_000, 5_000, 20_000)
FLOOR, OURS = list(READERS)[:2]

Figures = tuple[float, float]
"""CPU seconds, and megabytes at the peak above the start."""


def documents(kind: str) -> list[bytes]:
    """What to read for a kind of measurement: `large`, `plans`, or `merged-N` with N rows."""
    if kind == "large":
        return [large_table(5_000, 8)]
    return ordinary_plans(100) if kind == "plans" else [merged_table(int(kind.partition("-")[2]))]


def measure(name: str, folder: Path) -> Figures:
    """One run of a reader in this process over the files of a folder, after one plan to warm it up."""
    convert = READERS[name]().convert
    given = [path.read_bytes() for path in sorted(folder.iterdir())]
    convert(ordinary_plans(1)[0])
    before = peak()
    begin = process_time()
    kept = [convert(data) for data in given]
    seconds = process_time() - begin
    return seconds, peak() - before if kept else 0.0


def peak() -> float:
    """Megabytes this process has held at most; getrusage would give the parent's peak where that was higher."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measured(name: str, kind: str) -> Figures | None:
    """The least of several runs, each in a process of its own; None where the reader fails or takes too long."""
    found: list[Figures] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(documents(kind)):
            Path(folder, f"{number:03}.docx").write_bytes(data)
        command = [sys.executable, "-m", "bench.word", "--one", name, folder]
        while len(found) < RUNS and not (found and found[0][0] > LONG):
            try:
                run = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
                return None
            found.append(json.loads(run.stdout.splitlines()[-1]))
    return min(seconds for seconds, _ in found), min(megabytes for _, megabytes in found)


def installed() -> tuple[list[str], list[str]]:
    """The readers that can be imported, and those that cannot."""
    there, absent = [], []
    for name, load in READERS.items():
        try:
            load()
        except ImportError:
            absent.append(name)
        else:
            there.append(name)
    return there, absent


def scores(name: str) -> str:
    """A reader's cell and row F1 (macro) on the documents with known tables, empty where they are absent."""
    gold = SHARED / "word" / "gold.json"
    if name == FLOOR or not gold.is_file():
        return " | "
    known = {k: v for k, v in json.loads(gold.read_text(encoding="utf-8")).items() if (gold.parent / k).is_file()}
    with tempfile.TemporaryDirectory() as folder:
        for document in known:
            tables = [_raw(grid) for grid in _grids(name, (gold.parent / document).read_bytes())]
            Path(folder, f"{document}.json").write_text(json.dumps(tables), encoding="utf-8")
        judged = Path(folder, "gold.json")
        judged.write_text(json.dumps(known), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score_tables.py"), folder, str(judged)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    macro = run.stdout.splitlines()[-1].split()
    return f"{macro[macro.index('cell') + 1]} | {macro[macro.index('row') + 1]}"


def _grids(name: str, data: bytes) -> list[Grid]:
    """What a reader finds in a document; one that fails on it has found nothing."""
    reader = READERS[name]()
    try:
        return reader.grids(reader.convert(data))
    except Exception as error:
        print(f"{name}: {type(error).__name__}", file=sys.stderr)
        return []


def _raw(grid: Grid) -> dict[str, object]:
    """A table as the scorer takes it."""
    return {"rows": [[None if text is None else {"text": text} for text in row] for row in grid]}


def side_by_side() -> Iterator[str]:
    """A line for each reader."""
    there, absent = installed()
    base = measured(FLOOR, "large") or (1.0, 1.0)
    yield "| reader | cell F1 | row F1 | 5,000×8 table | × floor | MB | × floor | 100 plans |"
    yield "|---|---|---|---|---|---|---|---|"
    for name in there:
        large, plans = measured(name, "large"), measured(name, "plans")
        costs = "fails | | | "
        if large:
            costs = f"{large[0]:.3f} | {large[0] / base[0]:.1f} | {large[1]:.0f} | {large[1] / base[1]:.1f}"
        yield f"| {name} | {scores(name)} | {costs} | {f'{plans[0]:.3f}' if plans else 'fails'} |"
    yield from (f"\n{name} is not installed: it is left out." for name in absent)


def merged_curve() -> Iterator[str]:
    """A line for each length of a table whose first column is one cell."""
    yield "| rows | ingather | µs a row | floor |\n|---|---|---|---|"
    for rows in MERGED:
        ours, least = measured(OURS, f"merged-{rows}"), measured(FLOOR, f"merged-{rows}")
        if ours and least:
            yield f"| {rows:,} | {ours[0]:.3f} | {ours[0] / rows * 1e6:.0f} | {least[0]:.3f} |"


def lines() -> Iterator[str]:
    """The whole report, line by line."""
    yield "# Word\n\nPrinted by `python -m bench.word`. CPU seconds, least of several processes; MB above the start."
    yield "\n## Side by side\n"
    yield from side_by_side()
    yield "\n## One cell merged down all rows\n"
    yield from merged_curve()


def main() -> None:
    """Print the report, or with `--one NAME FOLDER` one measurement."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
        return
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
