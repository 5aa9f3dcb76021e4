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
    "lead": 0.5, "timescale": 0.5, "status": 0.4, "progress": 0.4, "resources": 0.35, "outcome": 0.35,
    "completed": 0.35, "output": 0.3, "measure": 0.3, "milestones": 0.3, "start": 0.3, "partners": 0.3,
    "priority": 0.25, "objective": 0.2, "evidence": 0.2, "risk": 0.15, "links": 0.15, "theme": 0.15, "ref": 0.1,
}  # fmt: skip
"""How much each field beside the actions adds; half of it is enough with one of the first two."""

_TELLS = frozenset(
    ("lead", "timescale", "status", "progress", "resources", "outcome", "completed", "start", "milestones")
)
"""Where none of these stands beside the actions, only a plain heading makes a table one of actions."""
_ENOUGH = 0.5
_TELLING = 0.25
_BY_CELLS = 0.8
_MOSTLY = 0.6
_FIGURES = ("numbers", "figures", "dates", "sums", "yes_no", "status")
"""Kinds of cell that are no actions, whatever their heading says."""
_WITHOUT_ACTION = 0.55


@dataclass(frozen=True, slots=True)
class Decoy:
    """A kind of table that stands beside actions, and the headings it is known by, each as its words."""

    reason: str
    must: frozenset[tuple[str, ...]]
    beside: frozenset[tuple[str, ...]]
    firm: bool = False
    whole: bool = False

    def share(self, headings: Sequence[tuple[str, ...]]) -> float:
        """How much of a table's headings (0–1) belong to such a table; 0 where none of the telling ones is there."""
        if self.must.isdisjoint(headings) or not headings:
            return 0.0
        share = sum(heading in self.must | self.beside for heading in headings) / len(headings)
        return share if share == 1.0 or not self.whole else 0.0


def table_score(decisions: Sequence[Decision], columns: Sequence[Column]) -> tuple[float, str]:
    """How likely this table holds actions, 0 to 1, and why in words.

    It needs a column of actions and beside it at least an owner, a date, a status, resources or an outcome.
    """
    fields = {d.field for d in decisions}
    support = min(1.0, sum(COMPANIONS.get(name, 0.0) for name in fields) / _ENOUGH)
    held = zip(decisions, columns, strict=True)
    action = max((d.confidence * _said(d, c) for d, c in held if d.field == "action"), default=0.0)
    score = support * (action or _WITHOUT_ACTION * _aims(fields))
    if not fields & _TELLS and not _exactly(decisions):
        score /= 2
    decoy, share = _decoy(columns)
    if share >= 0.5 and (decoy.firm or not _plainly(decisions)):
        return round(score * (1.0 - share) / 2, 2), f"it looks like {decoy.reason}"
    return round(score, 2), _reason(action, fields)


def decoy_heads(texts: Sequence[str]) -> bool:
    """Whether a row of texts, each read as a heading, heads a table that is no table of actions."""
    headings = [said for text in dict.fromkeys(texts) if (said := words(text))]
    return any(decoy.share(headings) > _MOSTLY for decoy in _decoys().values())


def _said(decision: Decision, column: Column) -> float:
    """What cells alone suggest is worth less than what a heading says; names of documents, figures are no actions."""
    held = kind_of(column.values)
    if decision.how != "correction" and sum(held.get(name, 0.0) for name in _FIGURES) > _MOSTLY:
        return 1.0 - _BY_CELLS
    if decision.how != "exact" and held.get("documents", 0.0) > _MOSTLY:
        return 1.0 - _MOSTLY
    return _BY_CELLS if decision.how in ("contents", "none") else 1.0


def _aims(fields: set[str]) -> float:
    """Objectives, targets or outcomes with an owner or a date are plans of a kind without a column of actions."""
    aims = fields & {"objective", "outcome", "output", "measure", "milestones"}
    return 1.0 if aims and fields & {"lead", "timescale"} else 0.0


def _plainly(decisions: Sequence[Decision]) -> bool:
    """Whether the headings say actions with an owner or a time; both where they say actions in other words."""
    said = {d.field for d in decisions if d.how in ("exact", "synonym", "correction")}
    beside = said & {"lead", "timescale"}
    return bool(beside) if _exactly(decisions) else "action" in said and len(beside) == 2


def _exactly(decisions: Sequence[Decision]) -> bool:
    return any(d.field == "action" and d.how in ("exact", "correction") for d in decisions)


def _decoy(columns: Sequence[Column]) -> tuple[Decoy, float]:
    headings = [said for c in columns if (said := words(c.heading))]
    if not headings:
        return _decoys()["colour_key"], float(_is_key(columns))
    best = max(_decoys().values(), key=lambda d: d.share(headings))
    return best, best.share(headings)


def _is_key(columns: Sequence[Column]) -> bool:
    return len(columns) == 2 and any(kind_of(c.values).get("status", 0.0) > 0.7 for c in columns)


def _reason(action: float, fields: set[str]) -> str:
    beside = ", ".join(name for name, weight in COMPANIONS.items() if name in fields and weight >= _TELLING)
    if action:
        return f"it has actions, with {beside}" if beside else "it has actions, but no owner, date, status or outcome"
    return f"no column holds actions; it has {beside}" if beside else "no column holds actions"


@cache
def _decoys() -> dict[str, Decoy]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: _decoy_of(told) for name, told in table.items()}


def _decoy_of(told: Mapping[str, object]) -> Decoy:
    must, beside = (frozenset(words(str(text)) for text in _strings(told, name)) for name in ("must", "beside"))
    return Decoy(str(told["reason"]), must, beside, bool(told.get("firm")), bool(told.get("whole")))


def _strings(told: Mapping[str, object], name: str) -> Sequence[object]:
    listed = told[name]
    return listed if isinstance(listed, list) else ()
