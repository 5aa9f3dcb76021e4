"""A whole run: find the files, convert them with progress, write the outputs, and say in plain words what happened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from export import OutputError, write_all
from export.model import About, Export, WriteOptions
from ingather import __version__
from ingather.correcting import FILE, load
from ingather.options import Options
from ingather.pipeline import Result, convert_all, tables_of
from ingather.sources import Input, find_inputs
from normalise.corrections import BadCorrection
from normalise.rows import Row

_READ = ("read", "partly_read", "no_actions", "duplicate")


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and where to write; `corrections` is None for those of the output folder."""

    paths: Sequence[Path]
    out: Path
    corrections: Path | None = None
    strict: bool = False


def run_folder(request: Request, options: Options, write: WriteOptions) -> int:
    """Read every file under the paths, write all outputs, print a summary; returns the exit code."""
    try:
        corrections = load(request.corrections or request.out / FILE)
    except (BadCorrection, OSError, UnicodeDecodeError) as error:
        print(_bad_corrections(error), file=sys.stderr)
        return 2
    inputs = find_inputs(request.paths, request.out)
    with _progress(len(inputs)) as tick:
        results = convert_all(inputs, options, corrections, tick)
    tables = tables_of(results)
    about = About(version=__version__, as_of=options.as_of, inputs=tuple(i.name for i in inputs))
    try:
        written = write_all(Export(tables, about), request.out, write)
    except OutputError as error:
        print(f"{error} {error.suggestion}", file=sys.stderr)
        return 3
    print(_summary(inputs, tables, written))
    return _exit_code(tables, request.strict)


def _bad_corrections(error: Exception) -> str:
    said = str(error) if isinstance(error, BadCorrection) else "The corrections could not be read."
    return f"{said} Mend or remove that line of the corrections file, and run again."


def _exit_code(tables: dict[str, list[Row]], strict: bool) -> int:
    lost = any(f["outcome"] in ("refused", "set_aside") for f in tables["files"])
    problem = strict and any(r["severity"] == "problem" for r in tables["review"])
    return 1 if lost or problem else 0


def _summary(inputs: Sequence[Input], tables: dict[str, list[Row]], written: Sequence[Path]) -> str:
    files = tables["files"]
    read = [f for f in files if f["outcome"] in _READ]
    with_actions = sum(1 for f in files if f["actions"])
    lines = [
        f"Files read:       {len(read)} of {len(inputs)}",
        f"Actions found:    {len(tables['actions'])} in {_count(with_actions, 'plan')}",
        f"Things to review: {sum(1 for r in tables['review'] if r['severity'] != 'info')}",
    ]
    left = [f for f in files if f["outcome"] not in ("read", "duplicate")]
    if left:
        lines += ["", "Not read, read in part, or without actions:"]
        lines += [f"  {f['source_file']}: {f['reason']} {f['suggestion']}" for f in left]
    book = next((p for p in written if p.suffix == ".xlsx"), written[0])
    return "\n".join([*lines, "", f"Workbook: {book}"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Result], None]]:
    """A bar on standard error when that is a terminal, nothing otherwise."""
    if not sys.stderr.isatty():
        yield lambda result: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda result: bar.update(task, advance=1, description=result.file.source_file)
