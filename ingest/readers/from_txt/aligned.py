"""Tables whose columns stand one under another by spaces: white rivers through all the lines part the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.limits import Limits
from ingest.pipes import is_rule
from ingest.readers.from_txt.wrapping import Line, wrapped_rows

_PHRASE = re.compile(r"\S+(?: \S+)*")
_ONES = re.compile("1+")
_LONGEST = 1_000
_MOST_BLANK = 2
_LEAST_LINES = 2

Column = tuple[int, int]


def aligned(lines: Sequence[str], start: int, limits: Limits) -> tuple[int, list[list[str]]] | None:
    """The rows of a table in columns of spaces that begins at this line and the index after it, or None.

    Two spaces or more part columns; a table has two lines at least with words in two columns.
    """
    if not _is_gapped(lines[start]):
        return None
    chosen, columns = _extent(lines, start)
    cut = [_cut(lines[number], columns) for number in chosen]
    if sum(sum(map(bool, fields)) > 1 for fields in cut) < _LEAST_LINES or len(columns) > limits.columns:
        return None
    apart = [True, *(b > a + 1 for a, b in pairwise(chosen))]
    rows = wrapped_rows(list(map(Line, cut, apart)), _widths(columns))
    return chosen[-1] + 1, rows


def _is_gapped(line: str) -> bool:
    return "  " in line.strip() and len(line) <= _LONGEST and not is_rule(line) and len(_PHRASE.findall(line)) > 1


def _extent(lines: Sequence[str], start: int) -> tuple[list[int], list[Column]]:
    """The lines of the table that begins here and its columns: as long as the rivers stay open."""
    chosen = [start]
    mask = _mask(lines[start])
    columns = _columns(mask)
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if not line.strip() or is_rule(line):
            if at - chosen[-1] > _MOST_BLANK:
                break
            continue
        wider = mask | _mask(line) if len(line) <= _LONGEST else mask
        open_still = _columns(wider)
        if len(line) > _LONGEST or len(open_still) < len(columns) or (at > chosen[-1] + 1 and not _is_gapped(line)):
            break
        chosen.append(at)
        mask, columns = wider, open_still
    return chosen, columns


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
    """How many characters fit into each column before the next begins."""
    nexts = [start for start, _ in columns[1:]]
    return [
        *(after - start - 1 for (start, _), after in zip(columns, nexts, strict=False)),
        columns[-1][1] - columns[-1][0],
    ]
