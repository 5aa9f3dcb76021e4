"""A page as pixels → a clean sheet: straight, white but for ink, its rules and coloured areas known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.drawn.rules import joined
from ingest.readers.from_pdf.ink import Box, Fill, Rule
from ingest.readers.from_pdf.scans.contrast import blackness, darkened
from ingest.readers.from_pdf.scans.edges import across_heads, along_edges
from ingest.readers.from_pdf.scans.light import evenly_lit
from ingest.readers.from_pdf.scans.paper import hexadecimal, on_white, paper, rules_on_white, without_edges
from ingest.readers.from_pdf.scans.pixels import Mask, Pixels, greyed
from ingest.readers.from_pdf.scans.ruling import Stroke, level_strokes, upright_strokes, without
from ingest.readers.from_pdf.scans.specks import without_specks
from ingest.readers.from_pdf.scans.stacked import cut_at_stripes
from ingest.readers.from_pdf.scans.straight import skew, straightened

INK = 150
"""Levels of 255: what is darker is ink."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as pixels, white but for ink: straightened by `skew` degrees, its rules taken out of `grey`.

    `scale` is pixels a point; `fills` are in points.
    """

    grey: Pixels
    scale: float
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    fills: tuple[Fill, ...]
    skew: float = 0.0

    @property
    def ink(self) -> Mask:
        """Which pixels are letters."""
        return self.grey < INK

    @property
    def level_rules(self) -> tuple[Rule, ...]:
        """The rules along the lines, in points."""
        return joined(_rules(self.level, self.scale))

    @property
    def upright_rules(self) -> tuple[Rule, ...]:
        """The rules across the lines, in points."""
        return joined(_rules(self.upright, self.scale))


def sheet_of(pixels: Pixels, scale: float) -> Sheet:
    """The sheet of a page whose lines run across it, give or take a few degrees; `scale` is pixels a point."""
    pixels = evenly_lit(pixels)
    askew = skew(greyed(pixels) < INK)
    pixels = straightened(pixels, askew)
    printed = paper(pixels)
    grey = on_white(pixels, printed)
    black = blackness(grey)
    grey, drawn = darkened(grey, black), darkened(rules_on_white(pixels, printed), black)
    level, upright = level_strokes(drawn, scale), upright_strokes(drawn, scale)
    grey = without_specks(without(grey, level, upright))
    if printed.areas:
        clear = without_edges(drawn, pixels, printed)
        level = along_edges(level_strokes(clear, scale), printed.areas)
        upright = across_heads(upright_strokes(clear, scale), printed.areas, grey < INK, scale)
    fills = tuple(
        Fill(points(area.left, area.top, area.right, area.bottom, scale), hexadecimal(area, printed.colour))
        for area in cut_at_stripes(printed.areas, grey < INK)
    )
    return Sheet(grey, scale, tuple(level), tuple(upright), fills, askew)


def points(left: float, top: float, right: float, bottom: float, scale: float) -> Box:
    """A box of pixels in points."""
    return Box(left / scale, top / scale, right / scale, bottom / scale)


def _rules(strokes: Sequence[Stroke], scale: float) -> Iterator[Rule]:
    return (Rule((s.at + 0.5) / scale, s.start / scale, s.end / scale) for s in strokes)
