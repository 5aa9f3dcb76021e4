"""The same input gives the same bytes, whatever the order of the files and the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples"
WRITTEN = ("actions.csv", "action-plans.xlsx", "review.csv", "files.csv", "datapackage.json")


def run(out: Path, *paths: Path, zone: str = "UTC", seed: str = "0") -> dict[str, bytes]:
    command = [
        sys.executable,
        "-m",
        "ingather.cli",
        "run",
        *map(str, paths),
        "--out",
        str(out),
        "--as-of",
        "2026-01-01",
        "--no-store",
    ]
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return {p.name: p.read_bytes() for p in sorted(out.iterdir()) if p.is_file()}


def test_two_runs_in_other_order_and_time_zone_write_the_same_bytes(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    for path in sorted(SAMPLES.iterdir())[:6]:
        shutil.copyfile(path, inbox / path.name)
    first = run(tmp_path / "a", inbox, zone="Asia/Tokyo", seed="1")
    second = run(tmp_path / "b", *sorted(inbox.iterdir(), reverse=True), seed="2")
    assert set(WRITTEN) <= set(first)
    assert first == second
