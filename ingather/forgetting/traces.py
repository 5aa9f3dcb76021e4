"""What is kept of a file beside the results, and its removal: store, watcher's memory, snapshots, corrections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from export.placing import placed
from export.remarks import forget_remarks
from export.snapshot import all_rows, forget
from ingather.coding import Corrupt, decode
from ingather.forgetting.known import named_in
from ingather.packing import Packed
from ingather.pools import Answer
from ingather.store import Store
from ingather.watching.memory import FOLDER


@dataclass(frozen=True, slots=True)
class Doomed:
    """A file to forget: its name with those of its members, the hashes of its bytes, the ids of its actions."""

    names: frozenset[str]
    hashes: frozenset[str]
    ids: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Removed:
    """How many traces were taken away, by where; `strays` are corrections of actions that nothing known holds."""

    store: int = 0
    memory: int = 0
    snapshots: int = 0
    corrections: int = 0
    strays: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return self.store + self.memory + self.snapshots + self.corrections


def ids_by_name(store: Store, out: Path) -> Iterator[tuple[str, str]]:
    """File name and id of every action that is kept anywhere."""
    yield from ((str(row["source_file"]), str(row["action_id"])) for row in all_rows(out))
    for data in (*store.values("plans"), *Store(out / FOLDER).values("rows")):
        try:
            answer = decode(data, Answer)
            own = isinstance(answer.plan, Packed)  # a plan that another version kept is not read
            rows = list(answer.plan.rows("actions")) if answer.plan and own else []
        except Corrupt:
            continue
        yield from ((answer.file.source_file, str(row["action_id"])) for row in rows)


def forget_stored(store: Store, doomed: Doomed) -> int:
    """Drop from the store what was read of the file, and what nobody can say whose it is; gives how many entries.

    Summaries of runs go too, all of them: they name files, and the results are to be written anew.
    """

    def is_document(key: str, data: bytes) -> bool:
        sha256, dash, _ = key.partition("-")
        return not dash or sha256 in doomed.hashes

    def is_answer(key: str, data: bytes) -> bool:
        return key.partition("-")[0] in doomed.hashes or _speaks_of(data, doomed)

    gone = store.sift("plans", is_answer) + store.sift("documents", is_document)
    store.sift("asked", lambda key, data: True)
    store.sift("versions", lambda key, data: True)
    store.sift("runs", lambda key, data: True)
    return gone


def forget_remembered(out: Path, doomed: Doomed) -> int:
    """Drop what the watcher of this output folder remembers of the file; gives how many entries."""
    return Store(out / FOLDER).sift("rows", lambda key, data: _speaks_of(data, doomed))


def forget_snapshots(out: Path, doomed: Doomed) -> int:
    """Take the file's rows out of the snapshots of the workbook; gives how many."""
    for name in sorted(doomed.names):
        forget_remarks(out, name)
    return sum(forget(out, name, doomed.ids) for name in sorted(doomed.names))


def forget_corrections(path: Path, doomed: Doomed, others: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """Write the corrections anew without those of the file; gives how many went, and the ids of the strays.

    A stray speaks of an action that is neither the file's nor among the `others`: it stays, for nobody can say whose it
    is. Raises OutputError where the file cannot be written.
    """
    if not path.exists():
        return 0, ()
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    said = [_fields(line) for line in lines]
    gone = {str(told.get("id")) for told in said if told and _corrects(told, doomed)}
    kept = [
        line
        for line, told in zip(lines, said, strict=True)
        if not (told and (_corrects(told, doomed) or str(told.get("of")) in gone))
    ]
    if len(kept) < len(lines):
        with placed(path) as part:
            part.write_text("\n".join(kept), encoding="utf-8", newline="\n")
    known = others | doomed.ids
    strays = (told for told in said if told.get("action_id") and not told.get("source_file"))
    named = tuple(str(told.get("id")) for told in strays if str(told["action_id"]) not in known)
    return len(lines) - len(kept), named


def _speaks_of(data: bytes, doomed: Doomed) -> bool:
    try:
        return any(name in doomed.names for name, _ in named_in(decode(data, Answer)))
    except Corrupt:
        return True


def _corrects(told: dict[str, object], doomed: Doomed) -> bool:
    return str(told.get("source_file")) in doomed.names or str(told.get("action_id")) in doomed.ids


def _fields(line: str) -> dict[str, object]:
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
