"""Switches of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-expected`, which writes tests/expected/ anew instead of comparing with it."""
    parser.addoption("--rewrite-expected", action="store_true", help="write tests/expected/ anew; review it as a diff")
