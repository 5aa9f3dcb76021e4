"""The vocabulary of time: which part each word or phrase plays, read once from `data/time.toml`.

A part is one letter, so that a cell becomes a short string of parts which small patterns read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

MARKS = {
    "end": "E", "early": "B", "mid": "I", "late": "L", "term": "T", "half": "H", "half_code": "h", "quarter": "q",
    "financial": "F", "academic": "A", "to": "t", "from": "f", "onwards": "u", "by": "b", "between": "k", "of": "z",
    "and": "&", "or": "v", "each": "e", "year": "y", "unit": "m",
    "ongoing": "O", "lasting": "g", "recurring": "R", "repeating": "r", "tbc": "U", "complete": "C", "done": "c",
    "relative": "V", "hanging": "x", "none": "0", "code": "s", "other": "w",
}  # fmt: skip
"""Part of the words in each list of the data file."""

VALUED = {"months": "M", "seasons": "S", "weekdays": "D", "numbers": "d", "ordinals": "o", "holidays": "J"}
"""Part of the words whose list says which one they are."""

Entry = tuple[tuple[str, ...], str, int]
"""The words after the first, the part, and which one it is."""

PIECES = re.compile(r"[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]")


def _entries() -> Iterator[tuple[str, str, int]]:
    data = tomllib.loads((resources.files("normalise") / "data" / "time.toml").read_text(encoding="utf-8"))
    for name, mark in VALUED.items():
        for value, phrases in data[name].items():
            yield from ((phrase, mark, int(value)) for phrase in phrases)
    for group in ("marks", "kinds"):
        for name, phrases in data[group].items():
            yield from ((phrase, MARKS[name], 0) for phrase in phrases)


def _vocabulary() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for phrase, mark, value in _entries():
        first, *rest = PIECES.findall(phrase)
        found.setdefault(first, []).append((tuple(rest), mark, value))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


VOCABULARY = _vocabulary()
"""First word of every phrase → its phrases, longest first."""

LONG_MONTHS = {entry: row[0][2] for entry, row in VOCABULARY.items() if row[0][1] == "M" and len(entry) >= 6}
"""Month names long enough that a slip of the pen in one is still plain."""
