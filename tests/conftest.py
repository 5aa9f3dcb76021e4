"""Switches of the test run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine's clock says nothing of our speed
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def _stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A name for each store there; asking pytest for one each would look through those of all tests before."""
    folder = tmp_path_factory.mktemp("stores")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_store(_stores: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing that a test runs keeps documents in the user's own cache, or finds those of another test."""
    folder = next(_stores)
    monkeypatch.setenv("INGATHER_STORE", str(folder))
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-expected`, which writes tests/expected/ anew instead of comparing with it."""
    parser.addoption("--rewrite-expected", action="store_true", help="write tests/expected/ anew; review it as a diff")
