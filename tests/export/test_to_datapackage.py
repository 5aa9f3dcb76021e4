"""The data package is valid by the standard's own tool, and says what the CSV files are."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from export import WriteOptions, write_all
from tests.export.invented import an_export, the_plans

CSV = WriteOptions(formats=("csv",))


def package(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return said


def validated(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("bom", [True, False])
def test_frictionless_finds_the_package_valid(tmp_path: Path, bom: bool) -> None:
    write_all(the_plans(), tmp_path, replace(CSV, bom=bom))
    assert validated(tmp_path).returncode == 0


def test_a_run_that_found_nothing_is_valid_too(tmp_path: Path) -> None:
    write_all(an_export(), tmp_path, CSV)
    assert validated(tmp_path).returncode == 0


def test_frictionless_notices_a_changed_file(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    owners = tmp_path / "owners.csv"
    owners.write_bytes(owners.read_bytes().replace(b"Estates Team", b"Estates  Tea"))
    assert validated(tmp_path).returncode == 1


def test_each_resource_gives_the_size_and_hash_of_its_file(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    for resource in package(tmp_path)["resources"]:
        data = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_package_says_whether_texts_carry_the_apostrophe(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    assert "apostrophe" in package(tmp_path)["description"]
    write_all(the_plans(), tmp_path, replace(CSV, raw_csv=True))
    assert "apostrophe" not in package(tmp_path)["description"]


def test_coded_columns_carry_their_codes(tmp_path: Path) -> None:
    write_all(the_plans(), tmp_path, CSV)
    fields = {f["name"]: f for f in package(tmp_path)["resources"][0]["schema"]["fields"]}
    assert "on_track" in fields["status"]["constraints"]["enum"]
    assert fields["action_id"]["constraints"] == {"required": True}
