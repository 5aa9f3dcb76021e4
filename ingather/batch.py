"""Many files: each known by its bytes, looked up in the store, converted in a pool if need be, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from sys import intern

from ingather.contents import Identified, identify
from ingather.gathering import duplicate
from ingather.journal import Journal
from ingather.keeping import Kept
from ingather.naming import told_apart
from ingather.pools import Answer, Pool, Setting, Task
from ingather.results import Result, set_aside, too_large, unpacked, unreachable
from ingather.sources import Input, inside_zip
from ingather.spool import Spool
from ingest.limits import Limits
from normalise.model import Source
from normalise.rows import FileRow

_OFFICE = (
    ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".fodt", ".ods", ".sxw", ".sxc", ".xlsx", ".xlsm",
    ".xltx", ".pptx",
)  # fmt: skip
"""Zips that are documents: no need to ask what stands in them before they are read."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How the files of a run are converted; `tick` is told the row of each when it is done.

    `identify` hashes a file on disk, or knows its hash from before.
    """

    setting: Setting
    pool: Pool
    journal: Journal
    tick: Callable[[FileRow], None] = lambda row: None
    identify: Callable[[Input, Limits], Identified] = identify


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files of a run by what is to be done: rows already known, tasks, and files with the bytes of another."""

    rows: list[FileRow] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    copies: list[tuple[Source, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Number of files."""
        return len(self.rows) + len(self.tasks) + len(self.copies)


def convert_all(found: Sorted, batch: Batch) -> tuple[Result, ...]:
    """A result for every file, in order of name; the same bytes are read once."""
    results = [Result(row) for row in found.rows]
    spool = Spool()
    for task, answer in _answers(found.tasks, batch):
        batch.tick(answer.file)
        file = _shared(answer.file, task.source)
        results.append(Result(file, spool.put(answer.plan) if answer.plan else None, answer.lasting))
    named = {first for _, first in found.copies}
    rows = {r.file.source_file: r.file for r in results if r.file.source_file in named}
    copies = [duplicate(source, rows[first]) for source, first in found.copies]
    for row in (*found.rows, *copies):
        batch.tick(row)
    results += [Result(row) for row in copies]
    results.sort(key=lambda r: r.file.source_file)
    return tuple(_once(results) if any(t.item.remote for t in found.tasks) else results)


def _shared(file: FileRow, source: Source) -> FileRow:
    """The row with texts that stand in memory already: each answer brings its own copy of them."""
    known = {text: text for text in (source.path, source.sha256)}
    return replace(
        file, source_file=known.get(file.source_file, file.source_file),
        source_sha256=known.get(file.source_sha256, file.source_sha256),
        format=intern(file.format), engine=intern(file.engine), outcome=intern(file.outcome),
    )  # fmt: skip


def _once(results: Iterable[Result]) -> Iterator[Result]:
    """The results, rows given once for the same bytes: those of object storage are known only when they were read."""
    first: dict[str, FileRow] = {}
    for result in results:
        file = result.file
        known = first.setdefault(file.source_sha256, file) if result.plan else file
        if known is file:
            yield result
        else:
            source = Source(file.source_file, file.source_sha256, file.bytes or 0)
            yield Result(duplicate(source, known), None, result.lasting)


def look_at(inputs: Iterable[Input], batch: Batch) -> Sorted:
    """Hash every file, list what zips hold, and find what has the same bytes as a file of an earlier name."""
    found = Sorted()
    tasks = [task for item in inputs if (task := _task(item, batch, found.rows))]
    tasks = list(_opened(tasks, batch, found.rows))
    first: dict[str, str] = {}
    for task in sorted(tasks, key=lambda t: t.source.path):
        sha256, name = task.source.sha256, task.source.path
        if sha256 and first.setdefault(sha256, name) != name:
            found.copies.append((task.source, first[sha256]))
        else:
            found.tasks.append(task)
    return found


def _task(item: Input, batch: Batch, rows: list[FileRow]) -> Task | None:
    """The task of an input on disk; None where its row is known without opening it."""
    limits = batch.setting.options.limits
    if item.barred:
        rows.append(unreachable(item))
        return None
    try:
        known = _remembered(batch.identify(item, limits), item, batch)
    except OSError:
        rows.append(unreachable(item))
        return None
    if known.source.bytes > limits.file_bytes:
        rows.append(too_large(item, known.source.bytes, limits.file_bytes))
        return None
    listing = known.zipped and not item.name.lower().endswith(_OFFICE)
    return Task(item, known.source, listing, batch.journal.deaths(known.source.sha256) > 0, known.old)


def _remembered(known: Identified, item: Input, batch: Batch) -> Identified:
    """With the hash of a file in object storage that has not changed since it was read."""
    if not item.remote:
        return known
    return replace(known, source=replace(known.source, sha256=Kept(batch.setting).sha256_of(item.remote)))


def _opened(tasks: Sequence[Task], batch: Batch, rows: list[FileRow]) -> Iterator[Task]:
    """The tasks, with those of a zip's files in place of the zip."""
    archives = [t for t in tasks if t.listing]
    yield from (t for t in tasks if not t.listing)
    while archives:
        inner: list[Task] = []
        for archive, answer in _answers(archives, batch):
            if answer.entries:
                source = replace(archive.source, sha256=answer.file.source_sha256)
                rows.append(unpacked(source, len(answer.entries)))
                inner += _held(archive, answer)
            elif answer.file.outcome == "read":  # no archive after all, or one without files
                yield replace(archive, listing=False)
            else:
                # The store may know these bytes from a run that met them under another name.
                rows.append(replace(answer.file, source_file=archive.source.path))
        archives = [t for t in inner if t.listing]
        yield from (t for t in inner if not t.listing)


def _held(archive: Task, answer: Answer) -> Iterator[Task]:
    held = [(item, entry) for entry in answer.entries if (item := inside_zip(archive.item, entry.name))]
    for (item, entry), name in zip(held, told_apart(item.name for item, _ in held), strict=True):
        listing = entry.name.lower().endswith(".zip")
        yield Task(replace(item, name=name), Source(name, entry.sha256, entry.bytes), listing, old=entry.old)


def _answers(tasks: Sequence[Task], batch: Batch) -> Iterator[tuple[Task, Answer]]:
    """The answer to each task, from the store, the journal or the pool."""
    kept = Kept(batch.setting)
    fresh = []
    for task in tasks:
        answer = kept.get(task) or _twice_fatal(task, batch.journal)
        if answer:
            yield task, answer
        else:
            fresh.append(task)
    with batch.journal.open():
        for task, answer in batch.pool.run(batch.setting, fresh, batch.journal.begun):
            batch.journal.done(task)
            kept.put(task, answer)
            yield task, answer
    if fresh:
        kept.prune()


def _twice_fatal(task: Task, journal: Journal) -> Answer | None:
    if journal.deaths(task.source.sha256) < 2:
        return None
    reason = "The computer stopped twice while this file was being read, so it was left alone."
    advice = "Open it in the program that made it, save it again, and run ingather again with the new file."
    return Answer(set_aside(task.source, reason, advice), lasting=False)
