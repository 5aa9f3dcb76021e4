"""Fields settled for all columns of a table together, so that none is taken twice by mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

TWICE, TWICE_REPEATS, TWICE_PLAIN = 3.0, 1.2, 0.2
TWICE_EITHER = 1.8
"""Of a heading that says another field as plainly ("Recommendation"), which may then be the other."""
ACTION = 1.0
"""A table of actions has a column of them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What speaks for each field in one column (log odds), and the fields its heading says in so many words.

    A `fixed` column keeps that field whatever the others hold. Columns whose heading has the same words (`said`),
    dates apart, are one field told at several times and never stand in each other's way.
    """

    scores: Mapping[str, float]
    plain: frozenset[str] = frozenset()
    fixed: str = ""
    said: tuple[str, ...] = ()


@dataclass(slots=True)
class _Table:
    claims: Sequence[Claim]
    repeats: frozenset[str]
    taken: list[str]
    counts: Counter[str] = field(default_factory=Counter)

    def worth(self, column: int, name: str) -> float:
        """What it adds to the table that this column holds this field, the other columns being as they are."""
        claim = self.claims[column]
        actions = self.counts["action"] - (self.taken[column] == "action")
        gain = ACTION if name == "action" and not actions else 0.0
        return claim.scores[name] + gain - self._twice(column, name)

    def _twice(self, column: int, name: str) -> float:
        if name == "other" or self.counts[name] - (self.taken[column] == name) < 1:
            return 0.0
        own = self.claims[column]
        others = [c for i, c in enumerate(self.claims) if self.taken[i] == name and i != column]
        rivals = [c for c in others if not own.said or c.said != own.said]
        if not rivals:
            return 0.0
        if all(name in c.plain or name == c.fixed for c in (own, *rivals)):
            return TWICE_PLAIN if len(own.plain) < 2 or name in self.repeats else TWICE_EITHER
        return TWICE_REPEATS if name in self.repeats else TWICE


def settle(claims: Sequence[Claim], repeats: frozenset[str]) -> list[dict[str, float]]:
    """For each column the chance of every field given what the other columns hold; the likeliest is its own.

    Starts with each column for itself and moves the column that gains most, until none gains.
    """
    table = _Table(claims, repeats, [c.fixed or max(c.scores, key=lambda f: (c.scores[f], f)) for c in claims])
    table.counts.update(table.taken)
    for _ in range(4 * len(claims)):
        move = max((_move(table, i) for i, c in enumerate(claims) if not c.fixed), default=(0.0, 0, ""))
        if move[0] <= 1e-9:
            break
        _, column, name = move
        table.counts[table.taken[column]] -= 1
        table.counts[name] += 1
        table.taken[column] = name
    return [_chances(table, i) for i in range(len(claims))]


def _move(table: _Table, column: int) -> tuple[float, int, str]:
    held = table.worth(column, table.taken[column])
    best = max(table.claims[column].scores, key=lambda f: (table.worth(column, f), f))
    return table.worth(column, best) - held, column, best


def _chances(table: _Table, column: int) -> dict[str, float]:
    worth = {name: table.worth(column, name) for name in table.claims[column].scores}
    top = max(worth.values())
    odds = {name: exp(w - top) for name, w in worth.items()}
    total = sum(odds.values())
    return dict(sorted(((name, o / total) for name, o in odds.items()), key=lambda pair: (-pair[1], pair[0])))
