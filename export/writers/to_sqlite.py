"""One SQLite file with every table of the contract, and views that answer the commonest questions.

Views: `overdue` (actions past their due date), `by_owner` (how many actions and how many overdue each owner has) and
`changes` (what differs from the run before in the same folder).
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from export.encodable import encodable
from export.model import Export, WriteOptions
from export.overdue import ENDED
from export.placing import placed
from normalise.rows import Value, as_text
from normalise.schema import TABLES, Field

NAME = "action-plans.sqlite"
_TYPES = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
_CHANGES = ("kind", "action_id", "told", "column", "was", "now", "days")

_OVERDUE = """
CREATE VIEW overdue AS
SELECT CAST(julianday('{as_of}') - julianday(due_date) AS INTEGER) AS days_overdue, actions.*
FROM actions
WHERE due_date < '{as_of}' AND completed_date IS NULL AND COALESCE(timescale_kind, '') <> 'complete'
  AND COALESCE(status, '') NOT IN ({ended})
ORDER BY due_date
"""
_BY_OWNER = """
CREATE VIEW by_owner AS
SELECT COALESCE(NULLIF(lead_organisation, ''), NULLIF(lead_role, ''), NULLIF(lead_person, '')) AS owner,
  COUNT(*) AS actions, COUNT(overdue.action_id) AS overdue
FROM actions LEFT JOIN (SELECT action_id FROM overdue) AS overdue USING (action_id)
GROUP BY owner ORDER BY actions DESC, owner
"""
_CHANGES_VIEW = """
CREATE VIEW changes AS
SELECT change.*, actions.ref, actions.action, actions.council, actions.plan
FROM change LEFT JOIN actions USING (action_id)
ORDER BY change.rowid
"""


def write(export: Export, folder: Path, options: WriteOptions) -> tuple[Path, ...]:
    """Write `action-plans.sqlite`; dates are ISO text, lists joined with "; ", unknown is NULL."""
    path = folder / NAME
    with placed(path) as part, closing(sqlite3.connect(part, isolation_level=None)) as store:
        try:
            _fill(store, export)
        except sqlite3.OperationalError as error:
            full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error
    return (path,)


def _fill(store: sqlite3.Connection, export: Export) -> None:
    # The file stands under its name only once it is whole, so it needs no journal of its own.
    store.execute("PRAGMA journal_mode = OFF")
    store.execute("PRAGMA synchronous = OFF")
    store.execute("BEGIN")
    for name, fields in TABLES.items():
        _table(store, name, [f'"{f.name}" {_TYPES.get(f.type, "TEXT")}' for f in fields])
        _insert(store, name, ([_value(row[f.name], f) for f in fields] for row in export.tables[name]))
    _table(store, "change", [f'"{name}"' for name in _CHANGES])
    _insert(store, "change", _changes(export))
    store.execute('CREATE INDEX "actions by id" ON actions (action_id)')
    ended = ", ".join(f"'{code}'" for code in ENDED)
    for view in (_OVERDUE, _BY_OWNER, _CHANGES_VIEW):
        store.execute(view.format(as_of=export.about.as_of.isoformat(), ended=ended))
    store.execute("COMMIT")


def _table(store: sqlite3.Connection, name: str, columns: list[str]) -> None:
    store.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')


def _insert(store: sqlite3.Connection, name: str, lines: Iterable[list[str | int | float | None]]) -> None:
    for line in lines:
        store.execute(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(line))})', line)


def _changes(export: Export) -> Iterable[list[str | int | float | None]]:
    for change in export.changes or ():
        said = (change.told, change.column, change.was, change.now)
        yield [change.kind, str(change.row["action_id"]), *(encodable(text) for text in said), change.days]


def _value(value: Value, field: Field) -> str | int | float | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float) and field.type in _TYPES:
        return value
    text = encodable(as_text(value))
    return text or None
