"""Which field each column of a table holds: by its heading, by what it holds, and by the other columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from normalise.headings.confidence import calibrated
from normalise.headings.contents import are_codes, kind_of
from normalise.headings.evidence import fits, usual
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

_UNKNOWN = 1.0
"""What speaks for "other" where the heading is not known at all."""
_SAID = 1.0
"""From this weight on the heading is the reason and not the cells."""
_BY_CELLS = frozenset(("lead", "timescale", "resources"))
"""Fields that cells tell plainly, whatever the heading; numbers and codes may be sums, scores or counts as well."""
_UNFOUNDED, _BARE = 0.85, 0.65
"""The surest a decision is whose words are not backed by the cells, and one that rests on the cells alone."""
_PEOPLE = ("names", "roles")
_MOSTLY = 0.5
_AGREES, _DENIES = -0.8, -3.0
"""How far behind the fields that cells tell best a field may fall, and from where on they tell against it."""
_RIVALS = 0.5
"""How much better the cells may fit another field that the heading speaks for as well."""
_OTHER_DATES = frozenset(("start", "completed"))
"""Fields whose cells look like target dates, so that a heading merely like theirs is no proof."""
_LIKELY = 0.75
_SUMS = ("sums", "numbers", "references", "scores")
_CODED = 0.8
_NUMBERED = frozenset(("action", "objective", "measure", "theme", "output", "outcome"))
"""Fields whose heading may stand over their numbers ("Action" over 1.1, 1.2)."""
_MIXED = frozenset(("dated", "sentences", "texts"))
"""Kinds of cell that may well hold both things of a heading that joins two."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A column with what its heading says and what it holds."""

    column: Column
    reading: Reading
    kinds: Mapping[str, float]


def decide(
    columns: Sequence[Column], corrections: Mapping[str, str] = MappingProxyType({}), lexicon: Lexicon | None = None
) -> tuple[Decision, ...]:
    """Decide the field of every column of a table; the order of the columns makes no difference.

    `corrections` maps a heading, in any case, spacing and punctuation, to a field, "other" or "" for none, and
    comes before all else; what is not a field is not heeded. `lexicon` is headings.toml where none is given.
    """
    lexicon = lexicon or known()
    learnt = {key(heading): name or "other" for heading, name in corrections.items() if name in ("", *FIELDS)}
    order = sorted(range(len(columns)), key=lambda i: (key(columns[i].heading), columns[i].values, columns[i].heading))
    readings = read_all([columns[i].heading for i in order], lexicon)
    seen = [_Seen(columns[i], r, _held(columns[i], r)) for i, r in zip(order, readings, strict=True)]
    claims = [_claim(s, learnt) for s in seen]
    chances = settle(claims, lexicon.repeats)
    decided = [_decision(s, c.fixed, odds) for s, c, odds in zip(seen, claims, chances, strict=True)]
    decided = _with_action(decided, seen, chances)
    taken = [d.field for d in decided]
    finished = {i: _with_also(d, s.reading, taken) for i, d, s in zip(order, decided, seen, strict=True)}
    return tuple(finished[i] for i in range(len(columns)))


def _held(column: Column, reading: Reading) -> Mapping[str, float]:
    """What the column holds; bare numbers under a heading that speaks of money ("Est. cost £000s") are sums.

    Codes under one that speaks of references are references, where they look like quarters (Q1) too.
    """
    kinds = kind_of(column.values)
    if kinds and reading.best == "ref" and reading.votes["ref"] >= _SAID and are_codes(column.values):
        return {"references": 1.0}
    sums = sum(kinds.get(kind, 0.0) for kind in _SUMS)
    if reading.best != "resources" or reading.votes["resources"] < _SAID or not sums:
        return kinds
    rest = {kind: share for kind, share in kinds.items() if kind not in _SUMS}
    return dict(sorted({**rest, "sums": sums}.items(), key=lambda pair: -pair[1]))


def _claim(seen: _Seen, learnt: Mapping[str, str]) -> Claim:
    votes, heading = seen.reading.votes, seen.column.heading
    kinds = {k: share for k, share in seen.kinds.items() if not seen.reading.joins or k not in _MIXED}
    held, common = fits(kinds, len(seen.column.values)), usual()
    scores = {name: votes.get(name, 0.0) + held[name] + common[name] for name in FIELDS}
    scores["other"] += max(0.0, _UNKNOWN - max(votes.values(), default=0.0))
    plain = frozenset(name for name in votes if seen.reading.plain(name))
    if seen.kinds.get("references", 0.0) > _CODED and seen.reading.best in _NUMBERED:
        scores["ref"] += max(votes.values())
        plain |= {"ref"}
    return Claim(scores, plain, learnt.get(key(heading), "") if heading.strip() else "", words(heading))


def _decision(seen: _Seen, fixed: str, odds: Mapping[str, float]) -> Decision:
    if fixed:
        second = next(name for name in odds if name != fixed)
        return Decision(fixed, "correction", 1.0, second, "a correction says so")
    if not seen.column.heading.strip() and not seen.kinds:
        return Decision("", "none", 1.0, why="the column is blank")
    field, second = list(odds)[:2]
    how = _how(field, seen)
    near = _family(field)
    chance = sum(odds[name] for name in near)
    sure = calibrated(chance) if seen.kinds else round(chance, 2)
    if not _well_founded(field, how, near, seen):
        sure = min(sure, _BARE if how == "contents" else _UNFOUNDED)
    return Decision(field, how, sure, second, because(field, how, seen.reading, seen.kinds))


def _well_founded(field: str, how: str, near: Iterable[str], seen: _Seen) -> bool:
    """Whether known words say so and the cells do not say otherwise, or words like known ones and the cells agree."""
    held = fits(seen.kinds, len(seen.column.values))
    fit = max(held[name] for name in near)
    rivals = [name for name, vote in seen.reading.votes.items() if vote >= _SAID and name not in near]
    if how != "exact" and any(held[name] > fit + _RIVALS for name in rivals):
        return False
    if not seen.reading.plain(field) and any(seen.reading.plain(name) for name in rivals):
        return False
    if how == "similar":
        return field not in _OTHER_DATES and (fit >= _AGREES or not seen.kinds)
    if how == "contents":
        people = field != "lead" or sum(seen.kinds.get(kind, 0.0) for kind in _PEOPLE) > _MOSTLY
        return not seen.column.heading.strip() or (field in _BY_CELLS and people)
    several = len({_family(name) for name in seen.reading.votes if seen.reading.plain(name)}) > 1
    return fit >= (_AGREES if several and how == "synonym" else _DENIES)


def _family(field: str) -> Iterable[str]:
    return next((family for family in NEAR if field in family), (field,))


def _with_action(
    decided: list[Decision], seen: Sequence[_Seen], chances: Sequence[Mapping[str, float]]
) -> list[Decision]:
    """The decisions; where no column holds actions, a theme or objective whose heading may say actions is theirs."""
    if any(d.field == "action" for d in decided):
        return decided
    may = [i for i, d in enumerate(decided) if d.field in NEAR[0] and seen[i].reading.plain("action")]
    may = [i for i in may if decided[i].how != "correction"]
    if may:
        best = max(may, key=lambda i: chances[i]["action"])
        told = decided[best]
        why = "the heading may say actions, and no other column holds them"
        decided[best] = Decision("action", seen[best].reading.how["action"], _LIKELY, told.field, why)
    return decided


def _how(field: str, seen: _Seen) -> str:
    if seen.reading.votes.get(field, 0.0) >= _SAID:
        return seen.reading.how[field]
    return "none" if field == "other" or not seen.kinds else "contents"


def _with_also(decision: Decision, reading: Reading, taken: Sequence[str]) -> Decision:
    if decision.field not in reading.joins:
        return decision
    (also,) = reading.joins - {decision.field}
    return decision if also in taken else replace(decision, also=also)
