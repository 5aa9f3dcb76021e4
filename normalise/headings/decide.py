"""Which field each column of a table holds: by its heading, by what it holds, and by the other columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from normalise.headings.confidence import calibrated
from normalise.headings.contents import kind_of
from normalise.headings.evidence import fits
from normalise.headings.groups import read_all
from normalise.headings.lexicon import Lexicon, known
from normalise.headings.likeness import Reading
from normalise.headings.model import Column, Decision
from normalise.headings.reasons import because
from normalise.headings.settling import Claim, settle
from normalise.headings.wording import key, words
from normalise.schema import TEXT_FIELDS

FIELDS = (*TEXT_FIELDS, "other")
NEAR = (
    frozenset(("theme", "objective")),
    frozenset(("outcome", "output", "measure")),
    frozenset(("status", "progress")),
)
"""Fields so near each other that careful readers of a plan differ; confidence counts them as one."""

_UNKNOWN = 1.5
_MIXED = frozenset(("dated", "sentences", "texts"))
"""Kinds of cell that may well hold both things of a heading that joins two."""


def decide(
    columns: Sequence[Column], corrections: Mapping[str, str] = MappingProxyType({}), lexicon: Lexicon | None = None
) -> tuple[Decision, ...]:
    """Decide the field of every column of a table; the order of the columns makes no difference.

    `corrections` maps a heading, in any case, spacing and punctuation, to a field, "other" or "" for none, and
    comes before all else; what is not a field is not heeded. `lexicon` is headings.toml where none is given.
    """
    lexicon = lexicon or known()
    learnt = {key(heading): name or "other" for heading, name in corrections.items() if name in ("", *FIELDS)}
    order = sorted(range(len(columns)), key=lambda i: (columns[i].heading, columns[i].values))
    readings = read_all([columns[i].heading for i in order], lexicon)
    kinds = [kind_of(columns[i].values) for i in order]
    claims = [_claim(columns[i], r, k, learnt) for i, r, k in zip(order, readings, kinds, strict=True)]
    chances = settle(claims, lexicon.repeats)
    decided = [
        _decision(columns[i], c, r, k, odds)
        for i, c, r, k, odds in zip(order, claims, readings, kinds, chances, strict=True)
    ]
    taken = [d.field for d in decided]
    finished = {i: _with_also(d, r, taken) for i, d, r in zip(order, decided, readings, strict=True)}
    return tuple(finished[i] for i in range(len(columns)))


def _claim(column: Column, reading: Reading, kinds: Mapping[str, float], learnt: Mapping[str, str]) -> Claim:
    telling = {k: share for k, share in kinds.items() if not reading.joins or k not in _MIXED}
    held = fits(telling, len(column.values))
    scores = {name: reading.votes.get(name, 0.0) + held.get(name, 0.0) for name in FIELDS}
    scores["other"] += max(0.0, _UNKNOWN - max(reading.votes.values(), default=0.0))
    plain = frozenset(name for name in reading.votes if reading.plain(name))
    fixed = learnt.get(key(column.heading), "") if column.heading.strip() else ""
    return Claim(scores, plain, fixed, words(column.heading))


def _decision(
    column: Column, claim: Claim, reading: Reading, kinds: Mapping[str, float], odds: Mapping[str, float]
) -> Decision:
    if claim.fixed:
        return Decision(
            claim.fixed, "correction", 1.0, next(n for n in odds if n != claim.fixed), "a correction says so"
        )
    if not column.heading.strip() and not kinds:
        return Decision("", "none", 1.0, why="the column is blank")
    field, second = list(odds)[:2]
    how = _how(field, reading, kinds)
    near = next((family for family in NEAR if field in family), (field,))
    sure = calibrated(sum(odds[name] for name in near))
    return Decision(field, how, sure, second, because(field, how, reading, kinds))


def _how(field: str, reading: Reading, kinds: Mapping[str, float]) -> str:
    if reading.votes.get(field, 0.0) >= 1.0:
        return reading.how[field]
    return "none" if field == "other" or not kinds else "contents"


def _with_also(decision: Decision, reading: Reading, taken: Sequence[str]) -> Decision:
    if decision.field not in reading.joins:
        return decision
    (also,) = reading.joins - {decision.field}
    return decision if also in taken else replace(decision, also=also)
