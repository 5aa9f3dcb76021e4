"""The day that due dates are judged against, written as people write it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingather.cli import main

pytestmark = pytest.mark.usefixtures("no_pool")


@pytest.mark.parametrize(("day", "late"), [("2026-03-31", 0), ("31/03/2026", 0), ("01/04/2026", 1), ("2026-04-01", 1)])
def test_the_day_is_taken_in_the_order_of_either_habit(tmp_path: Path, day: str, late: int) -> None:
    (tmp_path / "plan.txt").write_text(
        "Action\tLead\tBy when\nPlant trees\tBo Ray\tMarch 2026\nMow\tAnn Lee\tMay 2026\n"
    )
    out = tmp_path / "out"
    command = ["run", str(tmp_path / "plan.txt"), "--out", str(out), "--as-of", day, "--no-store", "--format", "csv"]
    assert CliRunner().invoke(main, command).exit_code == 0
    with (out / "review.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)].count("overdue") == late
