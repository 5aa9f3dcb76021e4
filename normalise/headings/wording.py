"""A heading as a row of plain words: case, plurals, punctuation, footnotes, numbers and dates make no difference."""

from __future__ import annotations

import re
from functools import lru_cache

from normalise.headings.grammar import GRAMMAR
from normalise.headings.periods import without_dates

_FOOTNOTES = re.compile(r"[¹²³⁰-⁹*†‡§]|\[\d+\]|(?<=[a-z]{3})\d\b")
_LEADING = re.compile(r"^\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*[.)]+\s*(?=\S{2})")
_SECTION = re.compile(r"^\s*[^\W\d]+\s+\d{1,2}\s*[:–-]\s*(?=[^\W\d]{3})")
_SHORTENED = {"'ll": " will", "'ve": " have", "'re": " are", "n't": " not"}
_PLURAL = re.compile(r"(?<=[a-z])\s*(?:/|\()\s*(?:s|es|ies)\b\)?")
_INITIALS = re.compile(r"\b[a-z](?:\.?\s?[a-z]\b)+\.?(?:['’]?s\b)?")
_ASIDE = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"[a-z]+|[#£%&+/№]")
_LETTERS = 1000
_ALONE = frozenset(("status", "progress", "success", "business", "analysis", "basis", "process", "address", "less"))


def words(heading: str) -> tuple[str, ...]:
    """The words of a heading in order, in small letters and the singular; `/`, `&`, `+` and `or` become "and".

    Dates, bare numbers, articles, footnote marks and a number or a numbered section ("Aim 1:") before the
    heading are dropped.
    """
    low = heading.casefold().replace("’", "'")
    for short, full in _SHORTENED.items():
        low = low.replace(short, full)
    low = _INITIALS.sub(_joined, low.replace("'s", "s"))
    low = _PLURAL.sub("s", _FOOTNOTES.sub("", _LEADING.sub("", _SECTION.sub("", low))))
    return _tidied([GRAMMAR.signs.get(t, t) for t in _TOKEN.findall(without_dates(low))])


def without_aside(heading: str) -> str:
    """The heading without what stands in brackets, where anything else is left."""
    bare = _ASIDE.sub(" ", heading)
    return bare if any(c.isalpha() for c in bare) else heading


def asides(heading: str) -> list[str]:
    """What stands in brackets, without them ("RAG" of "Where are we? (RAG)")."""
    return [aside.strip("()") for aside in _ASIDE.findall(heading)]


def key(heading: str) -> str:
    """Letters and digits alone, in small letters: the form by which a heading is known again."""
    return "".join(c for c in heading[:_LETTERS].casefold() if c.isalnum()) or heading.strip()


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """One spelling for a word: singular, British."""
    word = GRAMMAR.spellings.get(word, word)
    if len(word) < 4 or word in _ALONE or word.endswith(("ss", "us", "sis")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return GRAMMAR.spellings.get(word[:-1], word[:-1]) if word.endswith("s") else word


def _joined(match: re.Match[str]) -> str:
    letters = "".join(c for c in match[0] if c.isalpha())
    return letters.removesuffix("s") if len(letters) > 2 else letters


def _tidied(tokens: list[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for token in map(singular, tokens):
        if token in GRAMMAR.articles or (token == "and" and (not kept or kept[-1] == "and")):
            continue
        kept.append(token)
    while kept and kept[-1] == "and":
        kept.pop()
    return tuple(kept)
