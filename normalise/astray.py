"""Corrections that fit nothing that was read: each said in a plain sentence, so that none is lost unheard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from normalise.actions.build import identity
from normalise.checks.rows import CORRECTED, DROPPED, UNMATCHED
from normalise.corrections import Correction, Corrections, named
from normalise.headings import heading_key
from normalise.rows import Row


def astray(said: Corrections, tables: Mapping[str, Sequence[Row]], out: str) -> Iterator[str]:
    """A sentence for each correction that no plan of these tables has a place for.

    `out` is the folder of the results, as it is typed in the command that takes one back.
    """
    read = _read(tables) if said.lines else set()
    for c, why in _unheard(said, tables):
        yield _told(c, why, out, away=_is_away(c, read))


def unmatched(said: Corrections, tables: Mapping[str, Sequence[Row]]) -> tuple[Row, ...]:
    """A row for review.csv for each correction of an action or a table that no plan has a place for, with its value."""
    return tuple(_review(c, why) for c, why in _unheard(said, tables) if c.what != "heading")


def _unheard(said: Corrections, tables: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Correction, str]]:
    """Each correction that changed nothing, with the reason; what follows its file bears the name that is read."""
    now = dict(said.names)
    lines = [replace(c, source_file=now.get(c.source_file, c.source_file)) for c in said.lines if c.what != "file"]
    if not lines:
        return
    ids: set[object] = {row["action_id"] for row in tables["actions"]}
    heeded = _heeded(tables["review"])
    ids |= set(_earlier_ids(said, tables, len(lines)))
    read = _read(tables)
    dropped = [c for c in lines if c.what == "row" and c.id in heeded]
    for c in lines:
        if c.id in heeded or (c.what == "value" and any(_is_same_action(c, row) for row in dropped)):
            continue
        if why := _why(c, tables, ids, read):
            yield c, why


def _is_same_action(c: Correction, row: Correction) -> bool:
    """Whether a value was given to the very action that another line says is none: it has nothing left to hold for."""
    if not c.words or (c.source_file, c.words) != (row.source_file, row.words):
        return False
    return c.action_id == row.action_id or (c.alone and row.alone)


def _heeded(review: Sequence[Row]) -> Set[str]:
    """The numbers of corrections that a row of the review tells of: applied somewhere, or not applied there."""
    told = (str(row["message"]) for row in review if row["code"] in (CORRECTED, DROPPED, UNMATCHED))
    return {word.strip("(),") for message in told for word in message.split()}


def _earlier_ids(said: Corrections, tables: Mapping[str, Sequence[Row]], left_out: int) -> Iterator[str]:
    """The ids that the actions would have under the other names of their files, `left_out` rows at most not there."""
    for row in tables["actions"] if said.names else ():
        for name in said.earlier(str(row["source_file"])):
            for part in range(1, left_out + 2):
                yield identity((name, row["sheet"] or "", row["table"], row["row"]), part)


def _read(tables: Mapping[str, Sequence[Row]]) -> Set[object]:
    return {row["source_file"] for row in tables["plans"]}


def _is_away(correction: Correction, read: Set[object]) -> bool:
    """Whether it speaks of a file that was not read: the file may come back, and the correction with it."""
    return bool(correction.source_file) and correction.source_file not in read


def _why(correction: Correction, tables: Mapping[str, Sequence[Row]], ids: Set[object], read: Set[object]) -> str:
    if correction.what == "heading":
        return _no_heading(correction, tables)
    if correction.what != "table" and correction.action_id in ids:
        return ""
    if _is_away(correction, read):
        return f"speaks of {correction.source_file}, which is not among the plans read now"
    if correction.what == "table":
        return _no_table(correction, tables)
    if correction.words and correction.source_file:
        return f"is meant for an action that cannot be told for sure in {correction.source_file} as it is now"
    return f"is meant for action {correction.action_id}, which is in no plan that was read"


def _told(correction: Correction, why: str, out: str, *, away: bool) -> str:
    back = "It holds again when that file is read under this name. If it is no longer wanted, take" if away else "Take"
    undo = f" {back} it back with: ingather correct undo {out} {correction.id}" if correction.id else ""
    return f"{named(correction)} changed nothing: it {why}.{undo}"


def _review(correction: Correction, why: str) -> Row:
    words = f" The action was: “{correction.words}”." if correction.words else ""
    return {
        "source_file": correction.source_file or "corrections.jsonl", "page": None, "table": correction.table or None,
        "row": None, "column": None, "code": UNMATCHED, "severity": "check",
        "message": f"{named(correction)} changed nothing: it {why}.{words}",
        "suggestion": "If it still holds, correct the action where it stands now, or put the file back.",
    }  # fmt: skip


def _no_table(correction: Correction, tables: Mapping[str, Sequence[Row]]) -> str:
    count = next(r["tables"] for r in tables["plans"] if r["source_file"] == correction.source_file)
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
