"""Told by what the cells hold: a first row unlike the rest, and a table that goes on like the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from normalise.headings import decoy_heads, is_heading_like, kind
from normalise.structure.header import Header, header_at
from normalise.structure.view import TableView

_TOLD = frozenset(("lead", "timescale", "start", "completed", "status", "resources"))
"""Fields whose cells are told apart by what they hold."""
_TIMES = frozenset(("dates", "dated", "times", "open", "yes_no"))
_PEOPLE = frozenset(("names", "roles", "bodies", "proper", "acronyms"))
_SHARED = 0.3
_MOSTLY = 0.7
_FEWEST = 2


def row_unlike_others(view: TableView, fields: tuple[str, ...]) -> Header | None:
    """The first row as a header where, in most columns told by their cells, it holds another kind than those below."""
    own = view.own(0)
    columns = [i for i, field in enumerate(fields) if field in _TOLD and view.texts[0][i]]
    if len(columns) < _FEWEST or len(own) * 2 <= view.width or view.height <= _FEWEST:
        return None
    below = {i: Counter(_family(view.texts[r][i]) for r in range(1, view.height) if view.texts[r][i]) for i in columns}
    unlike = [is_heading_like(view.texts[0][i]) or not below[i][_family(view.texts[0][i])] for i in columns]
    return header_at(view, 0) if sum(unlike) >= _FEWEST and sum(unlike) * 2 > len(unlike) else None


def goes_on(view: TableView, before: TableView, fields: tuple[str, ...]) -> bool:
    """Whether a table without a header holds the kinds of cell that the table before it holds in the same columns."""
    if decoy_heads(view.texts[0]):
        return False
    columns = [i for i, field in enumerate(fields) if field in _TOLD and i < view.width]
    held = {i: _column(before, i) for i in columns}
    columns = [i for i in columns if fields[i] != "status" or _mostly(held[i], "status")]
    first = [i for i in columns if view.texts[0][i] and held[i]]
    if len(first) >= _FEWEST and not any(held[i][_family(view.texts[0][i])] for i in first):
        return False
    alike = [_overlap(_column(view, i), held[i]) for i in columns]
    told = [share for share in alike if share is not None]
    return not told or sum(share >= _SHARED for share in told) * 2 > len(told)


def _mostly(held: Counter[str], name: str) -> bool:
    """Whether cells are of one kind, so that others tell of another column; reports of progress are of any."""
    return held[name] >= _MOSTLY * held.total()


def _column(view: TableView, column: int) -> Counter[str]:
    texts = [view.texts[r][column] for r in range(view.height) if view.distinct(r) > 1]
    return Counter(_family(text) for text in texts if text)


def _overlap(one: Counter[str], other: Counter[str]) -> float | None:
    """The share (0–1) of the first column's cells that are of a kind the second holds; None where either is blank."""
    if not one or not other:
        return None
    return sum(one[name] for name in _known(one, other)) / one.total()


def _known(one: Iterable[str], other: Counter[str]) -> Iterable[str]:
    return (name for name in one if other[name])


def _family(text: str) -> str:
    held = kind(text)
    return "times" if held in _TIMES else "people" if held in _PEOPLE else held
