"""A file forgotten: what is kept of it is removed, and the user is told what went and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from export import OutputError, leftovers
from ingather.correcting import FILE
from ingather.folding import complain
from ingather.following import with_earlier
from ingather.forgetting.known import Known, known_files, meant, with_members
from ingather.forgetting.traces import (
    Doomed,
    Removed,
    forget_corrections,
    forget_remembered,
    forget_snapshots,
    forget_stored,
    ids_by_name,
)
from ingather.journal import is_reading
from ingather.report import shown
from ingather.store import Store
from ingather.watching.lock import Held, between_runs, unwatched

_MOST = 10


@dataclass(frozen=True, slots=True)
class Where:
    """Where traces may be: the output folder, the store, and the corrections, None for those of the output folder."""

    out: Path
    store: Path
    corrections: Path | None = None

    @property
    def corrections_file(self) -> Path:
        """Where corrections stand."""
        return self.corrections or self.out / FILE


def forget_file(said: str, where: Where) -> int:
    """Remove what is kept of a file, deleted or not, and print what went; returns the exit code."""
    if not where.out.is_dir():
        complain(f"There is no folder {where.out}. Give the folder of your results with --out.")
        return 2
    try:
        with ExitStack() as stack:
            stack.enter_context(unwatched(where.out))
            stack.enter_context(between_runs(where.out))
            if is_reading(where.store):
                raise Held("ingather is reading files now, and would keep them again.")
            return _forget(said, where)
    except Held as held:
        complain(f"{held} Wait until it has ended, or stop it, and try again; nothing was removed.")
        return 2
    except OutputError as error:
        complain(f"{error} {error.suggestion}")
    except OSError as error:
        complain(f"Not everything could be removed: {error.strerror} ({error.filename}).")
    return 3


def _forget(said: str, where: Where) -> int:
    store = Store(where.store)
    known = known_files(store, where.out, where.corrections_file)
    found = meant(said, known)
    if len(found) != 1:
        complain(_unclear(said, found))
        return 2
    print("\n".join(_told(found[0], _removed(found[0], known, store, where), known, where)))
    return 0


def _removed(name: str, known: Known, store: Store, where: Where) -> Removed:
    names = with_members(name, known)
    pairs = list(ids_by_name(store, where.out))
    doomed = Doomed(
        names,
        frozenset(sha256 for each in names for sha256 in known[each]),
        frozenset(i for n, i in pairs if n in names),
    )
    others = frozenset(i for n, i in pairs if n not in names)
    spoken = replace(doomed, names=with_earlier(names, where.corrections_file))
    corrections, strays = forget_corrections(where.corrections_file, spoken, others)
    return Removed(
        forget_stored(store, doomed), forget_remembered(where.out, doomed), forget_snapshots(where.out, doomed),
        corrections, strays,
    )  # fmt: skip


def _told(name: str, removed: Removed, known: Known, where: Where) -> Iterator[str]:
    yield f"Forgotten: {shown(name)}"
    yield f"  from the store {where.store}: {_counted(removed.store, 'entry', 'entries')}"
    if removed.memory:
        yield f"  from the watcher's memory: {_counted(removed.memory, 'entry', 'entries')}"
    yield f"  from {where.corrections_file.name}: {_counted(removed.corrections, 'correction', 'corrections')}"
    yield f"  from what the workbook held at the last run: {_counted(removed.snapshots, 'row', 'rows')}"
    yield from _left(name, removed, known, where)


def _left(name: str, removed: Removed, known: Known, where: Where) -> Iterator[str]:
    """What the user must still do."""
    yield "Still to do:"
    yield "  Take the file out of the folder that you read, or the next run reads it again."
    results = leftovers((), where.out)
    if results:
        yield f"  These may hold its rows until a run writes them anew, or you delete them: {', '.join(results)}"
    if removed.strays:
        yield (
            f"  These corrections in {where.corrections_file.name} speak of actions that no longer stand anywhere, so"
            f" nobody can say whose they are. Look at them: {', '.join(removed.strays)}"
        )
    hashes = known[name]
    same = sorted(shown(n) for n, h in known.items() if n != name and not n.startswith(f"{name}/") and h & hashes)
    if same:
        yield f"  The same file is also known as {', '.join(same)}: forget that too, if you mean both."
    yield "  Copies and backups of these folders are yours to look after."


def _unclear(said: str, found: Sequence[str]) -> str:
    if not found:
        return (
            f"Nothing is kept of a file called {shown(said)}, so there is nothing to forget. Give its name as it stands"
            " under source_file in files.csv, and the folder of its results with --out."
        )
    more = f" and {len(found) - _MOST:,} more" if len(found) > _MOST else ""
    return f"Several files are called so: {', '.join(map(shown, found[:_MOST]))}{more}. Say which one."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}" if number else "nothing was there"
