"""The data dictionary in the docs is what the field list says."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.dictionary import as_markdown
from normalise.schema import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_in_the_docs_is_the_one_the_field_list_gives(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--rewrite-expected"):
        PAGE.write_text(as_markdown(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == as_markdown()


def test_every_column_of_every_table_is_on_it() -> None:
    lines = as_markdown().splitlines()
    assert sum(line.startswith("| `") for line in lines) == sum(len(fields) for fields in TABLES.values())
