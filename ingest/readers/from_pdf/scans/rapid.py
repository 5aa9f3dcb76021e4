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
_BESIDE = 3
"""White pixels left beside a piece of a line that is recognised by itself."""
_APART = 0.6
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

Box = tuple[int, int, int, int]


def recognise(grey: Pixels, dots: float, seconds: float) -> list[Word]:
    """The words of a picture of so many dots an inch. Raises PageTooSlow."""
    began = time.process_time()
    found: list[Word] = []
    for top, strip in _strips(grey):
        for line in _lines(strip):
            number = found[-1].line + 1 if found else 0
            found += (replace(word, top=word.top + top, bottom=word.bottom + top, line=number) for word in line)
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


def _lines(strip: Pixels) -> Iterator[list[Word]]:
    """The words of each line found on a strip: lines are cut at wide gaps, for columns stand beside one another."""
    said = _engine()(_coloured(strip), use_det=True, use_rec=False)
    for corners in () if said.boxes is None else said.boxes:
        box = tuple(max(int(edge), 0) for edge in (*corners.min(axis=0), *(corners.max(axis=0) + 1)))
        for piece in _pieces(strip, (box[0], box[1], box[2], box[3])):
            yield _words(strip, piece)


def _pieces(strip: Pixels, box: Box) -> Iterator[Box]:
    """The parts of a line between wide gaps, and without what the box cuts of the next column."""
    left, high, _, low = box
    inked = _inked(strip, box)
    apart = round(_APART * (low - high))
    for side in (inked, inked[::-1]):
        _clear_stray(side, apart)
    stretches = _stretches(inked, 0)
    ends = [n for n, (one, other) in enumerate(itertools.pairwise(stretches)) if other[0] - one[1] > apart]
    for first, last in itertools.pairwise([-1, *ends, len(stretches) - 1] if stretches else []):
        yield left + stretches[first + 1][0], high, left + stretches[last][1], low


def _words(strip: Pixels, box: Box) -> list[Word]:
    """What a part of a line says, parted at the widest gaps in its ink: there are as many words as its text has."""
    left, high, right, low = box
    said = _engine()(_coloured(strip[high:low, max(left - _BESIDE, 0) : right + _BESIDE]), use_det=False, use_rec=True)
    texts = said.txts[0].split() if said.txts else []
    sure = float(said.scores[0]) if said.txts else 0.0
    stretches = _stretches(_inked(strip, box), len(texts)) if texts else []
    return [
        Word(text, left + start, high, left + end, low, sure)
        for text, (start, end) in zip(texts, stretches, strict=False)
    ]


def _coloured(grey: Pixels) -> Pixels:
    return np.repeat(grey[:, :, None], 3, axis=2)


def _inked(grey: Pixels, box: Box) -> NDArray[np.bool_]:
    left, high, right, low = box
    return np.asarray((grey[high:low, left:right] < _INK).any(axis=0))


def _clear_stray(inked: NDArray[np.bool_], apart: int) -> None:
    """Take out ink that the line's box cuts at its beginning, far from the rest: it is the next column's."""
    if inked.any() and inked[0]:
        end = int(np.argmin(inked)) if not inked.all() else len(inked)
        if not inked[end : end + apart].any():
            inked[:end] = False


def _stretches(inked: NDArray[np.bool_], count: int) -> list[tuple[int, int]]:
    """From where to where the ink of each of so many words reaches; every stretch of ink by itself for 0."""
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    if not len(starts) or not count:
        return [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]
    gaps = starts[1:] - ends[:-1]
    if len(gaps) < count - 1:
        edges = np.linspace(starts[0], ends[-1], count + 1).astype(int)
        return [(int(start), int(end)) for start, end in itertools.pairwise(edges)]
    widest = np.sort(np.argsort(gaps, kind="stable")[::-1][: count - 1])
    first, last = np.concatenate(([0], widest + 1)), np.concatenate((widest, [len(starts) - 1]))
    return [(int(starts[n]), int(ends[m])) for n, m in zip(first, last, strict=True)]
