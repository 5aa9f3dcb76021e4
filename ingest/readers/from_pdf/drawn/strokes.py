"""Paths drawn on a page → the strokes and coloured areas that a table can be made of."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.readers.from_pdf.drawn import calls, probe
from ingest.readers.from_pdf.drawn.frame import Frame
from ingest.readers.from_pdf.drawn.matrices import Matrix, after
from ingest.readers.from_pdf.drawn.probe import Segment
from ingest.readers.from_pdf.drawn.surroundings import Form
from ingest.readers.from_pdf.ink import Box, Fill, Rule, around, new

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

    def figure(self, points: Sequence[Point], colour: str, *, is_stroked: bool) -> None:
        """An outline: the strokes it is of, and its area where it is a filled rectangle."""
        if is_stroked:
            for start, end in itertools.pairwise(points):
                self.line(start, end)
        if colour and _is_rectangle(points):
            self.area(around([Box(x, y, x, y) for x, y in points]), colour)

    def area(self, box: Box, colour: str) -> None:
        """A filled rectangle: a rule where it is thin."""
        left, top, right, bottom = box
        if bottom - top <= _THIN and right - left > bottom - top:
            self.level.append(new(Rule, ((top + bottom) / 2, left, right)))
        elif right - left <= _THIN:
            self.upright.append(new(Rule, ((left + right) / 2, top, bottom)))
        else:
            self.fills.append(new(Fill, (box, colour)))


def draw(paths: Sequence[calls.Handle], forms: Sequence[Form], frame: Frame) -> Drawn:
    """What path objects draw; `forms` are what they stand in.

    What most paths are is seen from their bounds alone: a filled rectangle, or one stroke along an axis.
    """
    drawn = Drawn()
    wide, high, count_steps = frame.width, frame.height, calls.count_steps
    boxes, colours, paints = frame.boxes(probe.edges(paths), forms), probe.colours(paths), probe.paints(paths)
    for item, form, box, cover, (filled, stroked) in zip(paths, forms, boxes, colours, paints, strict=True):
        left, top, right, bottom = box
        colour = cover if filled else ""
        if not (stroked or colour) or right < 0 or bottom < 0 or left > wide or top > high:
            continue
        thin = min(right - left, bottom - top)
        if not stroked and (thin <= _THIN or count_steps(item) == _RECTANGLE):
            drawn.area(box, colour)
        elif not colour and _is_along_an_axis(item, thin):
            half = thin / 2  # pdfium counts the stroke's own width in, at its ends too
            drawn.area(Box(left + half, top + half, right - half, bottom - half), colour)
        else:
            whole = after(after(next(probe.matrices([item])), form.matrix), frame.matrix)
            for figure in _figures(probe.segments(item, _MOST_STEPS), whole):
                drawn.figure(figure, colour, is_stroked=stroked != 0)
    return drawn


def _is_along_an_axis(item: calls.Handle, thin: float) -> bool:
    """Whether a path is one stroke no wider, with what it is drawn with, than its thinner side says."""
    return calls.count_steps(item) == _STROKE and thin <= 2 * probe.stroke_width(item) + _STRAIGHT


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


def _is_rectangle(figure: Sequence[Point]) -> bool:
    """Whether every step goes along the page's axes and comes back: four corners, or a notch more."""
    return 4 <= len(figure) <= 9 and all(
        min(abs(x1 - x0), abs(y1 - y0)) <= _STRAIGHT for (x0, y0), (x1, y1) in itertools.pairwise(figure)
    )
