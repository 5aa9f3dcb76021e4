"""The wordings of headings.toml, ready to be looked up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalise.headings.grammar import GRAMMAR
from normalise.headings.wording import singular, words

FILE = Path(__file__).with_name("headings.toml")
Phrase = tuple[str, ...]
ANY = "*"
"""At the head of a word of a turn: whatever begins it ("*ed" is completed, rectified, closed)."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every known wording: `phrases` maps the words of one to its fields, each with "exact" or "synonym".

    `loose` does the same for the set of its telling words; `nouns` and `leaning` map a word to fields; `turns` maps
    words that speak for fields wherever they stand in this order; `vocabulary` is every word that occurs; `repeats`
    names the fields that a table may well have twice; `longest` counts the words of the longest wording.
    """

    phrases: Mapping[Phrase, Mapping[str, str]]
    loose: Mapping[frozenset[str], Mapping[str, str]]
    nouns: Mapping[str, frozenset[str]]
    leaning: Mapping[str, frozenset[str]]
    turns: Mapping[Phrase, frozenset[str]]
    vocabulary: frozenset[str]
    repeats: frozenset[str]
    longest: int


def telling(phrase: Iterable[str]) -> frozenset[str]:
    """The words of a phrase that carry meaning of their own."""
    return frozenset(w for w in phrase if w not in GRAMMAR.small or w in GRAMMAR.questions)


def compiled(sections: Mapping[str, Mapping[str, object]], forget: frozenset[Phrase] = frozenset()) -> Lexicon:
    """The lexicon of these sections without the wordings in `forget`, each given as its words."""
    phrases: dict[Phrase, dict[str, str]] = {}
    nouns: dict[str, set[str]] = {}
    leaning: dict[str, set[str]] = {}
    turns: dict[Phrase, set[str]] = {}
    for field, section in sections.items():
        for tier in ("exact", "synonym"):
            for phrase in _phrases(section, "synonyms" if tier == "synonym" else tier):
                phrases.setdefault(phrase, {}).setdefault(field, tier)
        for name, index in (("nouns", nouns), ("leaning", leaning)):
            for word in _strings(section, name):
                index.setdefault(singular(word), set()).add(field)
        for text in _strings(section, "turns"):
            turns.setdefault(tuple(map(singular, text.split())), set()).add(field)
    turned = (word for turn in turns for word in turn if ANY not in word)
    vocabulary = frozenset([*(w for p in phrases for w in p), *nouns, *leaning, *turned, *GRAMMAR.small])
    phrases = {p: fields for p, fields in phrases.items() if p not in forget}
    return Lexicon(
        phrases=phrases,
        loose=_loosened(phrases),
        nouns=_frozen(nouns, forget),
        leaning=_frozen(leaning, forget),
        turns={turn: frozenset(fields) for turn, fields in turns.items() if turn not in forget},
        vocabulary=vocabulary,
        repeats=frozenset(field for field, section in sections.items() if section.get("repeats")),
        longest=max(map(len, phrases)),
    )


def sections() -> dict[str, dict[str, object]]:
    """headings.toml as it stands: field to its lists of wordings."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def known() -> Lexicon:
    """The lexicon of headings.toml."""
    return compiled(sections())


def _strings(section: Mapping[str, object], name: str) -> list[str]:
    listed = section.get(name, [])
    return [str(text) for text in listed] if isinstance(listed, list) else []


def _phrases(section: Mapping[str, object], name: str) -> list[Phrase]:
    return [phrase for phrase in map(words, _strings(section, name)) if phrase]


def _loosened(phrases: Mapping[Phrase, Mapping[str, str]]) -> dict[frozenset[str], dict[str, str]]:
    loose: dict[frozenset[str], dict[str, str]] = {}
    for phrase, fields in phrases.items():
        told = telling(phrase)
        if len(told - GRAMMAR.questions) > 1:
            for field, tier in fields.items():
                loose.setdefault(told, {}).setdefault(field, tier)
    return loose


def _frozen(index: Mapping[str, set[str]], forget: frozenset[Phrase]) -> dict[str, frozenset[str]]:
    return {word: frozenset(fields) for word, fields in index.items() if (word,) not in forget}
