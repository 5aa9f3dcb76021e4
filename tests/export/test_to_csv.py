"""CSV is what the contract says, byte for byte."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export import WriteOptions, write_all
from export.writers.to_csv import guarded
from normalise.schema import TABLES
from tests.export.invented import a_plan, an_action, an_export, the_plans

CSV = WriteOptions(formats=("csv",))
DANGEROUS = ("=1+1", "+44 20 7946 0000", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_has_its_header_in_the_order_of_the_contract(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    for name, fields in TABLES.items():
        header = (tmp_path / f"{name}.csv").read_bytes().split(b"\r\n")[0].decode("utf-8-sig")
        assert header == ",".join(field.name for field in fields)


def test_a_table_without_rows_is_still_a_header(tmp_path: Path) -> None:
    write_all(an_export(), tmp_path, CSV)
    assert rows(tmp_path / "actions.csv") == []


def test_lines_end_in_crlf_and_the_file_opens_right_in_excel(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(lead="Siân Prŷs"))), tmp_path, CSV)
    data = (tmp_path / "actions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") and "Siân Prŷs".encode() in data


def test_the_byte_order_mark_can_be_left_out(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, replace(CSV, bom=False))
    assert (tmp_path / "actions.csv").read_bytes().startswith(b"action_id,")


def test_dates_numbers_lists_and_truth_are_written_as_the_contract_says(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    first, housing = rows(tmp_path / "actions.csv")[0], rows(tmp_path / "plans.csv")[1]
    assert first["due_date"] == "2026-03-31" and first["start_date"] == ""
    assert first["cost_min_gbp"] == "250000" and first["confidence"] == "0.94"
    assert first["partner_list"] == "Marlbrook Leisure Trust; County Energy Agency"
    assert first["other"] == '[["Baseline", "412 tonnes in 2023/24"]]'
    assert housing["draft"] == "true" and housing["pages"] == "18"


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_would_run_gets_an_apostrophe(tmp_path: Path, text: str) -> None:
    write_all(an_export(a_plan(an_action(action=text))), tmp_path, CSV)
    assert rows(tmp_path / "actions.csv")[0]["action"] == f"'{text}"


def test_a_list_that_would_run_gets_an_apostrophe_but_a_number_does_not() -> None:
    assert guarded(("=1", "b")) == "'=1; b"
    assert guarded(-2.5) == "-2.5"


def test_raw_csv_leaves_the_apostrophe_out(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(action="=1+1"))), tmp_path, replace(CSV, raw_csv=True))
    assert rows(tmp_path / "actions.csv")[0]["action"] == "=1+1"


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(action="odd \udcff name"))), tmp_path, CSV)
    assert rows(tmp_path / "actions.csv")[0]["action"] == "odd \ufffd name"


def test_a_text_longer_than_any_cell_of_excel_is_whole(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(progress="x" * 40_000))), tmp_path, CSV)
    assert len(rows(tmp_path / "actions.csv")[0]["progress"]) == 40_000


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_comes_back_from_csv_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("csv")
    write_all(an_export(a_plan(an_action(action=text))), folder, CSV)
    assert rows(folder / "actions.csv")[0]["action"] == guarded(text)
