"""Corrections that fit nothing that was read: each said in a plain sentence, so that none is lost unheard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from normalise.checks.rows import DROPPED
from normalise.corrections import Correction
from normalise.headings import heading_key
from normalise.rows import Row


def astray(said: Iterable[Correction], tables: Mapping[str, Sequence[Row]], out: str) -> Iterator[str]:
    """A sentence for each correction that no plan of these tables has a place for.

    `out` is the folder of the results, as it is typed in the command that takes one back.
    """
    lines = list(said)
    if not lines:
        return
    ids: set[object] = {row["action_id"] for row in tables["actions"]}
    dropped = " ".join(str(row["message"]) for row in tables["review"] if row["code"] == DROPPED)
    ids |= {c.action_id for c in lines if c.what == "row" and c.id and c.id in dropped}
    for c in lines:
        if why := _why(c, tables, ids):
            yield _told(c, why, out)


def _why(correction: Correction, tables: Mapping[str, Sequence[Row]], ids: Set[object]) -> str:
    if correction.what == "table":
        return _no_table(correction, tables)
    if correction.what == "heading":
        return _no_heading(correction, tables)
    here = correction.action_id in ids
    return "" if here else f"is meant for action {correction.action_id}, which is in no plan that was read"


def _told(correction: Correction, why: str, out: str) -> str:
    name = f"Correction {correction.id}" if correction.id else "A correction"
    undo = f" Take it back with: ingather correct undo {out} {correction.id}" if correction.id else ""
    return f"{name} changed nothing: it {why}.{undo}"


def _no_table(correction: Correction, tables: Mapping[str, Sequence[Row]]) -> str:
    counts = [row["tables"] for row in tables["plans"] if row["source_file"] == correction.source_file]
    if not counts:
        return f"names {correction.source_file}, which was not read"
    (count,) = counts[:1]
    has = isinstance(count, int) and 1 <= correction.table <= count
    return "" if has else f"names table {correction.table} of {correction.source_file}, which has {count}"


def _no_heading(correction: Correction, tables: Mapping[str, Sequence[Row]]) -> str:
    files = {
        row["source_file"] for row in tables["plans"] if not correction.council or row["council"] == correction.council
    }
    if correction.council and not files:
        return f"holds for {correction.council}, of which no plan was read"
    known = heading_key(correction.heading)
    if any(heading_key(str(r["heading"])) == known for r in tables["headings"] if r["source_file"] in files):
        return ""
    return f"speaks of the heading “{correction.heading}”, which no table that was read has"
