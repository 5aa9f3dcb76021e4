"""Codes stand as words in the workbook, and words are known again as codes."""

from __future__ import annotations

import pytest

from export.words import code_of, words_of
from normalise.schema import TABLES, Field

CODED = [field for fields in TABLES.values() for field in fields if field.codes and field.name != "field"]


@pytest.mark.parametrize("field", CODED, ids=lambda field: field.name)
def test_every_code_has_words_that_lead_back_to_it(field: Field) -> None:
    words = words_of(field)
    assert list(words) == list(field.codes) and len(set(words.values())) == len(words)
    for code, said in words.items():
        assert code_of(field, said) == code_of(field, said.upper()) == code_of(field, f" {code} ") == code
        assert said[0].isupper() and "_" not in said


def test_columns_named_by_a_code_keep_their_names() -> None:
    field = next(field for field in TABLES["headings"] if field.name == "field")
    assert words_of(field) == {} and code_of(field, "Lead") == "Lead"


def test_what_is_no_code_stays_as_it_is() -> None:
    assert code_of(CODED[0], "nearly there") == "nearly there"
