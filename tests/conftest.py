"""Switches of the test run."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing that a test runs keeps documents in the user's own cache, or finds those of another test."""
    folder = tmp_path_factory.mktemp("store")
    monkeypatch.setenv("INGATHER_STORE", str(folder))
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-expected`, which writes tests/expected/ anew instead of comparing with it."""
    parser.addoption("--rewrite-expected", action="store_true", help="write tests/expected/ anew; review it as a diff")
