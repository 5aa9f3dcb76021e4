"""How every file of a watched folder stands: as read, waiting, or gone with its rows kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingather.pools import Setting
from ingather.results import Result
from ingather.watching.inbox import STILL, Look
from ingather.watching.memory import Memory
from normalise.rows import FileRow

_CHANGING = f"It is still being copied or changed; it is read once it has been still for {STILL:.0f} seconds."
_KEPT = "The rows are those of the version before."
_GONE = "This file is no longer in the folder; its rows are kept as they were last read."
_ADVICE = "Put it back if it was deleted by mistake; to drop its rows, use: ingather forget."


def standing(read: Sequence[Result], look: Look, memory: Memory, setting: Setting) -> tuple[Result, ...]:
    """Every file's result: those read now, those that still change with what was read before, those that are gone."""
    for result in read:
        memory.note(result, setting)
    names = {r.file.source_file for r in read}
    waiting = [_waiting(i.name, memory) for i in look.waiting]
    names |= {i.name for i in look.waiting}
    out_of_sight = tuple(f"{i.name}/" for i in (*look.waiting, *look.shut))
    hashes = {r.file.source_sha256 for r in read}
    left = list(_left(memory, names, out_of_sight, hashes))
    return tuple(sorted([*read, *waiting, *left], key=lambda r: r.file.source_file))


def _waiting(name: str, memory: Memory) -> Result:
    before = memory.recall(name) if name in memory.names else None
    if before is None:
        return Result(FileRow(name, "", None, "", "", "waiting", _CHANGING, "Nothing to do."))
    row = replace(before.file, outcome="waiting", reason=f"{_CHANGING} {_KEPT}", suggestion="Nothing to do.")
    return Result(row, before.plan)


def _left(memory: Memory, names: set[str], out_of_sight: tuple[str, ...], hashes: set[str]) -> Iterator[Result]:
    """What is remembered of files that are not there; one that only has another name now is forgotten."""
    for name in sorted(memory.names - names):
        if memory.sha256(name) in hashes:
            memory.forget(name)
            continue
        before = memory.recall(name)
        if before is None:
            continue
        if name.startswith(out_of_sight):
            yield before
        else:
            yield Result(replace(before.file, outcome="gone", reason=_GONE, suggestion=_ADVICE), before.plan)
