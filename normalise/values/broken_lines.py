"""Lines of a cell joined where a narrow column broke a name over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalise.values.owners.whole import break_cost, name_cost

_LONGEST = 6
_MEANT = 2.5
_IN_LIST = 0.8
_SLACK = 2
"""Letters are of different widths: so many characters more must have fitted."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Part of a cell up to a line break: its words, and how many more characters its line had room for."""

    text: str
    room: int


def join_broken(fragments: Sequence[Fragment], *, in_list: bool) -> list[str]:
    """The names that fragments make, each of one or more of them in a row, at least cost.

    A break after which the next word would have fitted was meant. In a list with commas (`in_list`) a break without
    one seldom parts two names.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(fragments) + 1):
        costs = []
        for start in range(max(0, end - _LONGEST), end):
            text = _text(fragments[start:end])
            cost = name_cost(text) + sum(_join(fragments, start, at, in_list=in_list) for at in range(start + 1, end))
            costs.append((best[start][0] + cost, start))
        best.append(min(costs))
    return _trace(best, fragments)


def _join(fragments: Sequence[Fragment], start: int, at: int, *, in_list: bool) -> float:
    """The cost of the break before fragment `at` of a name that begins at `start`."""
    right = fragments[at].text
    cost = break_cost(_text(fragments[start:at]), right)
    if cost and len(right.split()[0]) + _SLACK < fragments[at - 1].room:
        return _MEANT
    return max(0.0, cost - _IN_LIST) if in_list else cost


def _trace(best: Sequence[tuple[float, int]], fragments: Sequence[Fragment]) -> list[str]:
    found: list[str] = []
    end = len(fragments)
    while end:
        start = best[end][1]
        found.append(_text(fragments[start:end]))
        end = start
    return found[::-1]


def _text(fragments: Sequence[Fragment]) -> str:
    return " ".join(f.text for f in fragments)
