"""JSON Lines hold the rows with real numbers and lists."""

from __future__ import annotations

import json
from pathlib import Path

from export import WriteOptions, write_all
from normalise.schema import TABLES
from tests.export.invented import a_plan, an_action, an_export, the_plans

JSONL = WriteOptions(formats=("jsonl",))


def test_each_line_is_an_object_with_the_fields_in_order(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, JSONL)
    for name, fields in TABLES.items():
        for line in (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            assert list(json.loads(line)) == [field.name for field in fields]


def test_dates_are_text_lists_are_lists_and_unknown_is_null(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, JSONL)
    first = json.loads((tmp_path / "actions.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["due_date"], first["start_date"], first["cost_min_gbp"]) == ("2026-03-31", None, 250000.0)
    assert first["partner_list"] == ["Marlbrook Leisure Trust", "County Energy Agency"]
    assert first["other"] == [["Baseline", "412 tonnes in 2023/24"]] and first["review"] == []


def test_text_stands_as_it_is_on_one_line(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(action="=1+1\nnext\u2028\ud800"))), tmp_path, JSONL)
    (line,) = (tmp_path / "actions.jsonl").read_bytes().decode().strip().split("\n")
    assert json.loads(line)["action"] == "=1+1\nnext\u2028\ufffd"
