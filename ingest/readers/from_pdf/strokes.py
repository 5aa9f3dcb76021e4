"""Paths drawn on a page → the strokes and coloured areas that a table can be made of."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.readers.from_pdf.calls import Address
from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Box, Fill, Rule, around
from ingest.readers.from_pdf.probe import Matrix, Probe, Segment, after

_THIN = 2.6
"""A filled shape no thicker than this is a rule."""
_STRAIGHT = 0.8
_MOST_STEPS = 2000
_MOVE = 2
_STROKE, _RECTANGLE = 2, 5
"""How many steps a single stroke and a rectangle have."""

Point = tuple[float, float]


@dataclass(slots=True)
class Drawn:
    """Level and upright strokes and coloured areas, in the order they were drawn."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)

    def line(self, start: Point, end: Point) -> None:
        """A straight stroke; slanting ones are no rules."""
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
            self.level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
            self.upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def area(self, box: Box, colour: str) -> None:
        """A filled rectangle: a rule where it is thin."""
        left, top, right, bottom = box
        if bottom - top <= _THIN and right - left > bottom - top:
            self.level.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN:
            self.upright.append(Rule((left + right) / 2, top, bottom))
        else:
            self.fills.append(Fill(box, colour))


def draw(drawn: Drawn, item: Address, matrix: Matrix, probe: Probe, frame: Frame) -> None:
    """Add what one path object draws; `matrix` is that of the forms around it.

    What most paths are is seen from their bounds alone: a filled rectangle, or one stroke along an axis.
    """
    filled, stroked, wide = probe.paint(item)
    colour = probe.colour(item) if filled else ""
    if not (stroked or colour):
        return
    left, top, right, bottom = box = frame.box(probe.bounds(item), matrix)
    if right < 0 or bottom < 0 or left > frame.width or top > frame.height:
        return
    thin = min(right - left, bottom - top)
    steps = probe.steps(item)
    if not stroked and (steps == _RECTANGLE or thin <= _THIN):
        drawn.area(box, colour)
    elif not colour and steps == _STROKE and thin <= 2 * wide + _STRAIGHT:
        half = thin / 2  # pdfium counts the stroke's own width in, at its ends too
        drawn.area(Box(left + half, top + half, right - half, bottom - half), colour)
    else:
        whole = after(after(probe.matrix(item), matrix), frame.matrix)
        for figure in _figures(probe.segments(item, _MOST_STEPS), whole):
            if stroked:
                for start, end in itertools.pairwise(figure):
                    drawn.line(start, end)
            if colour and _is_rectangle(figure):
                drawn.area(around([Box(x, y, x, y) for x, y in figure]), colour)


def _figures(steps: Iterable[Segment], matrix: Matrix) -> Iterator[list[Point]]:
    a, b, c, d, e, f = matrix
    figure: list[Point] = []
    for step in steps:
        point = (a * step.x + c * step.y + e, b * step.x + d * step.y + f)
        if step.kind == _MOVE:
            if len(figure) > 1:
                yield figure
            figure = [point]
        else:
            figure.append(point)
            if step.closes and figure[0] != point:
                figure.append(figure[0])
    if len(figure) > 1:
        yield figure


def _is_rectangle(figure: list[Point]) -> bool:
    """Whether every step goes along the page's axes and comes back: four corners, or a notch more."""
    return 4 <= len(figure) <= 9 and all(
        min(abs(x1 - x0), abs(y1 - y0)) <= _STRAIGHT for (x0, y0), (x1, y1) in itertools.pairwise(figure)
    )
