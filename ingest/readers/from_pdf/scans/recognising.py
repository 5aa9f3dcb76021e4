"""A page that is a picture → `Ink` as if it had been written and drawn: words, rules and coloured areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pypdfium2 as pdfium

from ingest.readers.from_pdf.ink import Ink, Run
from ingest.readers.from_pdf.scans.lone import Standing, lone_dashes
from ingest.readers.from_pdf.scans.marks import longest_hyphen, with_dashes
from ingest.readers.from_pdf.scans.pieces import Letters, together
from ingest.readers.from_pdf.scans.pixels import Pixels, rendered, turned
from ingest.readers.from_pdf.scans.quotes import with_quotes
from ingest.readers.from_pdf.scans.series import counted
from ingest.readers.from_pdf.scans.shapes import with_bullet, with_sizes
from ingest.readers.from_pdf.scans.sheet import INK, Sheet, points, sheet_of
from ingest.readers.from_pdf.scans.sifting import sifted
from ingest.readers.from_pdf.scans.spelling import with_letters
from ingest.readers.from_pdf.scans.straight import is_head_up, is_upright
from ingest.readers.from_pdf.scans.type import baselines, fitted, sizes
from ingest.readers.from_pdf.scans.words import Engine, PageTooSlow, Picture, Word, worked

_READABLE = 0.8
"""How sure the engine is, on the average letter, of text that is the right way up."""
_BAND = 300
"""Rows of pixels that are enough to tell which way up a page is."""
_FEW = 8


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


@dataclass(frozen=True, slots=True)
class Recognised:
    """What stands on a page, and what was found on it and taken for no words."""

    ink: Ink
    dropped: tuple[str, ...] = ()


class See(Protocol):
    """Reads the page turned clockwise by so many degrees, the whole of it or the part with most ink."""

    def __call__(self, turn: int, *, in_part: bool) -> Seen: ...


def recognised(page: pdfium.PdfPage, number: int, engine: Engine, seconds: float) -> Recognised | None:
    """What stands on the page; None where it is too large to draw. Raises PageTooSlow past the seconds of work."""
    end = worked() + seconds
    drawn = rendered(page)
    if drawn is None:
        return None
    pixels, scale = drawn

    def seen(turn: int, *, in_part: bool) -> Seen:
        sheet = sheet_of(turned(pixels, turn), scale)
        grey = _fullest(sheet.grey) if in_part else sheet.grey
        upright = () if in_part else sheet.upright
        return Seen(turn, sheet, engine(Picture(grey, 72 * scale, upright), end - worked()))

    turns = _turns(pixels, scale)
    first = seen(next(turns), in_part=False)
    best = first if first.sure >= _READABLE or not first.words else _surest(first, turns, seen)
    return _read(best.sheet, best.words, number, best.turn)


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
    ink = np.concatenate(([0], np.cumsum((grey < INK).sum(axis=1))))
    top = int(np.argmax(ink[_BAND:] - ink[:-_BAND])) if len(grey) > _BAND else 0
    return grey[top : top + _BAND]


def _turns(pixels: Pixels, scale: float) -> Iterator[int]:
    """Degrees to turn the page clockwise so that its lines run across it, the likeliest first."""
    ink = sheet_of(pixels, scale).ink
    turn = 0 if is_upright(ink) else 90
    if not is_head_up(ink if turn == 0 else turned(ink, turn)):
        turn += 180
    yield turn
    yield from (other for other in (0, 180, 90, 270) if other != turn)


def _sureness(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters > _FEW else 0.0


def _read(sheet: Sheet, words: Sequence[Word], number: int, turn: int) -> Recognised:
    scale, mask = sheet.scale, sheet.ink
    found = sifted(words, mask)
    of_type = sizes(found.kept)
    kept = [with_sizes(fitted(word, size, mask), size, mask) for word, size in zip(found.kept, of_type, strict=True)]
    standing = with_quotes(list(map(Standing, kept, of_type, baselines(kept, of_type, mask))), mask)
    standing = [of._replace(word=with_letters(*of, mask)) for of in standing]
    standing = counted([of._replace(word=with_bullet(*of, mask)) for of in standing])
    standing += lone_dashes(mask, standing)
    longest = longest_hyphen(standing, mask)
    runs = [_run(with_dashes(word, size, at, mask, longest), size, at, scale) for word, size, at in standing]
    high, wide = sheet.grey.shape
    letters = {run.box: run for run in runs}
    seen = Ink(
        number=number, width=wide / scale, height=high / scale, runs=tuple(together(runs)),
        level=sheet.level_rules, upright=sheet.upright_rules, fills=sheet.fills,
        letters=Letters(tuple(letters.values())), turn=turn,
    )  # fmt: skip
    return Recognised(seen, found.dropped)


def _run(word: Word, size: float, baseline: float, scale: float) -> Run:
    box = points(word.left, word.top, word.right, word.bottom, scale)
    return Run(word.text, box, baseline / scale, size / scale, follows=True)
