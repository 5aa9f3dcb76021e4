"""The watcher: look, read what has arrived, write the results, and look again until told to stop."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from export import OutputError
from export.model import WriteOptions
from ingather.batch import Batch, convert_all, look_at
from ingather.correcting import FILE, load
from ingather.folding import complain
from ingather.following import followed, keep_names
from ingather.gathering import tables_of
from ingather.journal import Journal
from ingather.options import Options
from ingather.pools import Pool, Setting
from ingather.publishing import Place, publish
from ingather.results import Result
from ingather.sources import real
from ingather.standing import keep_edits, look_back
from ingather.watching.inbox import Inbox, Look
from ingather.watching.lock import Held, locked
from ingather.watching.memory import Memory
from ingather.watching.sparing import Sparing
from ingather.watching.standing import standing
from ingather.watching.status import NAME, brought_up_to_date, write_status
from ingest.limits import Limits
from normalise.corrections import BadCorrection
from normalise.rows import FileRow

_PAUSE = 1.0
_SHARE = 4  # of the time, at most a fourth goes into writing
_AFTER_FAILURE = 30.0


@dataclass(frozen=True, slots=True)
class Watch:
    """What to watch and where to write; `as_of` is None for each day's own date.

    `office` is the LibreOffice that the pool puts before old Word files, by name and version, "" for none;
    `council_from` is "folder" where the folders are named after the councils.
    """

    inbox: Path
    out: Path
    store: Path
    as_of: date | None = None
    write: WriteOptions = field(default_factory=WriteOptions)
    office: str = ""
    limits: Limits = field(default_factory=Limits)
    council_from: str = ""


def watch_folder(watch: Watch, pool: Pool) -> int:
    """Watch until stopped by Ctrl-C or the system; returns the exit code."""
    if real(watch.out).is_relative_to(real(watch.inbox)):
        complain("The output folder may not lie inside the folder watched. Give another with --out.")
        return 2
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    signal.signal(signal.SIGINT, lambda number, frame: stop.set())
    try:
        with locked(watch.inbox, watch.out, watch.store / "watchers"):
            page = watch.out / NAME
            print(f"Watching {watch.inbox}; {page} says how each file stands. Stop with Ctrl-C.", flush=True)
            Watcher(watch, pool).until(stop)
    except Held as held:
        complain(str(held))
        return 2
    except OSError as error:
        complain(f"{watch.out} could not be written: {error.strerror}.")
        return 3
    finally:
        pool.close()
    return 0


class Watcher:
    """One folder and its results. `clock` gives seconds, and is another in tests."""

    def __init__(self, watch: Watch, pool: Pool, clock: Callable[[], float] = time.monotonic) -> None:
        self._watch = watch
        self._pool = Sparing(pool)
        self._clock = clock
        self._inbox = Inbox(watch.inbox, watch.out, clock)
        self._memory = Memory(watch.out)
        self._rows: tuple[FileRow, ...] = ()
        self._done: object = None
        self._not_before = 0.0
        self._said = ""

    def until(self, stop: threading.Event) -> None:
        """Look once a second until told to stop; what is being read then is read again next time."""
        while not stop.is_set():
            self.turn()
            stop.wait(_PAUSE)
        self._show("The watcher was stopped.", self._rows)

    def turn(self) -> None:
        """Look once, and read and write if anything has changed since the results were written."""
        look = self._inbox.look()
        if look is None:
            self._show("The folder cannot be reached; the results stay as they are until it can.", self._rows)
            return
        try:
            setting = self._setting()
        except (BadCorrection, OSError, UnicodeDecodeError) as error:
            self._show(f"The corrections cannot be used: {error}", self._rows)
            return
        state = (look, setting, *(self._inbox.marks(look.settled)))
        if state == self._done or self._clock() < self._not_before:
            return
        began = self._clock()
        written = self._bring_up_to_date(look, setting)
        self._done = state if written else None
        pause = (self._clock() - began) * (_SHARE - 1) if written else _AFTER_FAILURE
        self._not_before = self._clock() + pause

    def _setting(self) -> Setting:
        watch = self._watch
        options = Options(watch.as_of or date.today(), watch.limits, watch.office, watch.council_from)
        return Setting(options, load(self._watch.out / FILE), self._watch.store)

    def _bring_up_to_date(self, look: Look, setting: Setting) -> bool:
        """Read what is new, write everything; false where the results could not be written."""
        results, setting = self._read(look, setting)
        try:
            self._write(results, look, setting)
        except OutputError as error:
            self._show(f"{error} {error.suggestion} It will be tried again.", self._rows)
            return False
        self._show(brought_up_to_date(self._rows), self._rows)
        return True

    def _read(self, look: Look, setting: Setting) -> tuple[tuple[Result, ...], Setting]:
        """What was read, and the setting with corrections that follow their files."""
        batch = Batch(setting, self._pool, Journal(self._watch.store), identify=self._inbox.identify)
        found = look_at(look.settled, batch)
        setting = replace(setting, corrections=followed(setting.corrections, found, self._watch.out))
        batch = replace(batch, setting=setting)
        known = {r.source_file for r in self._rows}
        under_way = [
            FileRow(t.source.path, "", t.source.bytes, "", "", "reading", "", "")
            for t in found.tasks if t.source.path not in known
        ]  # fmt: skip
        if under_way:
            self._show("Files are being read.", [*self._rows, *under_way])
        read, look = self._still_true(convert_all(found, batch), look)
        results = standing(read, look, self._memory, setting)
        self._rows = tuple(r.file for r in results)
        return results, setting

    def _still_true(self, results: Sequence[Result], look: Look) -> tuple[list[Result], Look]:
        """Take back what was read of files that changed meanwhile: nothing half-written is ever shown."""
        changed = tuple(i for i in look.settled if not i.barred and not self._inbox.is_settled(i))
        names = {i.name for i in changed}
        inside = tuple(f"{n}/" for n in names)
        kept = [r for r in results if not (r.file.source_file in names or r.file.source_file.startswith(inside))]
        return kept, replace(look, waiting=(*look.waiting, *changed))

    def _write(self, results: Sequence[Result], look: Look, setting: Setting) -> None:
        """Write all outputs; what analysts changed in the workbook is kept and replayed first."""
        watch = self._watch
        keep_names(setting.corrections, watch.out / FILE)
        before = look_back(watch.out)
        actions = tables_of(results)["actions"] if before.edits else []
        settled = before.settled(actions)
        if keep_edits(settled, watch.out / FILE, actions):
            results, setting = self._read(look, self._setting())
        place = Place(watch.out, real(watch.inbox), tuple(r.file.source_file for r in results), watch.write)
        publish(results, setting, place, before, settled)

    def _show(self, said: str, rows: Sequence[FileRow]) -> None:
        """Write the page when what it says has changed; a page that cannot be written stops nobody."""
        told = f"{said} {rows!r}"
        if told == self._said:
            return
        try:
            write_status(self._watch.out, self._watch.inbox, rows, said)
            self._said = told
        except OutputError as error:
            complain(f"{error} {error.suggestion}")
