"""Runs → levels: the text on one height of the page, cut where white space parts columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.lines import Line, joined_text, lines
from ingest.readers.from_pdf.unruled.justified import Row, stretched
from ingest.readers.from_pdf.unruled.starts import parted_at_starts
from ingest.readers.from_pdf.words import GAP, spaced
from ingest.text import BULLETS

_BULLETS = frozenset(BULLETS) | frozenset(map(chr, range(0xF020, 0xF100)))
"""Those of symbol fonts stand in the private part of Unicode."""
_HANGING = 3.0
"""How many times their size words may stand from the bullet before them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with no wide gap between them."""

    runs: tuple[Run, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words as they follow one another."""
        return joined_text(self.runs)

    @property
    def baseline(self) -> float:
        """The height of its first word; the segments of a level may stand a little apart."""
        return self.runs[0].baseline


@dataclass(frozen=True, slots=True)
class Level:
    """All segments that stand on one baseline, left to right."""

    segments: tuple[Segment, ...]
    baseline: float
    size: float
    top: float
    bottom: float


def levels(runs: Iterable[Run], ink: Ink, known: Sequence[float] = ()) -> list[Level]:
    """The levels of the page from top to bottom; slanting text stands on none.

    `known` are the places where columns of a table that may go on from the page before begin.
    """
    pieces, begun = parted_at_starts(spaced([run for run in runs if not run.slope], ink), ink, known)
    found = lines(pieces)
    parted = [_segments(line.runs, begun) for line in found]
    joins = stretched(
        [
            Row([s.box for s in segments], line.baseline, line.size, [s.text for s in segments])
            for line, segments in zip(found, parted, strict=True)
        ]
    )
    return [
        Level(_joined(segments, joined), line.baseline, _size(line), line.box.top, line.box.bottom)
        for line, segments, joined in zip(found, parted, joins, strict=True)
    ]


def _size(line: Line) -> float:
    """The size of most of a line's words: bullets may be larger."""
    return max(line.runs, key=lambda run: len(run.text)).size


def _joined(segments: tuple[Segment, ...], joined: Collection[int]) -> tuple[Segment, ...]:
    """The segments, each of those numbered put together with the one before."""
    if not joined:
        return segments
    groups: list[list[Run]] = []
    for n, segment in enumerate(segments):
        if n in joined:
            groups[-1] += segment.runs
        else:
            groups.append([*segment.runs])
    return tuple(_segment(group) for group in groups)


def _segment(runs: Sequence[Run]) -> Segment:
    return Segment(tuple(runs), around([run.box for run in runs]))


def _segments(runs: Sequence[Run], begun: Collection[Run]) -> tuple[Segment, ...]:
    groups: list[list[Run]] = []
    for run in runs:
        before = groups[-1][-1] if groups and (run not in begun or groups[-1][-1].text in _BULLETS) else None
        gap = _HANGING if before is not None and before.text in _BULLETS else GAP
        if before is not None and run.box.left - before.box.right < gap * min(before.size, run.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    return tuple(_segment(group) for group in groups)
