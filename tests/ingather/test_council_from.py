"""`--council-from folder`: the folders below the paths given say whose plans lie in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingather.cli import main

pytestmark = pytest.mark.usefixtures("no_pool")

PLAN = "{0} Action Plan\n\nAction\tLead\tBy when\nPlant trees\tBo Ray\tMarch 2026\nCut grass\tAnn Lee\tMay 2026\n"


def make(path: Path, council: str = "Climate") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN.format(council))


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(out: Path, *paths: Path, told: bool = True) -> dict[str, str]:
    """The council of each file."""
    said = ["--council-from", "folder"] if told else []
    result = CliRunner().invoke(main, ["run", *map(str, paths), "--out", str(out), "--as-of", "2026-01-01", *said])
    assert result.exit_code == 0, result.output
    return {plan["source_file"]: plan["council"] for plan in rows(out, "plans")}


def test_the_first_folder_below_the_path_names_the_council(tmp_path: Path) -> None:
    make(tmp_path / "in/leeds/2024/plan.txt")
    make(tmp_path / "in/kent-county-council/plan.txt", "Leeds City Council Climate")
    make(tmp_path / "in/misc/plan.txt", "Wakefield Council Climate")
    assert run(tmp_path / "out", tmp_path / "in") == {
        "kent-county-council/plan.txt": "Kent County Council",
        "leeds/2024/plan.txt": "Leeds City Council",
        "misc/plan.txt": "Wakefield Metropolitan District Council",
    }
    codes = {(r["source_file"], r["code"]) for r in rows(tmp_path / "out", "review") if "folder" in r["code"]}
    assert codes == {
        ("kent-county-council/plan.txt", "council-folder-differs"), ("misc/plan.txt", "council-folder-unknown"),
    }  # fmt: skip


def test_a_path_given_names_the_council_of_files_that_lie_right_in_it(tmp_path: Path) -> None:
    make(tmp_path / "leeds/plan.txt")
    make(tmp_path / "kent/plan.txt", "Healthy Kent")
    found = run(tmp_path / "out", tmp_path / "leeds", tmp_path / "kent")
    assert found == {"kent/plan.txt": "Kent County Council", "leeds/plan.txt": "Leeds City Council"}


def test_what_was_read_under_one_folder_is_not_taken_for_another(tmp_path: Path) -> None:
    make(tmp_path / "leeds/plan.txt")
    make(tmp_path / "kent/plan.txt")
    assert run(tmp_path / "out", tmp_path / "leeds") == {"plan.txt": "Leeds City Council"}
    assert run(tmp_path / "out", tmp_path / "kent") == {"plan.txt": "Kent County Council"}
    assert run(tmp_path / "out", tmp_path / "kent", told=False) == {"plan.txt": ""}
