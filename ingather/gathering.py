"""Many results to one set of tables, whose rows are read from where they lie each time somebody goes through them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import chain

from ingather.packing import NAMES, Held, numbers, pack_tables, tables_held
from ingather.results import Result
from ingather.rows import Rows
from normalise.model import Source
from normalise.repeats import has_repeats
from normalise.rows import FileRow, Row, table_rows
from normalise.schema import TABLES
from normalise.schema.screen import is_sound
from normalise.schema.validate import with_findings
from normalise.twins import find_twins, flag_twin

_REVIEW, _ACTIONS = NAMES.index("review"), NAMES.index("actions")


def tables_of(results: Iterable[Result]) -> dict[str, Sequence[Row]]:
    """All tables of the contract for a run's results, validated; what fails validation is added to the review table."""
    results = sorted(results, key=lambda r: r.file.source_file)
    held = _settled([(r.file.source_file, r.plan) for r in results if r.plan])
    doubts = {name: plan.counts[_REVIEW] for name, plan in held}
    files = [_with_review(r.file, doubts) for r in results]
    plans = [plan for _, plan in held]
    tables: dict[str, Sequence[Row]] = {name: _rows(name, plans) for name in NAMES}
    tables["files"] = Rows(len(files), lambda: (row for f in files for row in _file_rows(f)))
    return _sure(tables, plans)


def with_review(tables: Mapping[str, Sequence[Row]], more: Sequence[Row]) -> dict[str, Sequence[Row]]:
    """The tables with more rows to review, each where it belongs."""
    if not more:
        return dict(tables)
    review, added = tables["review"], sorted(more, key=review_order)
    both = Rows(len(review) + len(added), lambda: merge(review, added, key=review_order))
    return {**tables, "review": both}


def review_order(row: Row) -> tuple[str, int, int]:
    """By file and place, as every table is sorted."""
    table, number = row["table"], row["row"]
    return str(row["source_file"]), table if isinstance(table, int) else 0, number if isinstance(number, int) else 0


def duplicate(source: Source, first: FileRow) -> FileRow:
    """The row of a file, given the row of an earlier one with the same bytes, which alone gives rows."""
    same = replace(first, source_file=source.path)
    if first.outcome not in ("read", "partly_read", "no_actions"):
        return same
    reason = f"The same file as {first.source_file}, byte for byte; its actions are listed under that name."
    return replace(same, outcome="duplicate", reason=reason, suggestion="Nothing to do.", actions=0, review=0)


def _settled(plans: Sequence[tuple[str, Held]]) -> list[tuple[str, Held]]:
    """The plans by file, their doubtful values found, and each that repeats an earlier one saying so."""
    looked = [_Looked.at(name, plan) for name, plan in plans]
    twins = find_twins([each.keys for each in looked])
    return [
        (each.name, _flagged(each, looked[twins[number]].name) if number in twins else each.plan)
        for number, each in enumerate(looked)
    ]


@dataclass(frozen=True, slots=True)
class _Looked:
    """A plan whose values have been looked at, with the keys of its actions."""

    name: str
    plan: Held
    keys: array[int]

    @staticmethod
    def at(name: str, plan: Held) -> _Looked:
        packed = plan.packed()
        keys = numbers(packed.keys)
        if packed.sound:
            return _Looked(name, plan, keys)
        found = with_findings(tables_held(packed), name)
        return _Looked(name, plan.replaced(replace(pack_tables(found), sound=True)), keys)


def _flagged(each: _Looked, first: str) -> Held:
    tables = flag_twin(tables_held(each.plan), each.name, first)
    return each.plan.replaced(replace(pack_tables(tables), sound=True))


def _rows(name: str, plans: Sequence[Held]) -> Rows:
    at = NAMES.index(name)
    count = sum(plan.counts[at] for plan in plans)
    return Rows(count, lambda: chain.from_iterable(plan.rows(name) for plan in plans))


def _file_rows(file: FileRow) -> Iterator[Row]:
    yield from table_rows([], [file])["files"]


def _with_review(file: FileRow, doubts: Mapping[str, int]) -> FileRow:
    doubted = None if file.review is None else doubts.get(file.source_file, 0)
    return file if file.review == doubted else replace(file, review=doubted)


def _sure(tables: dict[str, Sequence[Row]], plans: Sequence[Held]) -> dict[str, Sequence[Row]]:
    """The tables once what holds over all files is proved too: no action twice, every row of files right."""
    ids = array("Q")
    for plan in plans:
        ids.frombytes(plan.packed().ids)
    if not has_repeats(ids) and is_sound({"files": tables["files"]}):
        return tables
    whole = with_findings({name: list(tables[name]) for name in TABLES})
    return {name: whole[name] for name in TABLES}
