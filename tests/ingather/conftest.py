"""What tests of the command line share."""

from __future__ import annotations

import pytest

from ingather import running
from ingather.pools.serial import Serial


@pytest.fixture
def no_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process: half a second less for each run, where processes are not what is tested."""
    monkeypatch.setattr(running, "pool_of", lambda *asked: Serial())
