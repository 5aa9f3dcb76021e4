"""Tables whose columns stand one under another by spaces: white rivers through all the lines part the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ingest.limits import Limits
from ingest.pipes import is_rule
from ingest.readers.from_txt.wrapping import Line, wrapped_rows

_PHRASE = re.compile(r"\S+(?: \S+)*")
_ONES = re.compile("1+")
_LONGEST = 1_000
_MOST_BLANK = 2
_LEAST_LINES = 2
_BANNER = 120

Column = tuple[int, int]


@dataclass(slots=True)
class _Extent:
    """The lines of a table found so far: indices of those in columns and of those that stand across it."""

    chosen: list[int]
    mask: int
    columns: list[Column]
    across: list[int] = field(default_factory=list)


def aligned(lines: Sequence[str], start: int, limits: Limits) -> tuple[int, list[list[str]]] | None:
    """The rows of a table in columns of spaces that begins at this line and the index after it, or None.

    Two spaces or more part columns; a table has two lines at least with words in two columns. A row of one text
    stands across the table.
    """
    if not _is_gapped(lines[start]):
        return None
    extent = _extent(lines, start)
    columns = extent.columns
    cut = {number: _cut(lines[number], columns) for number in extent.chosen}
    filled = sum(sum(map(bool, fields)) > 1 for fields in cut.values())
    if filled < _LEAST_LINES or len(columns) > limits.columns:
        return None
    numbers = sorted([*extent.chosen, *extent.across])
    apart = dict(zip(numbers, [True, *(b > a + 1 for a, b in pairwise(numbers))], strict=True))
    rows: list[list[str]] = []
    for in_columns, group in groupby(numbers, key=lambda number: number in cut):
        if in_columns:
            rows += wrapped_rows([Line(cut[number], apart[number]) for number in group], _widths(columns))
        else:
            rows.append([" ".join(lines[number].strip() for number in group)])
    return numbers[-1] + 1, rows


def _is_gapped(line: str) -> bool:
    return "  " in line.strip() and len(line) <= _LONGEST and not is_rule(line) and len(_PHRASE.findall(line)) > 1


def _extent(lines: Sequence[str], start: int) -> _Extent:
    """The lines of the table that begins here and its columns: as long as the rivers stay open."""
    mask = _mask(lines[start])
    extent = _Extent([start], mask, _columns(mask))
    at = start + 1
    while at < len(lines):
        line = lines[at]
        if not line.strip() or is_rule(line):
            if at - extent.chosen[-1] > _MOST_BLANK + len(extent.across):
                break
        elif _fits(line, extent, after_blank=not lines[at - 1].strip()):
            extent.chosen.append(at)
            extent.mask |= _mask(line)
            extent.columns = _columns(extent.mask)
        elif _is_banner(lines, at, extent):
            extent.across.append(at)
        else:
            break
        at += 1
    extent.across = [number for number in extent.across if number < extent.chosen[-1]]
    return extent


def _fits(line: str, extent: _Extent, *, after_blank: bool) -> bool:
    """Whether a line keeps the rivers open; after a blank line it needs words in two columns."""
    if len(line) > _LONGEST or (after_blank and not _is_gapped(line)):
        return False
    return len(_columns(extent.mask | _mask(line))) >= len(extent.columns)


def _is_banner(lines: Sequence[str], at: int, extent: _Extent) -> bool:
    """Whether a short line of one phrase stands between rows of the table: the next words go on in its columns."""
    line = lines[at].rstrip()
    if _is_gapped(line) or len(line) > _BANNER or line.endswith("."):
        return False
    after = next((line for line in lines[at + 1 : at + 2 + _MOST_BLANK] if line.strip() and not is_rule(line)), "")
    return _is_gapped(after) and _in_step(after, extent)


def _in_step(line: str, extent: _Extent) -> bool:
    """Whether a line's phrases stand in the columns known so far, most of them at their left edges."""
    starts = [phrase.start() for phrase in _PHRASE.finditer(line.expandtabs(8))]
    edges = {start for start, _ in extent.columns}
    return sum(start in edges for start in starts) * 2 > len(starts) and len(
        _columns(extent.mask | _mask(line))
    ) == len(extent.columns)


def _mask(line: str) -> int:
    """A bit for every position that a phrase covers."""
    mask = 0
    for phrase in _PHRASE.finditer(line.expandtabs(8)):
        mask |= ((1 << (phrase.end() - phrase.start())) - 1) << phrase.start()
    return mask


def _columns(mask: int) -> list[Column]:
    bits = f"{mask:b}"[::-1]
    return [run.span() for run in _ONES.finditer(bits)]


def _cut(line: str, columns: Sequence[Column]) -> tuple[str, ...]:
    line = line.expandtabs(8)
    return tuple(line[start:end].strip() for start, end in columns)


def _widths(columns: Sequence[Column]) -> list[int]:
    """How many characters each column's longest line has."""
    return [end - start for start, end in columns]
