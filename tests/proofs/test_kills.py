"""A run that is killed leaves every output whole, and the next run ends as if nothing had happened."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="forks, and knows what is synced from /proc")
@pytest.mark.parametrize("how", ["steps", "power"])
def test_no_result_is_wrong_after_a_killing(how: str) -> None:
    command = [sys.executable, "-m", "tests.proofs.kills", how, "--every", "67"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.stdout.strip().endswith(" 0 wrong"), said.stdout + said.stderr
    assert " 0 disturbed" not in said.stdout
