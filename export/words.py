"""Codes as people read them in the workbook: `in_progress` is In progress. Everything for programs keeps the codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from normalise.schema import TEXT_FIELDS, Field

_SPOKEN = {"tbc": "To be confirmed", "info": "Good to know"}
"""Words for codes that do not say it themselves."""


@cache
def words_of(field: Field) -> Mapping[str, str]:
    """The words for each code a column may hold; none where its codes are names of columns."""
    return {} if set(field.codes) >= set(TEXT_FIELDS) else {code: worded(code) for code in field.codes}


def worded(code: str) -> str:
    """A code in words."""
    return _SPOKEN.get(code) or code.replace("_", " ").capitalize()


def code_of(field: Field, said: str) -> str:
    """The code that words mean, whatever their case; a text that is none is given back as it is."""
    plain = said.strip().casefold()
    return next((code for code, words in words_of(field).items() if plain in (code, words.casefold())), said)
