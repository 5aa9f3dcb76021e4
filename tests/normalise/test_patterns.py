"""Patterns that no cell can make slow: hostile white space is divided between repeats in one way only."""

from __future__ import annotations

import re

import pytest

from tests.normalise.patterns import compiled, shares_space

PATTERNS = compiled()


@pytest.mark.parametrize("pattern", [
    r"minutes?\s*(?:no\.?)?\s*:?\s*[A-Z]{0,4}\d+", r"\s+\s*x", r"a(?:\s*(?:b)?\s*)?c", r".*\s*x", r"[^a]*(?=b)[ ]+",
])  # fmt: skip
def test_repeats_that_share_a_run_of_spaces_are_found(pattern: str) -> None:
    assert shares_space(re.compile(pattern))


@pytest.mark.parametrize("pattern", [
    r"minutes?\s*+(?:no\.?\s*+)?(?::\s*+)?[A-Z]{0,4}\d++", r"\s*a\s*", r"\w*\s*x", r"\s{0,9}\s*x", r"[^\s]*\s*",
])  # fmt: skip
def test_repeats_that_something_parts_or_that_give_nothing_back_are_none(pattern: str) -> None:
    assert not shares_space(re.compile(pattern))


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 150


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_no_pattern_has_repeats_that_share_a_run_of_spaces(pattern: re.Pattern[str]) -> None:
    assert not shares_space(pattern)
