"""Apostrophes and quotation marks, curled or straight as their ink is: engines know few of them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

import numpy as np

from ingest.readers.from_pdf.scans.lone import Standing
from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.stretches import stretches
from ingest.readers.from_pdf.widths import wide

_OPENING, _CLOSING = re.compile(r"(^|[(\[/])(['\"])(?=\w)"), re.compile(r"(?<=[\w.,!?)])([\"'])")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_APOSTROPHE = re.compile("['’‘]")
_OPENED, _CLOSED = re.compile(r"\W*‘"), re.compile(r"’\W*$")
_AWAY = 12
"""So many words on, a quotation may still be closed: by a mark as curled as the one that opened it."""
_HIGH = 0.42
"""How far above the line such marks end, in times the size of the type."""
_MOST, _LEAST = 0.35, 4
"""How wide one is at most, and of how many pixels at least."""
_NEAR = 0.5
"""How far from its place in the word it may be seen."""
_SLIM, _WIDE = 0.095, 0.12
"""A straight one is no wider, a curled one no slimmer; between them the others of the page tell."""


class _Kind(Enum):
    STRAIGHT = "straight"
    CURLED = "curled"
    EITHER = "either"


def with_quotes(words: Sequence[Standing], ink: Mask) -> list[Standing]:
    """The words with their apostrophes as they are drawn, where the ink tells, else as most of the page's are.

    Word processors curl them, browsers do not. Quotation marks are curled but where all apostrophes are straight.
    """
    kinds = [_kind(word, ink) for word in words]
    straight, curled = kinds.count(_Kind.STRAIGHT), kinds.count(_Kind.CURLED)
    usual = _Kind.STRAIGHT if straight > curled else _Kind.CURLED
    made, opened = [], 0
    for standing, kind in zip(words, kinds, strict=True):
        text = _curled(standing.word.text)
        if straight and not curled:
            text = text.translate(_STRAIGHT)
        elif (usual if kind is _Kind.EITHER else kind) is _Kind.STRAIGHT and not (opened and _CLOSED.search(text)):
            text = _APOSTROPHE.sub("'", text)
        opened = _AWAY if _OPENED.match(text) else max(opened - 1, 0)
        made.append(standing._replace(word=replace(standing.word, text=text)))
    return made


def _curled(text: str) -> str:
    if "'" not in text and '"' not in text:
        return text
    text = _OPENING.sub(lambda found: found[1] + ("‘" if found[2] == "'" else "“"), text)
    return _CLOSING.sub(lambda found: "’" if found[1] == "'" else "”", text)


def _kind(standing: Standing, ink: Mask) -> _Kind | None:
    """What the apostrophes of a word are by their width; None where it has none."""
    if not _APOSTROPHE.search(standing.word.text):
        return None
    found = list(_widths(standing, ink))
    if found and max(found) <= _SLIM * standing.size:
        return _Kind.STRAIGHT
    return _Kind.CURLED if found and min(found) >= _WIDE * standing.size else _Kind.EITHER


def _widths(standing: Standing, ink: Mask) -> Iterator[int]:
    """How wide each apostrophe of a word is drawn, where it is seen: ink with nothing beneath it, near its place."""
    word, size, baseline = standing
    part = ink[word.top : word.bottom, word.left : word.right]
    above = baseline - word.top - np.arange(len(part)) > _HIGH * size
    alone = np.asarray(part[above].any(axis=0) & ~part[~above].any(axis=0))
    marks = [(start, end) for start, end in stretches(alone) if end - start <= _MOST * size]
    marks = [(start, end) for start, end in marks if part[above, start:end].sum() >= _LEAST]
    for found in _APOSTROPHE.finditer(word.text):
        before = wide(word.text[: found.start()]) + wide(found[0]) / 2
        at = part.shape[1] * before / wide(word.text)
        start, end = min(marks, key=lambda mark: abs(sum(mark) / 2 - at), default=(0, 0))
        if end and abs((start + end) / 2 - at) <= _NEAR * size:
            yield end - start
