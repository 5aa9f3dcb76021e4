"""The SQLite file holds every table, and its views answer what is overdue, who owns what and what changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from export import Export, WriteOptions, write_all
from export.overdue import days_overdue
from normalise.compare import compare
from normalise.schema import TABLES
from tests.export.invented import AS_OF, a_plan, an_action, an_export, the_plans


def asked(export: Export, folder: Path, question: str) -> list[tuple[object, ...]]:
    write_all(export, folder, WriteOptions(formats=("sqlite",)))
    with closing(sqlite3.connect(folder / "action-plans.sqlite")) as store:
        return store.execute(question).fetchall()


def test_every_table_of_the_contract_is_there_with_its_columns(tmp_path: Path) -> None:
    for name, fields in TABLES.items():
        found = asked(the_plans(), tmp_path, f"SELECT name FROM pragma_table_info('{name}')")
        assert [column for (column,) in found] == [field.name for field in fields]


def test_values_have_their_types_and_unknown_is_null(tmp_path: Path) -> None:
    question = "SELECT due_date, start_date, cost_min_gbp, typeof(cost_min_gbp), partner_list FROM actions LIMIT 1"
    partners = "Marlbrook Leisure Trust; County Energy Agency"
    assert asked(the_plans(), tmp_path, question) == [("2026-03-31", None, 250000.0, "real", partners)]


def test_the_overdue_view_agrees_with_the_workbook(tmp_path: Path) -> None:
    late = {(days_overdue(row, AS_OF), row["ref"]) for row in the_plans().tables["actions"] if days_overdue(row, AS_OF)}
    assert set(asked(the_plans(), tmp_path, "SELECT days_overdue, ref FROM overdue")) == late != set()


def test_owners_are_counted_with_what_is_overdue(tmp_path: Path) -> None:
    found = asked(the_plans(), tmp_path, "SELECT * FROM by_owner")
    assert ("Estates Team", 1, 0) in found and ("Director of Adult Social Care", 1, 1) in found


def test_changes_name_their_action(tmp_path: Path) -> None:
    export = the_plans()
    before = [row | {"status": "on_track"} for row in export.tables["actions"]]
    changed = replace(export, changes=compare(before, export.tables["actions"]))
    found = asked(changed, tmp_path, "SELECT ref, was, now FROM changes WHERE column = 'status' ORDER BY ref LIMIT 1")
    assert found == [("1.1", "on_track", "at_risk")]


def test_text_that_looks_like_sql_is_only_text(tmp_path: Path) -> None:
    text = "'); DROP TABLE actions; -- \ud800"
    found = asked(an_export(a_plan(an_action(action=text))), tmp_path, "SELECT action FROM actions")
    assert found == [(text.replace("\ud800", "\ufffd"),)]
