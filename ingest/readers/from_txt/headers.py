"""Header rows that recur in a run of cells: the surest sign of how many cells make a row."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_txt.likeness import Look
from ingest.readers.from_txt.tab_cells import TabCell

_LEAST = 2
_MOST = 40
_REMEMBERED = 4


def header_runs(cells: Sequence[TabCell], looks: Sequence[Look]) -> dict[int, int]:
    """Where a row of headings stands that is met more than once: index of its first cell → number of its cells.

    The cells must be the same, word for word, all different from one another, and look like headings; the first
    of the rows must stand where a table can begin, the others where a row can.
    """
    runs: dict[int, int] = {}
    seen: dict[str, list[int]] = {}
    for at, look in enumerate(looks):
        if not look.like_heading or gap_after(cells, at - 1) < 1:
            continue
        earlier = seen.setdefault(look.key, [])
        length, first = max(((_common(looks, first, at), first) for first in earlier), default=(0, 0))
        if length >= _LEAST:
            runs[at] = length
            runs[first] = max(length, runs.get(first, 0))
        elif gap_after(cells, at - 1) > 1 or gap_after(cells, at - 2) > 1:
            earlier[:] = [*earlier[1 - _REMEMBERED :], at]
    return _apart(runs)


def gap_after(cells: Sequence[TabCell], at: int) -> int:
    """The most blank lines together after the first words of a cell; a table can begin after any two of them."""
    if at < 0:
        return 2
    cell = cells[at]
    return max((cell.trailing, *(piece.gap for piece in cell.pieces[0 if cell.headless else 1 :])))


def _common(looks: Sequence[Look], first: int, second: int) -> int:
    keys: set[str] = set()
    most = min(second - first, len(looks) - second, _MOST)
    for length in range(most):
        look = looks[second + length]
        same = look.key == looks[first + length].key
        if not same or not look.like_heading or look.key in keys:
            return length
        keys.add(look.key)
    return most


def _apart(runs: dict[int, int]) -> dict[int, int]:
    """Runs that do not begin inside an earlier one."""
    kept: dict[int, int] = {}
    end = 0
    for at in sorted(runs):
        if at >= end:
            kept[at] = runs[at]
            end = at + runs[at]
    return kept
