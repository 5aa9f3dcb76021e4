"""What speaks for and against a row of unmarked cells, in nats: likeness of columns, blank lines, known headers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from ingest.readers.from_txt.headers import gap_after, header_runs
from ingest.readers.from_txt.likeness import likeness, look
from ingest.readers.from_txt.tab_cells import TabCell

_INNER_PROSE = 3.0
_KNOWN_HEADER = 1.5
_CUT_HEADER = 6.0
_HEADING = 0.5
_NO_HEADING = -0.7
_PARAGRAPHS = 0.8
_SAMPLE, _RECURRING, _PARTED = 400, 6, 5


@dataclass(frozen=True, slots=True)
class Habit:
    """How often the writer of a text leaves a blank line after a cell: at the end of a row, and inside one."""

    ending: float
    inner: float

    def cost(self, *, blank: bool, ends: bool) -> float:
        """The surprise of a blank line, or of none, there."""
        chance = self.ending if ends else self.inner
        return -math.log(chance if blank else 1 - chance)


class Evidence:
    """All that can be told of a run of cells, prepared so that any row of it is judged at once.

    `tails` are the cells that seem to go over into prose. Costs are positive against a reading.
    """

    def __init__(self, cells: Sequence[TabCell], tails: frozenset[int]) -> None:
        self.looks = [look(cell) for cell in cells]
        self.gaps = [gap_after(cells, at) for at in range(len(cells))]
        self.headers = header_runs(cells, self.looks)
        self._tails = tails
        self._headed = _sums(_HEADING if one.like_heading else _NO_HEADING for one in self.looks)
        self._starts = _sums(at in self.headers for at in range(len(cells)))
        self._pair = cache(self._likeness)

    def edges(self, habit: Habit) -> Callable[[int, int], float]:
        """A function of a row's two ends: what blank lines, prose and known headers say against them."""
        inner = _sums(
            habit.cost(blank=gap > 0, ends=False) + _INNER_PROSE * (at in self._tails)
            for at, gap in enumerate(self.gaps)
        )
        ends = [habit.cost(blank=gap > 0, ends=True) for gap in self.gaps]
        ends[-1] = 0.0

        def cost(start: int, end: int) -> float:
            cut = self._starts[end] - self._starts[start + 1] + (self.headers.get(start, end - start) != end - start)
            return inner[end - 1] - inner[start] + ends[end - 1] + _CUT_HEADER * cut

        return cost

    def alike(self, start: int, end: int, lag: int) -> float:
        """How much the cells from one index to another look like those so many cells before them.

        A cell after its like is no sign of a column of its own: paragraphs set in by a tab are alike too.
        """
        most = _PARAGRAPHS if end - start == 1 else math.inf
        return min(sum(self._pair(at, lag) for at in range(start, end)), most)

    def headed(self, start: int, end: int) -> float:
        """How much these cells look like a header row, known or not."""
        if self.is_header(start, end):
            return _KNOWN_HEADER * (end - start)
        return self._headed[end] - self._headed[start]

    def is_header(self, start: int, end: int) -> bool:
        """Whether these cells are a header row that recurs."""
        return self.headers.get(start) == end - start

    def _likeness(self, at: int, lag: int) -> float:
        return likeness(self.looks[at], self.looks[at - lag])


def likely_widths(evidence: Evidence, most: int) -> list[int]:
    """Widths worth trying: one, those of known headers, of the cells between blank lines, and at which cells recur."""
    sample = evidence.looks[:_SAMPLE]
    scores = {
        width: sum(likeness(a, b) for a, b in zip(sample, sample[width:], strict=False)) / (len(sample) - width)
        for width in range(2, min(most, len(sample) - 1) + 1)
    }
    best = sorted(scores, key=lambda width: -scores[width])[:_RECURRING]
    ends = [-1, *(at for at, gap in enumerate(evidence.gaps) if gap)]
    runs = Counter(after - before for before, after in pairwise(ends))
    parted = [width for width, _ in runs.most_common(_PARTED) if width <= most]
    return sorted({1, *evidence.headers.values(), *best, *parted, min(len(evidence.looks), most)})


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))
