"""Lines that pages repeat, read alike: heads of pages and of tables, which an engine may read a little differently."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher

from ingest.readers.from_pdf.ink import Ink, Run
from ingest.readers.from_pdf.lines import Line, lines

_HEAD, _FOOT = 0.3, 0.12
"""The parts of a page's height where what is repeated stands."""
_NEAR = 6.0
_ALIKE = 0.85
_SEVERAL = 3
"""A line of so many pieces, all alike, is the same header wherever it stands; a shorter one must stand as high."""
_KEPT = 400
_DIGITS = re.compile(r"\d+")


class Repeats:
    """Lines of the pages of a document so far, as they were read first."""

    def __init__(self) -> None:
        self._said: list[Line] = []

    def settled(self, ink: Ink) -> Ink:
        """The page with lines at its head and foot spelt as on a page before, where they are nearly alike."""
        found = lines(ink.runs)
        spelt: dict[Run, str] = {}
        for line in found:
            if line.box.bottom < _HEAD * ink.height or line.box.top > (1 - _FOOT) * ink.height:
                same = next((other for other in self._said if _is_same(line, other)), None)
                spelt |= {run: other.text for run, other in zip(line.runs, same.runs, strict=True)} if same else {}
        self._said = [*self._said, *found][:_KEPT]
        return replace(ink, runs=tuple(run._replace(text=spelt.get(run, run.text)) for run in ink.runs))


def _is_same(line: Line, other: Line) -> bool:
    if len(line.runs) != len(other.runs) or not all(map(_stands_alike, line.runs, other.runs)):
        return False
    as_high = abs(line.baseline - other.baseline) <= _NEAR
    return (as_high or len(line.runs) >= _SEVERAL) and all(map(_reads_alike, line.runs, other.runs))


def _stands_alike(run: Run, other: Run) -> bool:
    return abs(run.box.left - other.box.left) <= _NEAR and abs(run.box.right - other.box.right) <= _NEAR


def _reads_alike(run: Run, other: Run) -> bool:
    """Whether two texts differ in no number and few letters."""
    if _DIGITS.findall(run.text) != _DIGITS.findall(other.text):
        return False
    one, two = ("".join(text.split()) for text in (run.text, other.text))
    return one == two or SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
