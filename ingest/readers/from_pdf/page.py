"""One page's ink → what stands on it, in reading order: passages of text and fragments of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.cells import fragment
from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.grid import grids
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.lines import Line, grouped, lines
from ingest.readers.from_pdf.margins import Sheet


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of a paragraph outside tables, and where it stands on the page as a viewer shows it."""

    lines: tuple[Line, ...]
    page: int
    box: Box
    shown: Box
    running: bool = False
    """Whether it is a running head or foot."""


Part = Passage | Fragment


def parts(sheet: Sheet) -> list[Part]:
    """What stands on the page, from top to bottom; running heads and feet first."""
    ink = sheet.ink
    running = [_passage([line], ink, running=True) for line in lines(sheet.margin)]
    return [*running, *sorted(_body(sheet.body, ink), key=lambda part: (part.box.top, part.box.left))]


def _body(runs: Sequence[Run], ink: Ink) -> list[Part]:
    left = list(runs)
    found: list[Part] = []
    for grid in sorted(grids(ink.level, ink.upright, ink.fills), key=lambda g: g.box.width * g.box.height):
        inside = [run for run in left if grid.box.holds(run.box.x, run.box.y)]
        if not inside:
            continue
        taken = set(map(id, inside))
        left = [run for run in left if id(run) not in taken]
        found.append(fragment(grid, inside, ink))
    found.extend(_passages(left, [part.box for part in found], ink))
    return found


def _passages(runs: Sequence[Run], tables: Sequence[Box], ink: Ink) -> list[Passage]:
    """Paragraphs between the tables: none goes on from above a table to below it."""
    if not runs:
        return []
    area = around([run.box for run in runs])
    stretches: dict[int, list[Line]] = {}
    for line in lines(runs):
        stretches.setdefault(sum(table.top < line.box.y for table in tables), []).append(line)
    return [_passage(group, ink) for stretch in stretches.values() for group in grouped(stretch, area)]


def _passage(group: Sequence[Line], ink: Ink, *, running: bool = False) -> Passage:
    box = around([line.box for line in group])
    return Passage(tuple(group), ink.number, box, ink.shown(box), running)
