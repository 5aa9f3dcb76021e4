"""What one worker does with one task."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from ingather.contents import read_input
from ingather.office.reading import put_down, read_from
from ingather.pipeline import convert_with, read_watched
from ingather.pools import Answer, Entry, Setting, Task
from ingather.results import not_read, unpacked, unreachable
from ingather.store import Store, document_key
from ingest.archive import Archive
from ingest.errors import Fatal, OutOfMemory, TooLarge, TooSlow, Unconverted, Unreadable
from ingest.limits import Limits
from ingest.model import Document, Yielded
from ingest.reading import format_of
from ingest.recognition import LATE
from ingest.sniff import OLD_OFFICE
from normalise.corrections import Correction, Corrections
from normalise.model import Source

_DEEPEST = 3
_LIMITS = (TooSlow, OutOfMemory, Fatal, Unconverted)
_TOLD = (*(limit.sentence[:-1] for limit in _LIMITS), LATE)
"""What notes say of a limit that another run may not meet."""

Watch = Callable[[Yielded], None]
Watching = Callable[[], AbstractContextManager[Watch]]


def unwatched() -> AbstractContextManager[Watch]:
    """No limit of time."""
    return nullcontext(lambda item: None)


def perform(task: Task, setting: Setting, watching: Watching = unwatched) -> Answer:
    """Do a task; whatever its file does short of ending the process becomes the answer's row."""
    limits = setting.options.limits
    try:
        data = read_input(task.item, limits)
    except Unreadable as error:
        return Answer(not_read(task.source, error))
    except OSError:
        return Answer(unreachable(task.item), lasting=False)
    folder = task.item.folder if setting.options.council_from == "folder" else ""
    source = Source(task.item.name, hashlib.sha256(data).hexdigest(), len(data), folder)
    if task.listing:
        return _listed(data, source, task, limits)
    if task.staging and task.staged:
        put_down(data, source.sha256, task.staged)
        return Answer(unpacked(source, 0))
    return _converted(source, setting, _Reading(data, task, setting, watching))


def _converted(source: Source, setting: Setting, reading: _Reading) -> Answer:
    heard = _Heard(setting.corrections.lines, setting.corrections.names)
    found = convert_with(lambda: reading.document(source), source, setting.options, heard)
    starved = OutOfMemory.sentence[:-1] in found.file.reason
    lasting = found.lasting and not reading.cut_short
    return Answer(found.file, found.rows, lasting, tuple(sorted(heard.asked)), starved=starved)


@dataclass(slots=True)
class _Reading:
    """Bytes that become a document, from the store if it holds them."""

    data: bytes
    task: Task
    setting: Setting
    watching: Watching
    cut_short: bool = False

    def document(self, source: Source) -> Document:
        store = Store(self.setting.store)
        options = self.setting.options
        key = document_key(source.sha256, options.limits, options.office if self.task.old else "")
        kept = store.get("documents", key, Document)
        if kept is not None:
            return kept
        document = self._read(source.sha256)
        if document.complete and not self.cut_short:
            store.put("documents", key, document)
        return document

    def _read(self, name: str) -> Document:
        options, staged = self.setting.options, self.task.staged
        with self.watching() as watch:
            try:
                if staged:
                    document = read_from(staged, name, self.data, options, watch)
                else:
                    document = read_watched(self.data, options, watch)
            except _LIMITS:
                self.cut_short = True
                raise
        self.cut_short = any(limit in n.message for n in document.notes for limit in _TOLD)
        return document


@dataclass(frozen=True, slots=True)
class _Heard(Corrections):
    """Corrections that remember which actions they were asked about."""

    asked: set[str] = field(default_factory=set)

    def of_actions(self, action_ids: Collection[str], names: Collection[str]) -> tuple[Correction, ...]:
        self.asked.update(action_ids)
        return Corrections.of_actions(self, action_ids, names)


def _listed(data: bytes, source: Source, task: Task, limits: Limits) -> Answer:
    """The entries of a zip archive; none for any other kind of file, which is then converted as it is."""
    try:
        kind = format_of(data, limits)
        found = _entries(data, limits) if kind == "zip" and len(task.item.inside) < _DEEPEST else ()
    except Unreadable as error:
        return Answer(not_read(source, error))
    return Answer(unpacked(source, len(found)), entries=found)


def _entries(data: bytes, limits: Limits) -> tuple[Entry, ...]:
    archive = Archive(data, limits)
    return tuple(_entry(archive, name) for name in dict.fromkeys(archive.names))


def _entry(archive: Archive, name: str) -> Entry:
    try:
        held = archive.read(name)
    except TooLarge:
        raise
    except Unreadable:
        return Entry(name, "", 0)
    return Entry(name, hashlib.sha256(held).hexdigest(), len(held), held.startswith(OLD_OFFICE))
