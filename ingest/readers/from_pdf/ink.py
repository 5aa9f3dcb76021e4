"""What stands on one page: pieces of text, rules and coloured areas, in points from the reader's top left corner.

The page is turned so that most of its text reads from left to right; `Ink.shown` turns a box back to the page
as a viewer shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

APART = 1 << 32
"""Marked contents of the forms drawn on a page are numbered on from this, once for each form in the order drawn."""

new = tuple.__new__
"""Makes a named tuple of all its values in half the time that its own constructor takes: a page holds hundreds."""


class Box(NamedTuple):
    """Left, top, right, bottom; top is less than bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def x(self) -> float:
        """Middle from left to right."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Middle from top to bottom."""
        return (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


class Link(NamedTuple):
    """A place of the page that leads to an address."""

    box: Box
    address: str


class Run(NamedTuple):
    """Text that the page draws in one stroke, in one font.

    `baseline` is the height its letters stand on, `size` the font's size in points, `slope` the angle of the
    writing in degrees away from the page's own (0 for nearly all). `mark` is the number of its marked content, -1
    for none. `leads` and `follows` say that a space parts it from what comes before and after.
    `artefact` is true where the file says that it is no content, `struck` where a line runs through all of it; `links`
    are those that lie over it; `joints` are where further strokes begin in it that a space parts from the one before.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool = False
    colour: str = ""
    slope: int = 0
    mark: int = -1
    leads: bool = False
    follows: bool = False
    artefact: bool = False
    struck: bool = False
    links: tuple[Link, ...] = ()
    joints: tuple[float, ...] = ()


class Letter(NamedTuple):
    """One letter of a run, with where it begins and ends."""

    text: str
    left: float
    right: float


def spread(run: Run) -> tuple[Letter, ...]:
    """Letters laid evenly over the run: good enough where the true places are not known."""
    step = run.box.width / max(len(run.text), 1)
    return tuple(
        Letter(text, run.box.left + step * n, run.box.left + step * (n + 1)) for n, text in enumerate(run.text)
    )


class Rule(NamedTuple):
    """A straight line, level or upright: where it stands across its own direction, and from where to where it runs."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A coloured area, RRGGBB."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Ink:
    """Everything seen on one page, in the order it was drawn."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Box, ...] = ()
    letters: Callable[[Run], Sequence[Letter]] = field(default=spread, compare=False)
    turn: int = 0
    """Degrees the page was turned clockwise, beyond what its own /Rotate asks, to make its text upright."""
    beyond: bool = False
    """Whether most of its text stands beyond the page's edge, where nobody sees it."""

    def shown(self, box: Box) -> Box:
        """The box on the page as a viewer shows it, before it was turned to make the text upright."""
        left, top, right, bottom = box
        if self.turn == 270:
            return Box(self.height - bottom, left, self.height - top, right)
        if self.turn == 180:
            return Box(self.width - right, self.height - bottom, self.width - left, self.height - top)
        if self.turn == 90:
            return Box(top, self.width - right, bottom, self.width - left)
        return box
