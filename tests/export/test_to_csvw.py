"""CSVW metadata stands beside each CSV and names its columns in order."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from export import WriteOptions, write_all
from normalise.schema import TABLES
from tests.export.invented import the_plans

CSVW = WriteOptions(formats=("csvw",))


def test_each_csv_has_its_metadata_where_the_standard_looks_for_it(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSVW)
    for name in TABLES:
        said = json.loads((tmp_path / f"{name}.csv-metadata.json").read_text(encoding="utf-8"))
        with (tmp_path / said["url"]).open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file))
        assert [column["titles"] for column in said["tableSchema"]["columns"]] == header


def test_columns_say_their_type_their_codes_and_how_lists_are_joined(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSVW)
    said = json.loads((tmp_path / "actions.csv-metadata.json").read_text(encoding="utf-8"))
    columns = {column["name"]: column for column in said["tableSchema"]["columns"]}
    assert columns["due_date"]["datatype"] == "date" and columns["partner_list"]["separator"] == "; "
    assert columns["status"]["datatype"]["format"].startswith("not_started|")
    assert columns["action_id"]["required"] is True


def test_owners_refer_to_actions(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSVW)
    said = json.loads((tmp_path / "owners.csv-metadata.json").read_text(encoding="utf-8"))
    assert said["tableSchema"]["foreignKeys"][0]["reference"]["resource"] == "actions.csv"
