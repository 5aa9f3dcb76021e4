"""Parquet holds typed dates, numbers and lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from export import Export, WriteOptions, write_all
from normalise.schema import TABLES
from tests.export.invented import a_plan, an_action, an_export, the_plans

parquet = pytest.importorskip("pyarrow.parquet")


def column(export: Export, folder: Path, name: str) -> list[object]:
    write_all(export, folder, WriteOptions(formats=("parquet",)))
    return list(parquet.read_table(folder / "actions.parquet").column(name).to_pylist())


def test_every_table_is_written_with_its_columns_in_order(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, WriteOptions(formats=("parquet",)))
    for name, fields in TABLES.items():
        assert parquet.read_schema(tmp_path / f"{name}.parquet").names == [field.name for field in fields]


def test_dates_numbers_and_lists_are_real_and_unknown_is_null(tmp_path: Path) -> None:
    assert column(the_plans(), tmp_path, "due_date")[:1] == [date(2026, 3, 31)]
    assert column(the_plans(), tmp_path, "cost_min_gbp")[:2] == [250000.0, None]
    assert column(the_plans(), tmp_path, "partner_list")[0] == ["Marlbrook Leisure Trust", "County Energy Agency"]
    assert column(the_plans(), tmp_path, "start")[0] is None


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path: Path) -> None:
    assert column(an_export(a_plan(an_action(action="a\ud800"))), tmp_path, "action") == ["a\ufffd"]
