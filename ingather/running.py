"""A whole run: find the files, convert them with progress, write the outputs, and say in plain words what happened."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from export import OutputError
from export.model import WriteOptions
from export.readback.settling import Settled
from export.redaction import Names
from ingather.batch import Batch, Sorted, convert_all, look_at
from ingather.correcting import FILE, load
from ingather.folding import columns, complain
from ingather.following import followed, keep_names
from ingather.gathering import tables_of
from ingather.journal import Journal
from ingather.looking import look_everywhere, parent_of
from ingather.office.program import Office
from ingather.options import Options
from ingather.pools import Pool, Setting
from ingather.pools.converting import Converting
from ingather.progress import progress
from ingather.publishing import HalfWritten, Place, prepare, publish
from ingather.remote.addresses import NotReached
from ingather.report import Report, as_json, as_plan, as_text, report
from ingather.results import Result
from ingather.sources import Input, real
from ingather.standing import Standing, keep_edits, look_back, way_to
from ingather.store import Store
from ingather.trouble import Trouble, no_cluster, no_corrections, not_reached, not_written, stopped
from ingather.unchanged import remember, run_key, same_as_before
from ingather.watching.lock import marked
from normalise.corrections import BadCorrection


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and where to write; `corrections` is None for those of the output folder.

    `workers` is how many processes read, 0 for one a core, `cluster` the address of a Dask scheduler to read instead;
    `store` is the folder of the store, None for none; `limit` how many files are read at most, 0 for all. `office` is
    the LibreOffice that old Word files go through, None for none. `addresses` are those of object storage to read too.
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
    names: Names = field(default_factory=Names)
    cluster: str = ""
    office: Office | None = None
    addresses: tuple[str, ...] = ()

    @property
    def corrections_file(self) -> Path:
        """Where corrections stand."""
        return self.corrections or self.out / FILE


def run_folder(request: Request, options: Options, write: WriteOptions) -> int:
    """Read every file under the paths, write all outputs, print a summary; returns the exit code."""
    if real(request.out) in {real(p) for p in request.paths}:
        complain("The output folder is the folder to read. Choose another with --out, such as results.")
        return 2
    try:
        corrections = load(request.corrections_file)
    except (BadCorrection, OSError, UnicodeDecodeError) as error:
        return _told(no_corrections(request.corrections_file, error, asked=request.corrections is not None))
    try:
        pool = pool_of(request.workers, request.cluster, request.office)
    except (OSError, ImportError) as error:
        return _told(no_cluster(request.cluster, error))
    setting = Setting(options, corrections, request.store)
    try:
        return _Run(request, Batch(setting, pool, Journal(request.store)), write).code()
    except (OutputError, NotReached) as error:
        return _told(not_written(error) if isinstance(error, OutputError) else not_reached(error))
    except KeyboardInterrupt as stop:
        return _told(stopped(stored=request.store is not None, half_written=isinstance(stop, HalfWritten)))
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _Run:
    """One run, its corrections read and its pool ready."""

    request: Request
    batch: Batch
    write: WriteOptions
    root: str = ""

    def code(self) -> int:
        """Run, say what happened, and give the exit code."""
        request = self.request
        looked, root = look_everywhere(request.paths, request.addresses, request.out)
        inputs = looked.inputs[: request.limit or None]
        found = look_at(inputs, self.batch)
        if request.dry_run:
            print(as_plan(found, self._following(found).batch.setting, as_json=request.as_json))
            return 0
        store = Store(request.store)
        with marked(request.out):
            run = replace(self, root=root)._following(found)
            key = run._key(found)
            said = same_as_before(store, key) or run._anew(inputs, found, key)
        said = replace(said, passed_over=looked.passed_over)
        code = 1 if said.failed or (request.strict and said.problems) else 0
        print(as_json(said, code) if request.as_json else as_text(said, columns()))
        return code

    def _following(self, found: Sorted) -> _Run:
        """The run with corrections that follow their files."""
        setting = self.batch.setting
        corrections = followed(setting.corrections, found, self.request.out)
        return replace(self, batch=replace(self.batch, setting=replace(setting, corrections=corrections)))

    def _anew(self, inputs: Sequence[Input], found: Sorted, key: str) -> Report:
        """Convert, replay what analysts changed in the workbook, write, and remember the run."""
        request = self.request
        prepare(request.out)
        keep_names(self.batch.setting.corrections, request.corrections_file)
        standing = look_back(request.out)
        results = self._converted(found)
        actions = tables_of(results)["actions"] if standing.edits else []
        settled = standing.settled(actions)
        if keep_edits(settled, request.corrections_file, actions):
            return self._corrected(inputs, standing, settled)
        return self._written(inputs, results, standing, settled, key)

    def _corrected(self, inputs: Sequence[Input], standing: Standing, settled: Settled) -> Report:
        """The run once more, with the edits as corrections; what was read is kept."""
        setting = replace(self.batch.setting, corrections=load(self.request.corrections_file))
        found = look_at(inputs, self.batch)
        again = replace(self, batch=replace(self.batch, setting=setting))._following(found)
        said = again._written(inputs, again._converted(found), standing, settled, again._key(found))
        return replace(said, edits_kept=len(settled.corrections))

    def _key(self, found: Sorted) -> str:
        """What `same_as_before` knows the run by."""
        request = self.request
        way = self.root or way_to(parent_of(request.paths, request.addresses), request.out)
        return run_key(found, self.batch.setting, request.out, (self.write, request.names, way))

    def _converted(self, found: Sorted) -> tuple[Result, ...]:
        with progress(found.total) as tick:
            return convert_all(found, replace(self.batch, tick=tick))

    def _written(
        self, inputs: Sequence[Input], results: Sequence[Result], standing: Standing, settled: Settled, key: str
    ) -> Report:
        request = self.request
        place = Place(
            request.out, parent_of(request.paths, request.addresses), tuple(i.name for i in inputs), self.write,
            request.names, self.root,
        )  # fmt: skip
        published = publish(results, self.batch.setting, place, standing, settled)
        said = report(published.tables, published.written)
        told_apart = all(i.remote.version for i in inputs if i.remote)  # else bytes may change unseen
        if told_apart and all(r.lasting for r in results):
            remember(Store(request.store), key, said, published.written)
        return said


def pool_of(workers: int, cluster: str = "", office: Office | None = None) -> Pool:
    """The pool for so many processes, one a core for 0, or the workers of a Dask scheduler at an address.

    With `office`, old Word files go through LibreOffice on this computer first.
    Raises OSError where no scheduler answers and ImportError where Dask is not installed.
    """
    if cluster:
        from ingather.pools.cluster import Cluster

        return Cluster(cluster)
    from ingather.pools.processes import Processes

    processes = Processes(workers or os.cpu_count() or 1)
    return Converting(processes, office) if office else processes


def _told(trouble: Trouble) -> int:
    said, code = trouble
    complain(said)
    return code
