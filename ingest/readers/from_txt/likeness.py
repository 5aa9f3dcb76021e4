"""How alike two cells look, as evidence that they stand in one column; from their shape, not their meaning."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from ingest.marks import split_mark
from ingest.readers.from_txt.tab_cells import TabCell

_WORDS = re.compile(r"[^\W\d_]{4,}")
_DIGITS = re.compile(r"\d+")
_SHORT = 60
_SENTENCE = 90


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like: its kind, the length of its text, its words, and the text itself for comparing.

    Kinds are empty, figures (mostly digits), dated (short, with digits), listed (bullets), numbered (led by a
    number), phrase and sentence.
    """

    kind: str
    length: float
    words: frozenset[str]
    key: str

    @property
    def like_heading(self) -> bool:
        """Whether it could head a column: a short phrase without figures that does not end as a sentence."""
        return self.kind == "phrase" and len(self.key) < _SHORT and self.key[-1] not in ".;"


def look(cell: TabCell) -> Look:
    """The look of a cell."""
    key = cell.key
    return Look(_kind(cell, key), math.log(len(key) + 1), frozenset(_WORDS.findall(key[:400])), key)


def likeness(one: Look, other: Look) -> float:
    """Evidence, in nats, that two cells are of one column: positive for, negative against."""
    if one.key == other.key:
        return 1.0 if one.kind == "empty" else 2.0
    if "empty" in (one.kind, other.kind):
        return -0.3
    kinds = 0.8 if one.kind == other.kind else -0.9
    lengths = max(0.5 - abs(one.length - other.length) * 0.6, -1.2)
    shared = len(one.words & other.words)
    words = 1.5 * shared / min(len(one.words), len(other.words)) if shared else 0.0
    return kinds + lengths + words


def _kind(cell: TabCell, key: str) -> str:
    if not key:
        return "empty"
    digits = sum(map(len, _DIGITS.findall(key)))
    if digits * 2 > len(key):
        return "figures"
    if digits and len(key) < _SHORT and not key[0].isdigit():
        return "dated"
    first = cell.pieces[0].text
    if split_mark(first)[0] == "•":
        return "listed"
    if key[0].isdigit():
        return "numbered" if len(key) > 12 else "dated"
    return "sentence" if len(key) > _SENTENCE or key.endswith(".") else "phrase"
