"""Texts that programs may run or choke on come out of every format as the text they are."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from export import WriteOptions, write_all
from tests.export.invented import WRITABLE, a_plan, an_action, an_export

HOSTILE = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    "=cmd|' /C calc'!A0", "|cmd /C calc",
    '=HYPERLINK("http://example.invalid","here")', "=DDE(\"cmd\";\"/C calc\";\"x\")", "=IMPORTXML(\"http://e.invalid\",\"//a\")",
    "@import url(x)", "%0A=1+1", "_x0041_", "_x000D_=1", "bell \x07 and \x00", "lone \ud800 half", "\ufffe\uffff",
    "a,b;c\"d'e",
    "<script>alert(1)</script>", "</t></is></c>", "1'); DROP TABLE actions; --", "\u202egnp.exe", "x" * 40_000, "🏛" * 9,
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format, of actions with these words, each in a theme and a file of the same."""
    found = [
        an_action(action_id=f"d{n:011d}", action=text, theme=text, other=((text, text),), partner_list=(text,), row=n)
        for n, text in enumerate(HOSTILE)
    ]
    place = tmp_path_factory.mktemp("hostile")
    write_all(an_export(a_plan(*found)), place, WriteOptions(formats=WRITABLE))
    return place


def whole(text: str) -> str:
    """The text as any encoding can hold it."""
    return text.replace("\ud800", "\ufffd")


def test_data_for_programs_holds_each_text_whole(folder: Path) -> None:
    lines = (folder / "actions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["action"] for line in lines] == [whole(text) for text in HOSTILE]
    with closing(sqlite3.connect(folder / "action-plans.sqlite")) as store:
        found = [action for (action,) in store.execute("SELECT action FROM actions ORDER BY action_id")]
    assert found == [whole(text) for text in HOSTILE]


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="Parquet needs its extra")
def test_parquet_holds_each_text_whole(folder: Path) -> None:
    from pyarrow import parquet

    found = parquet.read_table(folder / "actions.parquet").to_pylist()
    assert [row["action"] for row in found] == [whole(text) for text in HOSTILE]
    assert [row["partner_list"] for row in found] == [[whole(text)] for text in HOSTILE]


def test_no_cell_of_csv_begins_like_a_formula(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]
    with (folder / "actions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["action"].removeprefix("'") for row in csv.DictReader(file)] == [whole(text) for text in HOSTILE]


def test_every_cell_of_the_workbook_is_text_a_number_or_a_date(folder: Path) -> None:
    book = load_workbook(folder / "action-plans.xlsx")
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row} <= {"s", "n", "d"}
    page = book["Actions"]
    column = [cell.value for cell in page[1]].index("action")
    for text, row in zip(HOSTILE, page.iter_rows(min_row=2), strict=True):
        said = unescape(str(row[column].value))
        assert said == whole(text).replace("\ufffe\uffff", "\ufffd\ufffd") or said.startswith("x" * 30_000)
        assert row[column].hyperlink is None


def test_what_describes_the_tables_is_json_whatever_they_hold(folder: Path) -> None:
    for path in folder.glob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
