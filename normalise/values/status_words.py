"""The vocabulary of status, from `data/status.toml`: phrases, colour names, letters and signs, and what they mean."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import resources

_DATA = tomllib.loads((resources.files("normalise") / "data" / "status.toml").read_text(encoding="utf-8"))

SILENT = ""
"""Code of phrases that hold a status word and say no status (`complete by`)."""

_ONE_WORD = [done for done in _DATA["words"]["complete"] if " " not in done]
_NEARLY = (f"{near} {done}" for near in _DATA["nearly"]["words"] for done in _ONE_WORD)

CODES: dict[str, str] = {
    **dict.fromkeys(_NEARLY, "in_progress"),
    **{phrase: code for code, phrases in _DATA["words"].items() for phrase in phrases},
    **dict.fromkeys(_DATA["silent"]["phrases"], SILENT),
}
"""Phrase, words parted by one space → code."""

COLOURS: dict[str, str] = {name: hue for hue, names in _DATA["colours"].items() for name in names}
"""Name of a colour → hue."""

PLAIN_WORDS = frozenset(_DATA["plain"]["words"])
"""Single words that say a status wherever they stand in a sentence."""

LETTERS: dict[str, str] = _DATA["letters"]
HUES: dict[str, str] = _DATA["hues"]
SIGNS: dict[str, str] = _DATA["signs"]
AGREE: dict[str, list[str]] = _DATA["agree"]
"""Code said in words → codes that the colour beside it may show."""


def _pattern(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"[\s-]+".join(map(re.escape, phrase.split())) for phrase in ordered)


PHRASE = re.compile(rf"(?<!\w)(?:{_pattern([*CODES, *COLOURS])})(?!\w)")
SIGN = re.compile("|".join(map(re.escape, SIGNS)))


def code_of(folded: str) -> str:
    """The code of the first phrase of status in a folded text, colour names aside; "" for none."""
    for match in PHRASE.finditer(folded):
        code = CODES.get(" ".join(re.split(r"[\s-]+", match.group())), "")
        if code:
            return code
    return ""
