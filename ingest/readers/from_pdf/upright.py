"""Words written up or down the page, as headings of narrow columns are → lines."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.ink import Box, Run, around
from ingest.readers.from_pdf.lines import Line, lines

_QUARTER, _ABOUT = 90, 2
"""Degrees that writing up or down the page slopes by, and how far it may be from that."""


def cell_lines(runs: Sequence[Run]) -> list[Line]:
    """The lines of a cell in the order they are read; level ones before those up and down the page."""
    aside = [run for run in runs if _is_aside(run)]
    if not aside:
        return lines(runs)
    level = [run for run in runs if not _is_aside(run)]
    return [*lines(level), *(_shown(line) for way in (-1, 1) for line in lines(_upright(aside, way)))]


def _is_aside(run: Run) -> bool:
    return abs(abs(run.slope) - _QUARTER) <= _ABOUT


def _upright(runs: Sequence[Run], way: int) -> list[Run]:
    """The runs that go up (-1) or down (1) the page, turned so that they are level."""
    turned = []
    for run in runs:
        if run.slope * way > 0:
            left, top, right, bottom = run.box
            box = Box(top, -right, bottom, -left) if way > 0 else Box(-bottom, left, -top, right)
            turned.append(run._replace(box=box, baseline=box.bottom))
    return turned


def _shown(line: Line) -> Line:
    """A turned line where it stands on the page; it goes on with the words before it."""
    runs = tuple(run._replace(box=_box(run), baseline=_box(run).bottom) for run in line.runs)
    box = around([run.box for run in runs])
    return Line(runs, line.text, box, box.bottom, line.size, begins=False)


def _box(run: Run) -> Box:
    left, top, right, bottom = run.box
    return Box(-bottom, left, -top, right) if run.slope > 0 else Box(top, -right, bottom, -left)
