"""The values of one draft: time, owners, partners, money, status, indicators, each read from its own column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ingest.model import Note
from normalise.actions.draft import Draft, Piece
from normalise.actions.items import ByItem, by_item, item_notes
from normalise.headings import heading_date, without_dates
from normalise.knowledge import Knowledge
from normalise.model import Milestone, Money, Owner, Period, Timing
from normalise.structure.beside import owner_beside
from normalise.structure.ticks import is_cross, is_tick, says_heading, ticked_status
from normalise.values.dates import TimeContext, combine, read_column, read_heading_date, read_period, read_time
from normalise.values.indicators import read_indicators
from normalise.values.money import read_money
from normalise.values.owners import Names, read_owners
from normalise.values.partners import read_partners
from normalise.values.status import Colours, opening_status, read_status

_TELLING = frozenset(("action", "objective", "theme", "output", "outcome", "measure"))
"""Fields whose cells say more than an owner, where a heading joins the two."""
_PERCENT = re.compile(r"%|\bper ?cent", re.IGNORECASE)
_EITHER = "xX☒*+"
"""Marks that say yes where one of several columns is marked, and may say no in one by itself."""
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?")
_REVISED = re.compile(r"\b(?:revised|new|extended|amended|updated|latest|current|forecast|re-?set)\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"\b(?:original|initial|previous|baseline)\w*\b", re.IGNORECASE)
_LOGGED = re.compile(r"\b(?:meeting|raised|logged|agreed|opened|minuted?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Values:
    """Everything read out of one draft; notes know the place of the cell they speak of."""

    timing: Timing
    completed: Timing
    owners: tuple[Owner, ...]
    partners: tuple[str, ...]
    money: Money
    status: str
    indicators: tuple[str, ...]
    notes: tuple[Note, ...]


def read_values(draft: Draft, knowledge: Knowledge) -> Values:
    """Read every value of a draft; nothing is made up, every doubt is a note."""
    notes: list[Note] = []
    context = _in_row(draft, knowledge.time)
    items = by_item(draft, context)
    notes.extend(item_notes(draft, items))
    timing = _timed_items(items, context) if items.labels else _timing(draft, context, notes)
    completed = _first_timing(_pieces(draft, "completed"), "completed", context, notes)
    owners = _owners(draft, items, knowledge.names, notes)
    money = _money(draft, notes)
    status = _status(draft, knowledge, timing, completed, notes)
    partners = tuple(dict.fromkeys(p for piece in draft.of("partners") for p in _partners(piece.text, knowledge)))
    indicators = tuple(
        dict.fromkeys(
            i
            for f in ("links", "measure", "output", "outcome", "evidence")
            for p in draft.of(f)
            for i in read_indicators(p.text)
        )
    )
    return Values(timing, completed, owners, partners, money, status, indicators, tuple(notes))


def _partners(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    return read_partners(text, wrapped=knowledge.wrapped, known=knowledge.partners)


def _in_row(draft: Draft, context: TimeContext) -> TimeContext:
    """The context with the day a log's row was written, where a column says it gives that day.

    A title over the rows that is a period ("2026/27") is theirs.
    """
    if (period := _period_of(draft.theme)).start:
        context = replace(context, period=period)
    for piece in draft.pieces:
        if piece.decision.field in ("ref", "other") and _LOGGED.search(piece.heading):
            said = read_time(piece.text, context)
            if said.kind == "deadline" and said.precision == "day" and _within(said.due, context.period):
                return replace(context, row_date=said.due)
    return context


@lru_cache(maxsize=1_000)
def _period_of(theme: str) -> Period:
    return read_period((theme,)) if any(map(str.isdigit, theme)) and heading_date(theme) else Period()


def _within(day: date | None, period: Period) -> bool:
    return day is not None and not (period.start and day < period.start) and not (period.end and day > period.end)


def _at(piece: Piece, notes: tuple[Note, ...]) -> list[Note]:
    return [replace(n, place=piece.cell.place) for n in notes]


def _timing(draft: Draft, context: TimeContext, notes: list[Note]) -> Timing:
    finish = _first_timing(_newest_first(draft, "timescale"), "timescale", context, notes)
    steps = _steps(draft, context, notes)
    if finish.kind in ("none", "unparsed") and (steps.due or finish.kind == "none"):
        finish = steps if steps.kind != "unparsed" else finish
    elif len(steps.milestones) > 1 and not finish.milestones:
        finish = replace(finish, milestones=steps.milestones)
    start = _first_timing(_pieces(draft, "start"), "start", context, notes)
    return combine(start if draft.of("start") else None, finish)


def _timed_items(items: ByItem, context: TimeContext) -> Timing:
    """The dates that the items of an action end with, as steps of it."""
    said = [(label, words, read_time(words, context)) for label, words in zip(items.labels, items.times, strict=True)]
    steps = tuple(Milestone(label, words, t.due, t.precision) for label, words, t in said if t.due)
    last = max(steps, key=lambda m: m.last_day or date.min, default=Milestone("", "", None))
    notes = tuple(note for _, _, t in said for note in t.notes)
    return Timing("milestones" if steps else "unparsed", None, last.last_day, last.precision, steps, notes)


def _steps(draft: Draft, context: TimeContext, notes: list[Note]) -> Timing:
    """What the columns of milestones say together, and the steps whose dates stand in the headings."""
    said = _pieces(draft, "milestones")
    dated = tuple(step for p in (*said, *(p for p in draft.pieces if p.barred)) if (step := _headed_step(p, context)))
    if not dated:
        return _first_timing(said, "milestones", context, notes)
    dated = tuple(sorted(dated, key=lambda m: m.last_day or date.min))
    last = dated[-1]
    kind = "deadline" if len(dated) == 1 else "milestones"
    return Timing(kind, due=last.last_day, precision=last.precision, milestones=dated)


def _headed_step(piece: Piece, context: TimeContext) -> Milestone | None:
    """A column headed by a date or quarter: its cell is the label of a step on that date, a mere tick none."""
    label = " ".join(piece.text.split())
    for heading in _dated_headings(piece.heading):
        if step := read_heading_date(heading, context):
            return replace(step, label="" if is_tick(label) else label)
    return None


def _dated_headings(heading: str) -> list[str]:
    """The heading, and its last line alone, with the year of the group above it where that gives one."""
    group, _, own = heading.rpartition("\n")
    year = _YEAR.search(group)
    return [heading, *([f"{own} {year[0]}"] if year else []), *([own] if group else [])]


def _pieces(draft: Draft, field: str) -> list[Piece]:
    """The pieces of a field; else those whose heading joins it to another."""
    return draft.of(field) or [p for p in draft.pieces if p.decision.also == field and p.text]


def _newest_first(draft: Draft, field: str) -> list[Piece]:
    """The pieces of a field, those that revise the others first and the original ones last."""
    return sorted(
        _pieces(draft, field), key=lambda p: (not _REVISED.search(p.heading), bool(_ORIGINAL.search(p.heading)))
    )


def _first_timing(pieces: Sequence[Piece], field: str, context: TimeContext, notes: list[Note]) -> Timing:
    """The first of these columns that gives a date; else the first that says anything."""
    best = Timing()
    for piece in pieces:
        found = read_column(field, piece.text, context)
        if found.kind == "none" or (best.kind != "none" and not (found.due and not best.due)):
            continue
        best = replace(found, notes=tuple(_at(piece, found.notes)))
    notes.extend(best.notes)
    return best


def _owners(draft: Draft, items: ByItem, names: Names, notes: list[Note]) -> tuple[Owner, ...]:
    """The owners of the columns that name them, each item's by itself where they stand so."""
    found: dict[tuple[str, str, str], Owner] = {}
    columns = draft.of("lead") or [p for p in draft.pieces if p.decision.also == "lead" and p.text]
    said = [(p, owner_beside(p.text) if p.decision.field in _TELLING else p.text) for p in columns]
    over = next(iter(columns or draft.of("action")), None)
    for piece, text in [(over, words) for words in items.owners if over] or said:
        owners, doubts = read_owners(text, names)
        notes.extend(_at(piece, doubts))
        for o in owners:
            found.setdefault((o.person, o.role, o.organisation), o)
    return tuple(found.values())


def _money(draft: Draft, notes: list[Note]) -> Money:
    """The first resources column that holds a sum; else the first that says anything. Columns are never added up."""
    best = Money()
    for piece in draft.of("resources"):
        money = read_money(piece.text)
        notes.extend(_at(piece, money.notes))
        has_sum = money.least is not None or money.most is not None
        if not best.kind or (has_sum and best.least is None and best.most is None):
            best = money
    return best


def _status(draft: Draft, knowledge: Knowledge, timing: Timing, completed: Timing, notes: list[Note]) -> str:
    key = dict(knowledge.key)
    columns = _latest_first([p for p in draft.pieces if "status" in (p.decision.field, p.decision.also)])
    if len(columns) > 1:
        columns = [p for p in columns if not is_cross(p.text)]
    ticked = [p for p in columns if says_heading(p.heading, p.text)]
    if len({ticked_status(p.heading) for p in ticked}) > 1:
        notes.extend(_at(ticked[0], (_several_ticked(ticked),)))
        return ""
    for piece in columns:
        if code := _ticked(piece, chosen=len(columns) > 1):
            return code
        status = read_status(
            _with_percent(piece), Colours(piece.cell.fill, piece.cell.colour, piece.cell.highlight), key
        )
        notes.extend(_at(piece, status.notes))
        if status.code:
            return status.code
    if not columns:
        for piece in draft.of("progress"):
            if code := opening_status(piece.text):
                return code
    done = any(_ticked(p, chosen=False) == "complete" for p in draft.of("completed"))
    finished = completed.due or timing.kind == "complete" or done
    return "complete" if finished and not any(p.text for p in columns) else ""


def _several_ticked(ticked: Sequence[Piece]) -> Note:
    said = " and ".join(dict.fromkeys(f"“{p.text}”" for p in ticked))
    return Note(
        "status-several", f"Several statuses are ticked: {said}.",
        "Ask which one holds, and enter it; none was taken.",
    )  # fmt: skip


def _with_percent(piece: Piece) -> str:
    """The cell's words; a bare number under a heading of per cent ("% complete") with that sign."""
    number = piece.text.strip()
    return f"{number}%" if number.isdecimal() and _PERCENT.search(piece.heading) else piece.text


def _latest_first(columns: list[Piece]) -> list[Piece]:
    """Columns whose headings differ by their time alone ("Q1 RAG", "Q2 RAG"), which run onwards, from the last."""
    low = [" ".join(p.heading.casefold().split()) for p in columns]
    timed = len(set(low)) > 1 and len(set(map(without_dates, low))) == 1
    return columns[::-1] if timed else columns


def _ticked(piece: Piece, *, chosen: bool) -> str:
    """The status of a heading that its cell ticks ("Done?": "Yes"); an x does where one of several is `chosen`."""
    if not is_tick(piece.text) or is_cross(piece.text) or (not chosen and piece.text.strip()[0] in _EITHER):
        return ""
    return ticked_status(piece.heading)
