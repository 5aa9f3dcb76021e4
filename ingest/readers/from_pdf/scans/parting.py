"""Where columns begin on a recognised page, seen from its words: columns may stand no further apart than words do."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.readers.from_pdf.ink import Run

_NEAR = 0.14
"""How exactly words of one column begin at one place, in times the size of the type."""
_FEWEST, _TIMES = 5, 4
"""Words that begin at one place are a column's where there are so many, and so many for each word that lies across:
in running text nearly every line has a word lying across any place."""


@dataclass(frozen=True, slots=True)
class Starts:
    """The left and the right edges of all words of a page, in order."""

    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    def begins_column(self, word: Run) -> bool:
        """Whether a column of the page begins where the word does."""
        near = _NEAR * word.size
        low, high = word.box.left - near, word.box.left + near
        before = bisect_left(self.lefts, low)
        begin = bisect_right(self.lefts, high) - before
        across = before - bisect_right(self.rights, high)
        return begin >= _FEWEST and begin >= _TIMES * max(across, 0)


def starts(words: Sequence[Run]) -> Starts:
    """Where the words of a page begin and end."""
    return Starts(tuple(sorted(word.box.left for word in words)), tuple(sorted(word.box.right for word in words)))


def usual_space(line: Sequence[Run]) -> float:
    """The width of the space between two words of a line in the middle of all; 0 where it has no more than one."""
    spaces = [after.box.left - before.box.right for before, after in itertools.pairwise(line)]
    return median(spaces) if len(spaces) > 1 else 0.0
