"""Plans to rows: the tables of the contract as dictionaries, keyed and ordered by the field list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from normalise.model import Plan
from normalise.schema import TABLES, Field

Value = str | int | float | bool | date | tuple[str, ...] | None
Row = dict[str, Value]
Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of files.csv: what became of an input file."""

    source_file: str
    source_sha256: str
    bytes: int | None
    format: str
    engine: str
    outcome: str
    reason: str
    suggestion: str
    pages: int | None = None
    tables: int | None = None
    action_tables: int | None = None
    actions: int | None = None
    review: int | None = None


def table_rows(plans: Iterable[Plan], files: Iterable[FileRow]) -> dict[str, list[Row]]:
    """Every table of the contract, in the order of the plans and files given; each row has its fields in order."""
    plans = list(plans)
    return {
        "actions": [_row(a, TABLES["actions"]) for p in plans for a in p.actions],
        "owners": [row for p in plans for row in _owners(p)],
        "milestones": [row for p in plans for row in _milestones(p)],
        "plans": [_plan(p) for p in plans],
        "headings": [_row(h, TABLES["headings"]) for p in plans for h in p.headings],
        "review": [_row(r, TABLES["review"]) for p in plans for r in p.review],
        "unplaced": [_row(u, TABLES["unplaced"]) for p in plans for u in p.unplaced],
        "files": [_row(f, TABLES["files"]) for f in files],
    }


def as_text(value: Value) -> str:
    """A value as a CSV cell holds it: ISO dates, lists joined with "; ", true and false, empty for unknown."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10g}" if value != int(value) or abs(value) >= 1e15 else str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _row(record: object, fields: tuple[Field, ...]) -> Row:
    return {f.name: _value(record, f) for f in fields}


def _value(record: object, field: Field) -> Value:
    value = getattr(record, field.name)
    if field.type == "array":
        return json.dumps([list(pair) for pair in value], ensure_ascii=False) if value else ""
    return value  # type: ignore[no-any-return]


def _owners(plan: Plan) -> Iterator[Row]:
    for action in plan.actions:
        for order, o in enumerate(action.owners, 1):
            yield {
                "action_id": action.action_id, "order": order, "person": o.person, "role": o.role,
                "organisation": o.organisation, "text": o.text, "name": o.name,
            }  # fmt: skip


def _milestones(plan: Plan) -> Iterator[Row]:
    for action in plan.actions:
        for order, m in enumerate(action.steps, 1):
            yield {
                "action_id": action.action_id, "order": order, "milestone": m.label, "date_text": m.date_text,
                "last_day": m.last_day, "date_precision": m.precision,
            }  # fmt: skip


def _plan(plan: Plan) -> Row:
    return {f.name: len(plan.actions) if f.name == "actions" else getattr(plan, f.name) for f in TABLES["plans"]}
