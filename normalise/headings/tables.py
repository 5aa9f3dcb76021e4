"""How likely a table holds actions, by its headings and by what its columns hold."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalise.headings.contents import kind_of
from normalise.headings.model import Column, Decision
from normalise.headings.wording import words

FILE = Path(__file__).with_name("tables.toml")
COMPANIONS: Mapping[str, float] = {
    "lead": 0.5, "timescale": 0.5, "status": 0.4, "progress": 0.4, "resources": 0.35, "outcome": 0.35, "output": 0.3,
    "measure": 0.3, "milestones": 0.3, "completed": 0.35, "start": 0.3, "partners": 0.3, "priority": 0.25,
    "objective": 0.2, "evidence": 0.2, "risk": 0.15, "links": 0.15, "theme": 0.15, "ref": 0.1,
}  # fmt: skip
"""How much each field beside the actions adds; half of it is enough with one of the first two."""

_ENOUGH = 0.5
_WITHOUT_ACTION = 0.55


@dataclass(frozen=True, slots=True)
class Decoy:
    """A kind of table that stands beside actions, and the headings it is known by."""

    reason: str
    need: int
    headings: frozenset[tuple[str, ...]]


def table_score(decisions: Sequence[Decision], columns: Sequence[Column]) -> tuple[float, str]:
    """How likely this table holds actions, 0 to 1, and why in words.

    It needs a column of actions and beside it at least an owner, a date, a status, resources or an outcome.
    """
    fields = {d.field for d in decisions}
    support = min(1.0, sum(COMPANIONS.get(name, 0.0) for name in fields) / _ENOUGH)
    action = max((d.confidence * _said(d) for d in decisions if d.field == "action"), default=0.0)
    score = action * support if action else _WITHOUT_ACTION * _aims(fields) * support
    decoy, share = _decoy(columns)
    if decoy and (share > 0.5 or score < 0.5) and not _plainly(decisions):
        return round(score * (1.0 - share) * 0.5, 2), f"it looks like {decoy.reason}"
    return round(score, 2), _reason(action, support, fields)


def _said(decision: Decision) -> float:
    """What the cells alone suggest is worth less than what a heading says."""
    return 0.8 if decision.how in ("contents", "none") else 1.0


def _aims(fields: set[str]) -> float:
    """Objectives, targets or outcomes with an owner or a date are plans of a kind without a column of actions."""
    aims = fields & {"objective", "outcome", "output", "measure", "milestones"}
    return 1.0 if aims and fields & {"lead", "timescale"} else 0.0


def _plainly(decisions: Sequence[Decision]) -> bool:
    said = {d.field for d in decisions if d.how in ("exact", "synonym", "correction")}
    return "action" in said and bool(said & {"lead", "timescale"})


def _decoy(columns: Sequence[Column]) -> tuple[Decoy | None, float]:
    headings = [w for c in columns if (w := words(c.heading))]
    if not headings:
        return (_key(), 1.0) if _is_key(columns) else (None, 0.0)
    counted = [(sum(h in d.headings for h in headings), d) for d in _decoys()]
    count, decoy = max(
        ((c, d) for c, d in counted if c >= min(d.need, len(headings))), key=lambda x: x[0], default=(0, None)
    )
    return decoy, count / len(headings)


def _is_key(columns: Sequence[Column]) -> bool:
    return len(columns) == 2 and any(kind_of(c.values).get("status", 0.0) > 0.7 for c in columns)


def _key() -> Decoy:
    return Decoy("a key to colours", 0, frozenset())


def _reason(action: float, support: float, fields: set[str]) -> str:
    beside = ", ".join(name for name in COMPANIONS if name in fields and COMPANIONS[name] >= 0.25)
    if not action:
        return f"no column holds actions; it has {beside}" if beside else "no column holds actions"
    return (
        f"it has actions, with {beside}"
        if support and beside
        else "it has actions, but no owner, date, status or outcome"
    )


@cache
def _decoys() -> tuple[Decoy, ...]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Decoy(d["reason"], d["need"], frozenset(w for h in d["headings"] if (w := words(h)))) for d in table.values()
    )
