"""A whole run: find the files, convert them with progress, write the outputs, and say in plain words what happened."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from export import OutputError, write_all
from export.model import About, Export, WriteOptions
from ingather import __version__
from ingather.batch import Batch, Sorted, convert_all, look_at
from ingather.correcting import FILE, load
from ingather.gathering import tables_of
from ingather.journal import Journal
from ingather.options import Options
from ingather.pools import Pool, Setting
from ingather.progress import progress
from ingather.report import Report, as_json, as_plan, as_text, report
from ingather.sources import Input, find_inputs
from ingather.store import Store
from ingather.unchanged import remember, run_key, same_as_before
from normalise.corrections import BadCorrection

STOPPED = 130
"""Exit code of a run that was interrupted from the keyboard, as shells have it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and where to write; `corrections` is None for those of the output folder.

    `workers` is how many processes read, 0 for one a core; `store` the folder of the store, None for none;
    `limit` how many files are read at most, 0 for all.
    """

    paths: Sequence[Path]
    out: Path
    corrections: Path | None = None
    strict: bool = False
    workers: int = 0
    store: Path | None = None
    limit: int = 0
    dry_run: bool = False
    as_json: bool = False


def run_folder(request: Request, options: Options, write: WriteOptions) -> int:
    """Read every file under the paths, write all outputs, print a summary; returns the exit code."""
    try:
        corrections = load(request.corrections or request.out / FILE)
    except (BadCorrection, OSError, UnicodeDecodeError) as error:
        print(_bad_corrections(error), file=sys.stderr)
        return 2
    pool = pool_of(request.workers)
    setting = Setting(options, corrections, request.store)
    try:
        return _Run(request, Batch(setting, pool, Journal(request.store)), write).code()
    except OutputError as error:
        print(f"{error} {error.suggestion}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print(_stopped(request), file=sys.stderr)
        return STOPPED
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _Run:
    """One run, its corrections read and its pool ready."""

    request: Request
    batch: Batch
    write: WriteOptions

    def code(self) -> int:
        """Run, say what happened, and give the exit code."""
        request = self.request
        inputs = find_inputs(request.paths, request.out)[: request.limit or None]
        found = look_at(inputs, self.batch)
        if request.dry_run:
            print(as_plan(found, self.batch.setting))
            return 0
        store = Store(request.store)
        key = run_key(found, self.batch.setting, request.out, self.write)
        said = same_as_before(store, key) or self._anew(inputs, found, key)
        code = 1 if said.failed or (request.strict and said.problems) else 0
        print(as_json(said, code) if request.as_json else as_text(said))
        return code

    def _anew(self, inputs: Sequence[Input], found: Sorted, key: str) -> Report:
        with progress(found.total) as tick:
            results = convert_all(found, replace(self.batch, tick=tick))
        tables = tables_of(results)
        about = About(__version__, self.batch.setting.options.as_of, tuple(i.name for i in inputs))
        written = write_all(Export(tables, about), self.request.out, self.write)
        said = report(tables, written)
        if all(r.lasting for r in results):
            remember(Store(self.request.store), key, said, written)
        return said


def pool_of(workers: int) -> Pool:
    """The pool for so many processes, one a core for 0."""
    from ingather.pools.processes import Processes

    return Processes(workers or os.cpu_count() or 1)


def _stopped(request: Request) -> str:
    kept = "What was read is kept: run the same command again to go on." if request.store else "Run it again."
    return f"Stopped; nothing was written. {kept}"


def _bad_corrections(error: Exception) -> str:
    said = str(error) if isinstance(error, BadCorrection) else "The corrections could not be read."
    return f"{said} Mend or remove that line of the corrections file, and run again."
