"""The small words of headings, from grammar.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("grammar.toml")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which words are dropped, carry no field, end or follow the word a heading turns on, open a question,
    make a sentence, speak of what is still to come, or make of an owner one who helps."""

    articles: frozenset[str]
    small: frozenset[str]
    cuts: frozenset[str]
    after: frozenset[str]
    questions: frozenset[str]
    spoken: frozenset[str]
    coming: frozenset[str]
    helping: frozenset[str]
    spellings: Mapping[str, str]
    signs: Mapping[str, str]


def _loaded() -> Grammar:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    listed = ("articles", "small", "cuts", "after", "questions", "spoken", "coming", "helping")
    sets = {name: frozenset(table[name]) for name in listed}
    return Grammar(**sets, spellings=table["spellings"], signs=table["signs"])


GRAMMAR = _loaded()
