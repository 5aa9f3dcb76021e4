"""Words by RapidOCR, a library with its models inside: given the picture strip by strip, so that memory stays small."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.missed import Piece, missed
from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.ruling import Stroke
from ingest.readers.from_pdf.scans.stretches import stretches
from ingest.readers.from_pdf.scans.transcript import Alphabet, Chances, alphabet, standing
from ingest.readers.from_pdf.scans.words import PageTooSlow, Picture, Word, worked

_STRIP, _SEARCH = 600, 200
"""How high a strip is, and how far up a row with least ink is looked for to end it at."""
_INK = 150
_BESIDE = 3
"""White pixels left beside a piece of a line that is recognised by itself."""
_STOP = 0.25
"""White so many times as wide as a line's box is high is left at its end: a full stop may be too faint to be ink."""
_FRINGE = 2
"""Pixels on either side of a rule where something of it may be left."""
_APART = 0.6
"""White so many times as wide as a line's box is high parts columns."""
_LENIENT = 0.2
"""White around a line that was overlooked, in times its height."""
_SURE, _SINGLE = 0.8, 0.9
"""What was overlooked is a word where the model is so sure of it, and so sure where it is a single letter,"""
_STROKES = frozenset("0OoCcDQ1lIiJLTVXxUY7")
"""but for these, which any mark or box looks like: marks and pictures are no words."""
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


def recognise(picture: Picture, seconds: float) -> list[Word]:
    """The words of a picture, line by line. Raises PageTooSlow."""
    began = worked()
    found: list[Word] = []
    for top, strip in strips(picture.grey):
        for line in _lines(strip, _within(picture.upright, top, top + len(strip))):
            number = found[-1].line + 1 if found else 0
            found += (replace(word, top=word.top + top, bottom=word.bottom + top, line=number) for word in line)
        if worked() - began > seconds:
            raise PageTooSlow
    return [*found, *_overlooked(picture, found, began + seconds)]


def _overlooked(picture: Picture, found: Sequence[Word], end: float) -> Iterator[Word]:
    """The words of ink outside all lines: a short line that stands alone on its strip is not always found there.

    What may be no word is as doubtful as can be, for the note on the page to name it. Raises PageTooSlow when the
    processor time reaches `end`.
    """
    for number, piece in enumerate(missed(picture.grey, found, longest=math.inf), len(found)):
        words = [word for part in _between(_roomy(piece), picture.upright) for word in _words(picture.grey, part)]
        yield from (replace(word, line=number, sure=word.sure if _is_word(word) else 0.0) for word in words)
        if worked() > end:
            raise PageTooSlow


def _is_word(word: Word) -> bool:
    said = [letter for letter in word.text if letter.isalnum()]
    return word.sure >= _SURE if len(said) > 1 else word.sure >= _SINGLE and not _STROKES.issuperset(said)


def _roomy(piece: Piece) -> Box:
    room = round(_LENIENT * (piece.bottom - piece.top))
    return max(piece.left - room, 0), max(piece.top - room, 0), piece.right + room, piece.bottom + room


def _within(strokes: Sequence[Stroke], top: int, bottom: int) -> list[Stroke]:
    """Upright strokes as they stand on a strip of the picture."""
    return [Stroke(s.at, s.start - top, s.end - top) for s in strokes if s.start < bottom and s.end > top]


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


@cache
def _model() -> Any:
    """The part of the engine that knows letters, asked directly: it tells of each step along a line."""
    engine = _engine()
    engine(np.full((48, 320, 3), 255, dtype=np.uint8), use_det=False, use_rec=True)
    return engine.text_rec


@cache
def _alphabet() -> Alphabet:
    return alphabet(_model().postprocess_op.character)


def strips(grey: Pixels) -> Iterator[tuple[int, Pixels]]:
    """Strips with ink on them and where each begins, cut where least ink stands: shadows run down a whole page."""
    ink = (grey < _INK).sum(axis=1)
    top = 0
    while top < len(grey):
        bottom = min(top + _STRIP, len(grey))
        if bottom < len(grey):
            bottom -= int(np.argmin(ink[bottom - _SEARCH : bottom][::-1]))
        if ink[top:bottom].any():
            yield top, grey[top:bottom]
        top = bottom


def _lines(strip: Pixels, upright: Sequence[Stroke]) -> Iterator[list[Word]]:
    """The words of each line found on a strip, cut at rules and wide gaps: columns stand beside one another."""
    said = _engine()(_coloured(strip), use_det=True, use_rec=False)
    for corners in () if said.boxes is None else said.boxes:
        box = tuple(max(int(edge), 0) for edge in (*corners.min(axis=0), *(corners.max(axis=0) + 1)))
        for part in _between((box[0], box[1], box[2], box[3]), upright):
            for piece in _pieces(strip, part):
                yield _words(strip, piece)


def _between(box: Box, upright: Sequence[Stroke]) -> Iterator[Box]:
    """The parts of a line between upright rules."""
    left, high, right, low = box
    middle = (high + low) / 2
    cuts = sorted({s.at for s in upright if left < s.at < right and s.start <= middle <= s.end})
    starts, ends = [left, *(cut + _FRINGE for cut in cuts)], [*(cut - _FRINGE for cut in cuts), right]
    for start, end in zip(starts, ends, strict=True):
        if end - start > _BESIDE:
            yield start, high, end, low


def _pieces(strip: Pixels, box: Box) -> Iterator[Box]:
    """The parts of a line between wide gaps, and without what the box cuts of the next column."""
    left, high, right, low = box
    inked = _inked(strip, box)
    apart = round(_APART * (low - high))
    for side in (inked, inked[::-1]):
        _clear_stray(side, apart)
    inks = stretches(inked)
    ends = [n for n, (one, other) in enumerate(itertools.pairwise(inks)) if other[0] - one[1] > apart]
    for first, last in itertools.pairwise([-1, *ends, len(inks) - 1] if inks else []):
        end = left + inks[last][1] + round(_STOP * (low - high))
        yield left + inks[first + 1][0], high, min(end, right), low


def _words(strip: Pixels, box: Box) -> list[Word]:
    """What a part of a line says, its words parted at the widest gaps between their letters."""
    left, high, right, low = box
    margin = min(left, _BESIDE)
    crop = _coloured(strip[high:low, left - margin : right + _BESIDE])
    chances, step = _chances(crop)
    words, sure = _alphabet().read(chances)
    inks = stretches(_inked(strip, box))
    if not words or not inks:
        return []
    places = [((word.first + 0.5) * step - margin, (word.last + 0.5) * step - margin) for word in words]
    reach = standing(inks, places, right - left)
    return [
        Word(word.text, left + start, high, left + end, low, sure)
        for word, (start, end) in zip(words, reach, strict=True)
    ]


def _chances(crop: Pixels) -> tuple[Chances, float]:
    """What the model thinks of each step along a picture, and how many of its pixels a step is."""
    model = _model()
    _, tall, least = model.rec_image_shape
    high, wide = crop.shape[:2]
    drawn = model.resize_norm_img(crop, max(wide / high, least / tall))
    chances = model.session(drawn[None].astype(np.float32))[0]
    return chances, drawn.shape[2] / len(chances) * high / tall


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
