"""Headings level with one another, each over one of several tables that stand side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lines import Line, lines
from ingest.readers.from_pdf.passage import Passage
from ingest.readers.from_pdf.whole_table import Whole

_NEAR = 3.0
"""How many times its size a heading stands above its table at the most."""
_EDGE = 8.0
"""How far from where a table begins, or from its middle, a heading over it begins or has its own."""
_LEVEL = 20.0
"""How far apart the tops of tables that stand side by side may lie."""
_APART = 2.0
"""How many times their size headings over two tables stand apart at the least."""
_MANY = 12


class Headed(NamedTuple):
    """The words of a heading, and the table that it stands over."""

    runs: list[Run]
    table: Box


def headed(runs: Sequence[Run], tables: Sequence[Box]) -> tuple[list[Headed], list[Run]]:
    """The headings over tables side by side, from left to right, and the runs that are none.

    The nearest line above such tables holds them: each begins with its table, or stands in its middle, and no words
    reach from one to another.
    """
    found: list[Headed] = []
    for row in _rows(tables):
        line = _line_above(runs, row)
        if line is not None:
            found += _parted(line, row)
    taken = {id(run) for heading in found for run in heading.runs}
    return found, [run for run in runs if id(run) not in taken] if taken else list(runs)


def _rows(tables: Sequence[Box]) -> Iterator[list[Box]]:
    """Tables that begin about level, none above another, from left to right; no page has many."""
    if not 1 < len(tables) <= _MANY:
        return
    tops = sorted(tables, key=lambda box: box.top)
    for first, box in enumerate(tops):
        if first and box.top - tops[first - 1].top <= _LEVEL:
            continue
        row = sorted((other for other in tops[first:] if other.top - box.top <= _LEVEL), key=lambda other: other.left)
        if len(row) > 1 and all(one.right < other.left for one, other in itertools.pairwise(row)):
            yield row


def _line_above(runs: Sequence[Run], row: Sequence[Box]) -> Line | None:
    """The last line above tables, if it stands near them and ends before they begin."""
    top = min(box.top for box in row)
    above = lines(run for run in runs if top - _LEVEL - _NEAR * run.size < run.box.y < top)
    near = above[-1] if above else None
    return near if near is not None and top - near.baseline < _NEAR * near.size else None


def _parted(line: Line, row: Sequence[Box]) -> list[Headed]:
    """A heading for each table of a row; none where a table has none, or words stand elsewhere."""
    found = [Headed([run for run in line.runs if box.left <= run.box.x <= box.right], box) for box in row]
    if any(not heading.runs for heading in found) or sum(len(heading.runs) for heading in found) < len(line.runs):
        return []
    gaps = (other.runs[0].box.left - one.runs[-1].box.right for one, other in itertools.pairwise(found))
    return found if all(map(_is_over, found)) and min(gaps) > _APART * line.size else []


def _is_over(heading: Headed) -> bool:
    left, right = heading.runs[0].box.left, heading.runs[-1].box.right
    if left < heading.table.left - _EDGE or right > heading.table.right + _EDGE:
        return False
    begins = left - heading.table.left < _EDGE
    return begins or abs((left + right) / 2 - heading.table.x) < _EDGE


def before_tables(found: Iterable[Passage | Whole]) -> Iterator[Passage | Whole]:
    """Passages and tables in order, each heading over one of several tables side by side right before its table."""
    waiting: list[Passage] = []
    for part in found:
        if isinstance(part, Passage) and part.over is not None:
            waiting.append(part)
            continue
        if waiting:
            due = [heading for heading in waiting if _is_due(heading, part)]
            waiting = [heading for heading in waiting if not any(heading is other for other in due)]
            yield from due
        yield part
    yield from waiting


def _is_due(heading: Passage, part: Passage | Whole) -> bool:
    """Whether a part is the table that a heading stands over, or stands on a later page."""
    if isinstance(part, Passage):
        return part.page > heading.page
    first = part.pieces[0]
    is_over = heading.over is not None and heading.over.left == part.columns[0]
    return first.page > heading.page or (first.page == heading.page and is_over)
