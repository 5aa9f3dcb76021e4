"""Runs of text → lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Box, Run, around

_SAME_LINE = 0.35
_WORD_GAP = 0.2
_TIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that stand on one baseline, left to right."""

    runs: tuple[Run, ...]
    box: Box
    baseline: float
    size: float
    begins: bool | None = None
    """Whether a paragraph begins here, where the file itself says so."""

    @property
    def text(self) -> str:
        """The words as they follow one another."""
        return joined_text(self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(run.bold for run in self.runs)


def lines(runs: Iterable[Run]) -> list[Line]:
    """Lines from top to bottom; a smaller run that stands a little higher or lower belongs to the line it touches."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.baseline, r.box.left)):
        for group in reversed(groups[-3:]):
            if _on_line(run, group):
                group.append(run)
                break
        else:
            groups.append([run])
    return sorted((_line(group) for group in groups), key=lambda line: (line.baseline, line.box.left))


def flow(runs: Iterable[Run]) -> list[Line]:
    """Lines of runs that are in reading order already, one beneath another or in the next column."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _on_line(run, groups[-1]) and run.box.left > groups[-1][-1].box.left:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_line(group) for group in groups]


def _on_line(run: Run, group: Sequence[Run]) -> bool:
    main = max(group, key=lambda r: r.size)
    small, large = sorted((run.size, main.size))
    if abs(run.baseline - main.baseline) <= _SAME_LINE * small:
        return True
    overlap = min(run.box.bottom, main.box.bottom) - max(run.box.top, main.box.top)
    return small < 0.8 * large and overlap > 0.4 * min(run.box.height, main.box.height)


def _line(group: list[Run]) -> Line:
    ordered = tuple(sorted(group, key=lambda r: r.box.left))
    main = max(ordered, key=lambda r: (r.size, len(r.text)))
    return Line(ordered, around([r.box for r in ordered]), main.baseline, main.size)


def joined_text(runs: Sequence[Run]) -> str:
    """Runs put together, with a space where the page leaves one."""
    parts = [runs[0].text]
    for before, run in itertools.pairwise(runs):
        gap = run.box.left - before.box.right
        size = min(before.size, run.size)
        if gap > _WORD_GAP * size or ((before.follows or run.leads) and gap > -_WORD_GAP * size):
            parts.append(" ")
        parts.append(run.text)
    return "".join(parts)
