"""A run that is killed leaves every output whole, and the next run ends as if nothing had happened."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_no_result_is_wrong_after_a_killing() -> None:
    command = [sys.executable, "-m", "tests.ingather.killing", "steps", "67"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.stdout.strip().endswith(" 0 wrong"), said.stdout + said.stderr
    assert " 0 killed" not in said.stdout
