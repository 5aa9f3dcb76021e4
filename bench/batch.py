"""Many files at once: what a file costs in processes of its own, what a second run costs, and what bad files cost.

    python -m bench.batch                  writes bench/batch.md, with 100, 1,000, 2,000 and 10,000 files
    python -m bench.batch 100 1000         with these numbers of files
    python -m bench.batch one FOLDER NOW   one run over a folder and the same again, printed as JSON; NOW is the time

The plans are the samples with their actions numbered, so that no two are alike. CPU is user and system time of a
process, or of all worker processes together; wall time counts from before the program is started, and is an upper bound
where others use the machine.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.make.content import Row, Sample, load, names
from tests.make.samples import _WRITERS

HERE = Path(__file__).parent
NASTY = HERE.parent.parent / "shared" / "nasty"
_DAY = date(2026, 1, 1)
_WORKERS = 2
_COSTED = 400
_MARK = 99_999
_COMPARED = ("actions", "headings", "plans")


def make_plans(folder: Path, count: int) -> None:
    """Write so many different plans of mixed formats, fifty to a folder."""
    with ProcessPoolExecutor(_WORKERS) as pool:
        list(pool.map(_make, [folder] * count, range(count), chunksize=50))


def _make(folder: Path, number: int) -> None:
    name = names()[number % len(names())]
    place = folder / f"council-{number // 50:04d}"
    place.mkdir(parents=True, exist_ok=True)
    file = Path(load(name).file)
    path = place / f"{file.stem}-{number:05d}{file.suffix}"
    path.write_bytes(_renumbered(name, number) if file.suffix == ".docx" else _written(name, number))


def _written(name: str, number: int) -> bytes:
    sample = load(name)
    return _WRITERS[sample.format](_numbered(sample, number))


@cache
def _parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_written(name, _MARK))) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def _renumbered(name: str, number: int) -> bytes:
    """A Word file with another number: writing each anew takes longer than reading it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in _parts(name).items():
            archive.writestr(part, data.replace(f"{_MARK}".encode(), f"{number:05d}".encode()))
    return buffer.getvalue()


def _numbered(sample: Sample, number: int) -> Sample:
    at = next(i for i, c in enumerate(sample.columns) if c.field == "action")
    return replace(sample, rows=tuple(_row(r, at, number) for r in sample.rows))


def _row(row: Row, at: int, number: int) -> Row:
    if len(row.cells) <= at or len(row.cells[at]) < 8:
        return row
    cells = (*row.cells[:at], f"{row.cells[at]} {number:05d}", *row.cells[at + 1 :])
    return replace(row, cells=cells)


def one(folder: Path, started: float) -> dict[str, float]:
    """A run over a folder by this process and its workers, and the same run again: seconds, and peak memory in MB."""
    with tempfile.TemporaryDirectory() as place:
        out, store = Path(place, "out"), Path(place, "store")
        first = _timed(folder, out, store)
        first["wall"] = time.time() - started
        again = _timed(folder, out, store)
        shutil.rmtree(out)
        anew = _timed(folder, out, store)
    return {**first, "again": again["wall"], "anew": anew["cpu"]}


def _timed(folder: Path, out: Path, store: Path) -> dict[str, float]:
    """Seconds on the clock, of CPU in this process, in it after the last file and in the workers; peak memory in MB."""
    from export.model import WriteOptions
    from ingather import running
    from ingather.options import Options

    spent: dict[str, float] = {}
    real = running.convert_all

    def watched(*given: object) -> object:
        began = time.monotonic()
        try:
            return real(*given)  # type: ignore[arg-type]
        finally:
            spent["reading"] = time.monotonic() - began
            spent["read_cpu"] = time.process_time()

    vars(running)["convert_all"] = watched
    began, cpu, children = time.monotonic(), time.process_time(), _children()
    request = running.Request([folder], out, store=store, workers=_WORKERS, as_json=True)
    running.run_folder(request, Options(_DAY), WriteOptions())
    vars(running)["convert_all"] = real
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ended = time.process_time()
    after = ended - spent.get("read_cpu", ended)
    wall, workers = time.monotonic() - began, _children() - children
    return {"wall": wall, "cpu": ended - cpu, "after": after, "workers": workers, "peak": peak, **spent}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def isolation(folder: Path) -> tuple[float, float]:
    """CPU milliseconds a file: in this process without limits, and in worker processes with them."""
    from ingather.batch import Batch, convert_all, look_at
    from ingather.journal import Journal
    from ingather.options import Options
    from ingather.pools import Setting
    from ingather.pools.processes import Processes
    from ingather.pools.serial import Serial
    from ingather.sources import find_inputs

    inputs = find_inputs([folder], folder / "out")[:_COSTED]
    costs = []
    for pool in (Serial(), Processes(_WORKERS)):
        batch = Batch(Setting(Options(_DAY)), pool, Journal(None))
        found = look_at(inputs, batch)
        cpu, children = time.process_time(), _children()
        convert_all(found, batch)
        pool.close()
        costs.append(1000 * (time.process_time() - cpu + _children() - children) / len(inputs))
    return costs[0], costs[1]


def nasty() -> Iterator[str]:
    """What the folder of hostile files comes to: three runs, and the good ones alone."""
    with tempfile.TemporaryDirectory() as place:
        outs = [Path(place, f"out{n}") for n in range(3)]
        codes = [_ingather(NASTY, out) for out in outs]
        files = _table(outs[0], "files")
        good = {f["source_file"] for f in files if f["outcome"] in ("read", "no_actions", "duplicate")}
        same = all(_rows(outs[0], good, t) == _rows(_alone(good, Path(place)), good, t) for t in _COMPARED)
        alike = all(_contents(out) == _contents(outs[0]) for out in outs)
    bare = [f["source_file"] for f in files if f["outcome"] != "read" and not f["reason"].endswith(".")]
    counts = Counter(f["outcome"] for f in files)
    yield f"{len(files)} files; exit codes of three runs {codes}; the three alike byte for byte: {alike}."
    yield "Outcomes: " + ", ".join(f"{n} {o}" for o, n in sorted(counts.items())) + "."
    yield f"Files without a sentence: {len(bare)}. Rows of the {len(good)} good files the same without the bad: {same}."


def _alone(good: set[str], place: Path) -> Path:
    """The results of a run over the good files only."""
    folder, out = place / "alone", place / "out-alone"
    if not out.exists():
        for name in good:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(NASTY / name, folder / name)
        _ingather(folder, out)
    return out


def _ingather(folder: Path, out: Path) -> int:
    command = [sys.executable, "-m", "ingather.cli", "run", str(folder), "--out", str(out), "--as-of", str(_DAY)]
    return subprocess.run([*command, "--no-store"], capture_output=True, check=False).returncode


def _contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def _table(out: Path, name: str) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 30)  # the text of a plan is one cell
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _rows(out: Path, files: set[str], table: str) -> list[dict[str, str]]:
    return [row for row in _table(out, table) if row["source_file"] in files]


_COLUMNS = (
    "files", "wall s", "CPU of workers ÷ 2, s", "wall less start-up ÷ that", "parent's CPU while reading, s",
    "after the last file, s", "of the workers'", "parent's peak MB", "CPU ms a file in all", "second run, wall s",
    "times faster", "all known, written anew, CPU s",
)  # fmt: skip


def report(counts: list[int]) -> str:
    """The page of figures."""
    lines = ["# Many files", "", f"Two workers, {date.today():%B %Y}; `python -m bench.batch` writes this page.", ""]
    with tempfile.TemporaryDirectory() as place:
        made = {count: Path(place, f"plans-{count}") for count in (1, *counts)}
        for count, folder in made.items():
            make_plans(folder, count)
        start_up = _measured(made[1])["wall"]
        lines += [f"Start-up, a run over one file: {start_up:.1f} s.", ""]
        lines += ["| " + " | ".join(_COLUMNS) + " |", "|" + "---|" * len(_COLUMNS)]
        found = {count: _measured(made[count]) for count in counts}
        lines += [_line(count, measured, start_up) for count, measured in found.items()]
        serial, pooled = isolation(made[counts[-1]])
    lines += ["", *_growth(found)]
    lines += [
        f"Isolation, first {min(counts[-1], _COSTED)} files, starting the workers included: {serial:.1f} CPU ms a file "
        f"in one process, {pooled:.1f} in workers with limits, {pooled - serial:+.1f}.",
    ]
    if NASTY.exists():
        lines += ["", "## Hostile and broken files", "", *(f"- {line}" for line in nasty())]
    return "\n".join([*lines, ""])


def _growth(found: dict[int, dict[str, float]]) -> Iterator[str]:
    if {1_000, 10_000} <= found.keys():
        ratio = found[10_000]["peak"] / found[1_000]["peak"]
        yield f"Parent's peak memory at 10,000 files is {ratio:.2f} times that at 1,000."
        yield ""


def _measured(folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.batch", "one", str(folder), str(time.time())]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    measured: dict[str, float] = json.loads(said.splitlines()[-1])
    return measured


def _line(count: int, m: dict[str, float], start_up: float) -> str:
    share = m["workers"] / _WORKERS
    total = m["cpu"] + m["workers"]
    figures = (
        f"{count:,}", f"{m['wall']:.1f}", f"{share:.1f}", f"{(m['wall'] - start_up) / share:.2f}",
        f"{m['cpu'] - m['after']:.1f}", f"{m['after']:.1f}", f"{100 * m['after'] / m['workers']:.0f} %",
        f"{m['peak']:.0f}", f"{1000 * total / count:.1f}", f"{m['again']:.2f}", f"{m['wall'] / m['again']:.0f}",
        f"{m['anew']:.1f}",
    )  # fmt: skip
    return "| " + " | ".join(figures) + " |"


def main() -> None:
    """Measure, and write the page."""
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(Path(sys.argv[2]), float(sys.argv[3]))))
        return
    page = report([int(n) for n in sys.argv[1:]] or [100, 1_000, 2_000, 10_000])
    (HERE / "batch.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
