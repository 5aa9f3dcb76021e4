"""Finding a table's header: which rows hold the headings, one heading text for each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.text import squash
from normalise.headings import header_score, heading_date, is_heading_like, kind
from normalise.structure.view import TableView

SURE = 0.5
"""A row whose header score reaches this is taken as a header."""

_VALUES = frozenset(("dates", "dated", "names", "roles", "references", "sums", "status", "times", "deeds", "sentences"))
_PROMPT = re.compile(
    r"\(.*\)$|\[.*\]$|<.*>$|(?:e\.?g\b|i\.?e\b|for example|please|include|give|state|list|enter|insert|describe"
    r"|specify|use|say|indicate|outline|who|what|when|how|which|why|where)\b",
    re.IGNORECASE | re.DOTALL,
)
_DATA = 0.3
"""A row below a header that reads less like one than this, and is as full, is the first of the data."""
_LOOK_DOWN = 8
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Header:
    """Rows `first` to `last` (indices) of a view hold the headings; `headings` has one text for each column.

    `keys` are its headings, their lines and the texts of its cells, each by itself, as `repeats` compares them.
    """

    first: int
    last: int
    headings: tuple[str, ...]
    score: float
    keys: frozenset[str] = frozenset()


def find_header(view: TableView, start: int = 0) -> Header | None:
    """The first header at or just below a row, or None; rows above it are titles."""
    best: Header | None = None
    for row in range(start, min(start + _LOOK_DOWN, view.height)):
        if len(view.own(row)) < 2:
            continue
        score = row_score(view, row)
        if best and score < _DATA and len(view.own(row)) >= len(view.own(best.first)):
            break
        if score >= SURE and (best is None or score > best.score + 0.15):
            best = header_at(view, row)
    return best


def first_row_as_header(view: TableView) -> Header | None:
    """The first row with two or more short texts, taken as a header though its words are not known.

    A row of the kinds of value that stand in the rows below it as well is none.
    """
    for row in range(min(3, view.height - 1)):
        own = view.own(row)
        if len(own) >= 2 and all(len(squash(c.text)) <= _LONGEST_HEADING for c in own):
            return None if _like_below(view, row) else header_at(view, row)
    return None


def _like_below(view: TableView, row: int) -> bool:
    """Whether most of a row's dates, names, statuses and the like stand where the row below has the same kind.

    Headings, and dates over what is none, speak against it.
    """
    like, told = 0, 0
    for above, below in zip(view.texts[row], view.texts[row + 1], strict=True):
        heads = is_heading_like(above) or (bool(heading_date(above)) and kind(below) not in _VALUES)
        held, under = kind(above), kind(below) if below else ""
        told += bool(above) and (heads or not _VALUES.isdisjoint((held, under)))
        like += bool(above) and not heads and held == under and held in _VALUES
    return like * 2 >= max(told, 1)


def row_score(view: TableView, row: int) -> float:
    """How much the row reads like the header of an action table, 0 to 1."""
    return header_score([c.text for c in view.own(row)])


def may_head(texts: Sequence[str]) -> bool:
    """Whether a third of these texts read plainly like headings: asked of those first that come again most likely."""
    needed = len(texts) / 3
    found = 0
    for left, text in zip(range(len(texts), 0, -1), sorted(texts, key=_seldom), strict=True):
        if found >= needed or found + left < needed:
            break
        found += _reads_as_heading(text)
    return found >= needed


def _seldom(text: str) -> tuple[bool, int]:
    """Texts with figures, then long ones, last: numbers and sentences are hardly ever the same in two rows."""
    return any(map(str.isdigit, text)), len(text)


@lru_cache(maxsize=4096)
def _reads_as_heading(text: str) -> bool:
    return any(map(str.isalpha, text)) and is_heading_like(text)


def repeats(view: TableView, row: int, header: Header) -> bool:
    """Whether a row says the same headings again, in any case and spacing."""
    own = view.own(row)
    return len(own) >= 2 and all(is_said(c.text, header) for c in own)


def is_said(text: str, header: Header) -> bool:
    """Whether a text is one of the header's headings, in any case and spacing."""
    return _key(text) in header.keys


def _key(text: str) -> str:
    return "".join(text.casefold().split()).strip(":.*")


def header_at(view: TableView, row: int) -> Header:
    """The header that begins at a row, whatever its words; it may reach down over several rows."""
    last = _last_row(view, row)
    headings = []
    for column in range(view.width):
        texts = dict.fromkeys(view.texts[r][column] for r in range(row, last + 1) if view.texts[r][column])
        headings.append("\n".join(texts))
    lines = [line for heading in headings for line in heading.split("\n")]
    cells = [c.text for r in range(row, last + 1) for c in view.own(r)]
    keys = frozenset(map(_key, (*headings, *lines, *cells)))
    return Header(row, last, tuple(headings), row_score(view, row), keys)


def _last_row(view: TableView, row: int) -> int:
    """A header reaches down as far as its own merged cells do, and under a group heading to the row that divides it."""
    last = max(row + _reach(view, row, column) - 1 for column in range(view.width) if view.texts[row][column])
    if last == row and row + 1 < view.height and _divides(view, row):
        last = row + 1
    while last + 1 < view.height - 1 and _prompts(view, last + 1):
        last += 1
    return min(last, view.height - 1)


def _prompts(view: TableView, row: int) -> bool:
    """Whether a row under the headings only says what to write there: most texts ask, tell or give an example."""
    own = view.own(row)
    asking = sum(c.text.rstrip().endswith((":", "?", "…")) or bool(_PROMPT.match(c.text)) for c in own)
    return len(own) >= 2 and asking * 3 >= len(own) * 2


def _reach(view: TableView, row: int, column: int) -> int:
    cell = view.cell(row, column)
    down = 1
    while row + down < view.height and view.cell(row + down, column).place == cell.place:
        down += 1
    return down


def _divides(view: TableView, row: int) -> bool:
    """Whether the row below gives headings of their own to the columns under a group heading of this row."""
    groups = [c for c in view.own(row) if 1 < c.col_span < view.width]
    below = view.own(row + 1)
    if len(below) < 2 or any(len(squash(c.text)) > 40 for c in below):
        return False
    if not groups:
        return _fills_up(view, row)
    columns = [{i for i, c in enumerate(view.table.rows[row]) if c.place == g.place} for g in groups]
    if not any(sum(view.column_of(c, row + 1) in group for c in below) > 1 for group in columns):
        return False
    under = set().union(*columns)
    return all(view.column_of(c, row + 1) in under for c in below) or row_score(view, row + 1) >= SURE


def _fills_up(view: TableView, row: int) -> bool:
    """Whether the row below heads what this row leaves blank, and divides the headings beside that, and no others."""
    above, below = view.texts[row], view.texts[row + 1]
    blank = {n for n, text in enumerate(below) if text and not above[n]}
    beside = {n - 1 for n in blank if n - 1 not in blank}
    under = {n for n, text in enumerate(below) if text}
    return bool(blank) and under == blank | beside and len(under) < view.width and may_head([below[n] for n in under])
