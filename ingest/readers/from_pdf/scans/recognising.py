"""A page that is a picture → `Ink` as if it had been written and drawn: words, rules and coloured areas."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pypdfium2 as pdfium

from ingest.readers.from_pdf.drawn.rules import joined
from ingest.readers.from_pdf.ink import Box, Fill, Ink, Letter, Rule, Run, around
from ingest.readers.from_pdf.lines import lines
from ingest.readers.from_pdf.scans.contrast import blackness, darkened
from ingest.readers.from_pdf.scans.lone import Standing, lone_dashes
from ingest.readers.from_pdf.scans.marks import with_dashes, with_quotes, without_remains
from ingest.readers.from_pdf.scans.paper import hexadecimal, on_white, paper, rules_on_white, without_edges
from ingest.readers.from_pdf.scans.parting import starts, usual_space
from ingest.readers.from_pdf.scans.pixels import Mask, Pixels, rendered, turned
from ingest.readers.from_pdf.scans.ruling import Stroke, level_strokes, upright_strokes, without
from ingest.readers.from_pdf.scans.shapes import with_bullet, with_sizes
from ingest.readers.from_pdf.scans.specks import without_specks
from ingest.readers.from_pdf.scans.straight import is_head_up, is_upright, skew, straightened
from ingest.readers.from_pdf.scans.strays import strays
from ingest.readers.from_pdf.scans.type import baselines, fitted, sizes, tight
from ingest.readers.from_pdf.scans.words import Engine, PageTooSlow, Picture, Word, worked

_INK = 150
_SURE = 0.25
_READABLE = 0.8
"""How sure the engine is, on the average letter, of text that is the right way up."""
_BAND = 300
"""Rows of pixels that are enough to tell which way up a page is."""
_RUN_GAP = 0.45
_WIDER = 1.4
"""White that parts columns is so many times as wide as the spaces of its line."""
_FEW = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as pixels, white but for ink: straightened, turned, its rules taken out of `grey`."""

    grey: Pixels
    scale: float
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    fills: tuple[Fill, ...]

    @property
    def ink(self) -> Mask:
        """Which pixels are letters."""
        return self.grey < _INK


@dataclass(frozen=True, slots=True)
class Seen:
    """A page turned clockwise by so many degrees, and what an engine makes of it."""

    turn: int
    sheet: Sheet
    words: Sequence[Word]

    @property
    def sure(self) -> float:
        """How sure the engine is of a letter, 0 to 1."""
        return _sureness(self.words)


class See(Protocol):
    """Reads the page turned clockwise by so many degrees, the whole of it or the part with most ink."""

    def __call__(self, turn: int, *, in_part: bool) -> Seen: ...


def recognised(page: pdfium.PdfPage, number: int, engine: Engine, seconds: float) -> Ink | None:
    """What stands on the page; None where it is too large to draw. Raises PageTooSlow past the seconds of work."""
    end = worked() + seconds
    drawn = rendered(page)
    if drawn is None:
        return None
    pixels, scale = drawn

    def seen(turn: int, *, in_part: bool) -> Seen:
        sheet = _sheet(turned(pixels, turn), scale)
        grey = _fullest(sheet.grey) if in_part else sheet.grey
        upright = () if in_part else sheet.upright
        return Seen(turn, sheet, engine(Picture(grey, 72 * scale, upright), end - worked()))

    turns = _turns(pixels, scale)
    first = seen(next(turns), in_part=False)
    best = first if first.sure >= _READABLE or not first.words else _surest(first, turns, seen)
    return _ink(best.sheet, best.words, number, best.turn)


def _surest(first: Seen, turns: Iterable[int], see: See) -> Seen:
    """The page turned otherwise where a part of it reads better so; as it was seen first where time runs out."""
    try:
        other = max((see(turn, in_part=True) for turn in turns), key=lambda seen: seen.sure)
        return (
            max(first, see(other.turn, in_part=False), key=lambda seen: seen.sure) if other.sure > first.sure else first
        )
    except PageTooSlow:
        return first


def _fullest(grey: Pixels) -> Pixels:
    """The band across the page that has most ink."""
    ink = np.concatenate(([0], np.cumsum((grey < _INK).sum(axis=1))))
    top = int(np.argmax(ink[_BAND:] - ink[:-_BAND])) if len(grey) > _BAND else 0
    return grey[top : top + _BAND]


def _turns(pixels: Pixels, scale: float) -> Iterator[int]:
    """Degrees to turn the page clockwise so that its lines run across it, the likeliest first."""
    ink = _sheet(pixels, scale).ink
    turn = 0 if is_upright(ink) else 90
    if not is_head_up(ink if turn == 0 else turned(ink, turn)):
        turn += 180
    yield turn
    yield from (other for other in (0, 180, 90, 270) if other != turn)


def _sheet(pixels: Pixels, scale: float) -> Sheet:
    pixels = straightened(pixels, skew(pixels.mean(axis=2) < _INK))
    printed = paper(pixels)
    grey = on_white(pixels, printed)
    black = blackness(grey)
    grey, drawn = darkened(grey, black), darkened(rules_on_white(pixels, printed), black)
    level, upright = level_strokes(drawn, scale), upright_strokes(drawn, scale)
    grey = without_specks(without(grey, level, upright))
    if printed.areas:
        clear = without_edges(drawn, pixels, printed)
        level, upright = level_strokes(clear, scale), upright_strokes(clear, scale)
    fills = tuple(
        Fill(_points(area.left, area.top, area.right, area.bottom, scale), hexadecimal(area, printed.colour))
        for area in printed.areas
    )
    return Sheet(grey, scale, tuple(level), tuple(upright), fills)


def _points(left: float, top: float, right: float, bottom: float, scale: float) -> Box:
    return Box(left / scale, top / scale, right / scale, bottom / scale)


def _sureness(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters > _FEW else 0.0


def _ink(sheet: Sheet, words: Sequence[Word], number: int, turn: int) -> Ink:
    scale, mask = sheet.scale, sheet.ink
    kept = [tight(word, mask) for word in without_remains(words) if word.sure >= _SURE]
    marks = strays(kept, sizes(kept))
    kept = [word for word in kept if word not in marks]
    of_type = sizes(kept)
    kept = [with_sizes(fitted(word, size, mask), size, mask) for word, size in zip(kept, of_type, strict=True)]
    standing = list(map(Standing, with_quotes(kept), of_type, baselines(kept, of_type, mask)))
    standing = [of._replace(word=with_bullet(*of, mask)) for of in standing]
    standing += lone_dashes(mask, standing)
    runs = [_run(with_dashes(word, size, at, mask), size, at, scale) for word, size, at in standing]
    high, wide = sheet.grey.shape
    letters = {run.box: run for run in runs}
    return Ink(
        number=number, width=wide / scale, height=high / scale, runs=tuple(_together(runs)),
        level=joined(_rules(sheet.level, scale)), upright=joined(_rules(sheet.upright, scale)), fills=sheet.fills,
        letters=_Letters(tuple(letters.values())), turn=turn,
    )  # fmt: skip


def _rules(strokes: Sequence[Stroke], scale: float) -> Iterator[Rule]:
    return (Rule((s.at + 0.5) / scale, s.start / scale, s.end / scale) for s in strokes)


def _run(word: Word, size: float, baseline: float, scale: float) -> Run:
    box = _points(word.left, word.top, word.right, word.bottom, scale)
    return Run(word.text, box, baseline / scale, size / scale, follows=True)


def _together(words: Sequence[Run]) -> Iterator[Run]:
    """Words of one line with a space between them as one run, as programs write them; no run goes over columns."""
    columns = starts(words)
    for line in lines(words):
        run = line.runs[0]
        space = _WIDER * usual_space(line.runs)
        for word in line.runs[1:]:
            gap = word.box.left - run.box.right
            near = -0.2 * word.size < gap < _RUN_GAP * word.size
            if near and word.size == run.size and not (columns.begins_column(word) and gap >= space):
                run = run._replace(text=f"{run.text} {word.text}", box=around([run.box, word.box]))
            else:
                yield run
                run = word
        yield run


@dataclass(frozen=True, slots=True)
class _Letters:
    """Where the letters of runs stand: laid evenly over each of their words."""

    words: tuple[Run, ...]

    def __call__(self, run: Run) -> Sequence[Letter]:
        inside = sorted((w for w in self.words if run.box.holds(w.box.x, w.box.y)), key=lambda w: w.box.left)
        return list(itertools.chain.from_iterable(_spread(word) for word in inside))


def _spread(word: Run) -> Iterator[Letter]:
    step = word.box.width / max(len(word.text), 1)
    return (Letter(text, word.box.left + step * n, word.box.left + step * (n + 1)) for n, text in enumerate(word.text))
