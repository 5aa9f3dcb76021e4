"""Runs of text → lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Box, Run, around

_SAME_LINE = 0.35
"""Baselines nearer than this many times the smaller size are one."""
_SMALLER, _OVERLAP = 0.8, 0.4
"""Superscripts: how much smaller, and how much of the lower of two boxes must stand beside the other."""
_BACK = 3
_WORD_GAP = 0.4


class Line(NamedTuple):
    """Runs that stand on one baseline, left to right, and the words as they follow one another.

    `begins` says whether a paragraph begins here, where the file itself says so.
    """

    runs: tuple[Run, ...]
    text: str
    box: Box
    baseline: float
    size: float
    begins: bool | None = None

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(run.bold for run in self.runs)


@dataclass(slots=True)
class _Open:
    """A line being put together; `main` is its largest run."""

    runs: list[Run]
    main: Run

    def takes(self, run: Run) -> bool:
        """Whether a run stands on the line."""
        return _is_level(run, self.main)

    def add(self, run: Run) -> None:
        """Put one more run on the line."""
        self.runs.append(run)
        if _weight(run) > _weight(self.main):
            self.main = run


def parted(line: Line, room: float) -> Iterator[tuple[tuple[Run, ...], Box]]:
    """The runs of a line that stand together and where, cut where the next stands further off than `room` points."""
    first, right = 0, line.runs[0].box.right
    for n, run in enumerate(line.runs):
        if n and run.box.left - right >= room:
            yield line.runs[first:n], around([other.box for other in line.runs[first:n]])
            first = n
        right = max(right, run.box.right) if first < n else run.box.right
    yield line.runs[first:], around([other.box for other in line.runs[first:]])


def lines(runs: Iterable[Run]) -> list[Line]:
    """Lines from top to bottom; a smaller run that stands a little higher or lower belongs to the line it touches."""
    found: list[_Open] = []
    for run in sorted(runs, key=_place):
        for line in found[: -_BACK - 1 : -1]:
            if line.takes(run):
                line.add(run)
                break
        else:
            found.append(_Open([run], run))
    made = [_line(line.runs, line.main) for line in found]
    return made if len(made) < 2 else sorted(made, key=_line_place)


def flow(runs: Iterable[Run], *, begins: bool | None = None, goes_on: bool | None = None) -> list[Line]:
    """Lines of runs that are in reading order already, one beneath another or in the next column.

    `begins` says of the first line, `goes_on` of the others what `Line.begins` does.
    """
    found: list[list[Run]] = []
    mains: list[Run] = []
    for run in runs:
        if found and run.box[0] > found[-1][-1].box[0] and _is_level(run, mains[-1]):
            found[-1].append(run)
            mains[-1] = max(mains[-1], run, key=_weight)
        else:
            found.append([run])
            mains.append(run)
    made = [_line(line, main, goes_on) for line, main in zip(found, mains, strict=True)]
    return [Line(*made[0][:-1], begins), *made[1:]] if begins is not None else made


def _is_level(run: Run, main: Run) -> bool:
    """Whether a run stands on another's baseline, or is smaller and a little above or below it."""
    small, large = (run.size, main.size) if run.size < main.size else (main.size, run.size)
    if abs(run.baseline - main.baseline) <= _SAME_LINE * small:
        return True
    if small >= _SMALLER * large:
        return False
    overlap = min(run.box.bottom, main.box.bottom) - max(run.box.top, main.box.top)
    return overlap > _OVERLAP * min(run.box.height, main.box.height)


def _weight(run: Run) -> tuple[float, int]:
    """How much a run counts for the line that it stands on."""
    return run.size, len(run.text)


def _place(run: Run) -> tuple[float, float]:
    return run.baseline, run.box.left


def _line_place(line: Line) -> tuple[float, float]:
    return line.baseline, line.box.left


def _line(runs: Sequence[Run], main: Run, begins: bool | None = None) -> Line:
    if len(runs) == 1:
        return Line((main,), main.text, main.box, main.baseline, main.size, begins)
    ordered = tuple(sorted(runs, key=lambda run: run.box.left))
    return Line(ordered, joined_text(ordered), around([r.box for r in ordered]), main.baseline, main.size, begins)


def joined_text(runs: Sequence[Run]) -> str:
    """Runs put together, with a space where the page leaves one.

    pdfium knows the letters' own widths and says where a space is; only a wide gap needs no word of it.
    """
    parts = [runs[0].text]
    for before, run in itertools.pairwise(runs):
        gap = run.box.left - before.box.right
        size = min(before.size, run.size)
        if gap > _WORD_GAP * size or ((before.follows or run.leads) and gap > -_OVERLAP * size):
            parts.append(" ")
        parts.append(run.text)
    return "".join(parts)
