"""One page of pdfplumber's objects → `Ink`."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from pdfplumber.page import Page

from ingest.readers.from_pdf.drawn.rules import joined
from ingest.readers.from_pdf.drawn.strokes import Drawn, Point
from ingest.readers.from_pdf.ink import Box, Ink, Letter, Run, spread
from ingest.readers.from_pdf.salvage.colours import colour
from ingest.readers.from_pdf.salvage.text import Written, angle, turn_of, written
from ingest.readers.from_pdf.salvage.view import View, seen


def plumbed(page: Page, number: int) -> Ink:
    """Everything on one page as pdfplumber sees it."""
    ways = Counter(map(angle, page.chars))
    turn = turn_of(ways)
    view = seen(page, turn)
    found = tuple(written(page, view, ways))
    drawn = _drawn(page, view)
    wide, high = view.size
    return Ink(
        number=number,
        width=wide,
        height=high,
        runs=tuple(each.run for each in found),
        level=joined(drawn.level),
        upright=joined(drawn.upright),
        fills=tuple(drawn.fills),
        pictures=tuple(map(view.box, page.images)),
        letters=_Letters(found),
        turn=turn,
    )


class _Letters:
    """The letters of a run, or of a part of one."""

    def __init__(self, found: Sequence[Written]) -> None:
        self._lines: dict[float, list[Written]] = {}
        for each in found:
            self._lines.setdefault(each.run.baseline, []).append(each)

    def __call__(self, run: Run) -> Sequence[Letter]:
        """Letters from left to right; laid evenly where they are not known."""
        inside = [
            letter
            for whole in self._lines.get(run.baseline, ())
            for letter in whole.letters
            if run.box.left <= (letter.left + letter.right) / 2 <= run.box.right
        ]
        return sorted(inside, key=lambda letter: letter.left) or spread(run)


def _drawn(page: Page, view: View) -> Drawn:
    drawn = Drawn()
    for item in page.rects:
        box = view.box(item)
        if item["stroke"]:
            _stroke(drawn, _corners(box))
        if item["fill"] and (painted := colour(item["non_stroking_color"])):
            drawn.area(box, painted)
    for item in [*page.lines, *page.curves]:
        if item["stroke"]:
            _stroke(drawn, [view.point(float(x), float(y)) for x, y in item["pts"]])
    return drawn


def _stroke(drawn: Drawn, figure: Sequence[Point]) -> None:
    for start, end in itertools.pairwise(figure):
        drawn.line(start, end)


def _corners(box: Box) -> list[Point]:
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
