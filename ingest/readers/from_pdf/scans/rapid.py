"""Words by RapidOCR, a library with its models inside: given the picture strip by strip, so that memory stays small."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.words import PageTooSlow, Word

_STRIP, _SEARCH = 600, 200
"""How high a strip is, and how far up a row without ink is looked for to end it at."""
_INK = 150
_APART = 0.5
"""White so many times as wide as a line's box is high parts columns."""
_LONGEST = 6_000
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # the page is the right way up
    "Global.max_side_len": _LONGEST,
    "Det.limit_type": "max",  # nothing is made larger than it was scanned
    "Det.limit_side_len": _LONGEST,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # the pool has a process for each core already
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def recognise(grey: Pixels, dots: float, seconds: float) -> list[Word]:
    """The words of a picture of so many dots an inch. Raises PageTooSlow."""
    began = time.process_time()
    found: list[Word] = []
    for top, strip in _strips(grey):
        said = _engine()(np.repeat(strip[:, :, None], 3, axis=2))
        lines = zip(said.boxes, said.txts, said.scores, strict=True) if said.txts else ()
        for corners, text, sure in lines:
            number = found[-1].line + 1 if found else 0
            found += (replace(word, line=number) for word in _words(text, float(sure), corners, top, grey))
        if time.process_time() - began > seconds:
            raise PageTooSlow
    return found


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


def _strips(grey: Pixels) -> Iterator[tuple[int, Pixels]]:
    """Strips with ink on them and where each begins, cut where no ink stands."""
    blank = np.asarray(~(grey < _INK).any(axis=1))
    top = 0
    while top < len(grey):
        bottom = min(top + _STRIP, len(grey))
        free = np.flatnonzero(blank[bottom - _SEARCH : bottom])
        if bottom < len(grey) and len(free):
            bottom += int(free[-1]) + 1 - _SEARCH
        if not blank[top:bottom].all():
            yield top, grey[top:bottom]
        top = bottom


def _words(text: str, sure: float, corners: NDArray[np.float32], top: int, grey: Pixels) -> Iterator[Word]:
    """The words of a line, parted at the widest gaps in its ink: there are as many as its text has."""
    texts = text.split()
    left, right = max(int(corners[:, 0].min()), 0), int(corners[:, 0].max()) + 1
    high, low = max(int(corners[:, 1].min()), 0), int(corners[:, 1].max()) + 1
    high, low = high + top, low + top
    inked = np.asarray((grey[high:low, left:right] < _INK).any(axis=0))
    apart = round(_APART * (low - high))
    for side in (inked, inked[::-1]):
        _clear_stray(side, apart)
    for word, (start, end) in zip(texts, _stretches(inked, len(texts)), strict=False):
        yield Word(word, left + start, high, left + end, low, sure)


def _clear_stray(inked: NDArray[np.bool_], apart: int) -> None:
    """Take out ink that the line's box cuts at its beginning, far from the rest: it is the next column's."""
    if inked.any() and inked[0]:
        end = int(np.argmin(inked)) if not inked.all() else len(inked)
        if not inked[end : end + apart].any():
            inked[:end] = False


def _stretches(inked: NDArray[np.bool_], count: int) -> list[tuple[int, int]]:
    """From where to where the ink of each of so many words reaches."""
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    if not len(starts) or not count:
        return []
    gaps = starts[1:] - ends[:-1]
    if len(gaps) < count - 1:
        edges = np.linspace(starts[0], ends[-1], count + 1).astype(int)
        return [(int(start), int(end)) for start, end in itertools.pairwise(edges)]
    widest = np.sort(np.argsort(gaps, kind="stable")[::-1][: count - 1])
    first, last = np.concatenate(([0], widest + 1)), np.concatenate((widest, [len(starts) - 1]))
    return [(int(starts[n]), int(ends[m])) for n, m in zip(first, last, strict=True)]
