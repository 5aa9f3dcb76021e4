"""Drafts to actions: every column of actions.csv filled, with an identity that stays from run to run."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.model import Note
from normalise.actions.draft import Draft
from normalise.actions.values import Values
from normalise.model import Action, Owner, Source
from normalise.structure.titles import without_list
from normalise.values.references import take_reference, tidy_reference

_MORE = re.compile(r"(?:\.?\d+|[a-z]{1,4})(?=[.):\s])[.):]*\s+(?=\S)")
"""What a sub-task's number has more than that of its column."""
_DOUBT = 0.95
"""How much one doubt of severity check or problem takes off a row's confidence, as a factor."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all actions of a document share."""

    source: Source
    plan: str
    council: str
    council_code: str
    as_of: date


def number_drafts(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Give each draft of a table its number: from its ref column, else from its text's start where numbers run on."""
    taken = take_reference([d.text("action") for d in drafts])
    for draft, (number, rest) in zip(drafts, taken, strict=True):
        column = tidy_reference(draft.text("ref")) if draft.text("ref") else ""
        if own := _own_number(column, draft.text("action")):
            draft.number, draft.rest = own
        else:
            draft.number = column or number
            draft.rest = draft.text("action") if column else rest
    return drafts


def _own_number(column: str, text: str) -> tuple[str, str] | None:
    """A sub-task's own number, the column's with more to it ("Ai" under "A"), and the text after it."""
    found = _MORE.match(text, len(column)) if column and text.startswith(column) else None
    return (tidy_reference(text[: found.end()]), text[found.end() :]) if found else None


def build_action(draft: Draft, values: Values, setting: Setting, identity: str, notes: Sequence[Note]) -> Action:
    """One action from a draft and its values; `notes` are all doubts about this row."""
    first = values.owners[0] if values.owners else Owner()
    theme, objective = theme_of(draft)
    timing, money = values.timing, values.money
    return Action(
        action_id=identity, council=setting.council, council_code=setting.council_code, plan=setting.plan,
        theme=theme, objective=objective, ref=draft.number, action=draft.rest, outcome=draft.text("outcome"),
        output=draft.text("output"), measure=draft.text("measure"), lead=draft.text("lead"), lead_person=first.person,
        lead_role=first.role, lead_organisation=first.organisation, partners=draft.text("partners"),
        partner_list=values.partners, resources=draft.text("resources"), cost_min_gbp=money.least,
        cost_max_gbp=money.most, cost_kind=money.kind, start=draft.text("start"), timescale=draft.text("timescale"),
        milestones=draft.text("milestones"), completed=draft.text("completed"), start_date=timing.start,
        due_date=timing.due, completed_date=values.completed.due, timescale_kind=timing.kind,
        date_precision=timing.precision, status=values.status, status_text=draft.text("status"),
        progress=draft.text("progress"), priority=draft.text("priority"), risk=draft.text("risk"),
        links=draft.text("links"), indicators=values.indicators, evidence=draft.text("evidence"),
        other=_other(draft), confidence=_confidence(draft, notes),
        review=tuple(dict.fromkeys([*_doubts(draft), *(n.code for n in notes)])), source_file=setting.source.path,
        source_sha256=setting.source.sha256, page=draft.place.page, sheet=draft.place.sheet, table=draft.place.table,
        row=draft.place.row, funding=money.funding, owners=values.owners,
        steps=timing.milestones if len(timing.milestones) > 1 else (), place=draft.place,
    )  # fmt: skip


def identities(drafts: Sequence[Draft], path: str) -> list[str]:
    """12 hex digits for each draft: a hash of path, table, row and part, so that re-runs give the same."""
    seen: Counter[tuple[object, ...]] = Counter()
    out = []
    for draft in drafts:
        where = (path, draft.place.sheet, draft.place.table, draft.place.row)
        seen[where] += 1
        out.append(identity(where, seen[where]))
    return out


def identity(where: tuple[object, ...], part: int) -> str:
    """The 12 hex digits of the so-manieth action at a place: path, sheet, table and row."""
    return hashlib.sha256("\x1f".join(map(str, (*where, part))).encode()).hexdigest()[:12]


def theme_of(draft: Draft) -> tuple[str, str]:
    """Theme and objective: a column gives the theme, or the objective where a banner row gives the theme already."""
    column, objective = without_list(draft.text("theme")), draft.text("objective")
    if not column:
        return draft.theme, objective
    if draft.theme and draft.banner and not objective:
        return draft.theme, column
    return column, objective


def _other(draft: Draft) -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(p.heading.split()), p.text) for p in draft.pieces if p.decision.field in ("other", "") and p.text
    )


def _doubts(draft: Draft) -> tuple[str, ...]:
    """Codes of doubts about the table that bear on this row: said once for the table, and named with each row."""
    guessed = any(p.decision.doubtful and p.decision.field not in ("", "other") for p in draft.pieces if p.text)
    return (*draft.doubts, "low-confidence") if guessed else draft.doubts


def _confidence(draft: Draft, notes: Sequence[Note]) -> float:
    sure = min((p.decision.confidence for p in draft.pieces if p.text and p.decision.field), default=0.5)
    doubts = len(draft.doubts) + sum(1 for n in notes if n.severity != "info")
    return round(max(0.0, min(1.0, sure * _DOUBT**doubts)), 2)
