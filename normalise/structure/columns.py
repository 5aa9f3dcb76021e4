"""What the columns of a table hold, settled by what its rows show where the headings alone mislead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from normalise.headings import Column, Decision, decide, heading_key, kind
from normalise.structure.header import Header
from normalise.structure.ticks import with_ticks
from normalise.structure.titles import like_title
from normalise.structure.view import TableView

FILE = Path(__file__).with_name("columns.toml")
_MOSTLY = 0.6
_BARE = 0.25
"""Share of the cells that say nothing but an answer, from which on the column tells no actions."""
_FEW_WORDS = 6
_SURE = 0.95
_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
_TELLS = frozenset(("deeds", "sentences", "aims", "dated", "texts"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _answer(words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    before, said, after = (_any(words[name]) for name in ("before", "words", "after"))
    pattern = rf"(?:(?:{before}) )?(?:{said})\b(?: (?:{after})\b)?[.;:,!–-]*(?P<more>.*)"
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_WORDS = tomllib.loads(FILE.read_text(encoding="utf-8"))
_ANSWER = _answer(_WORDS["answers"])
_INVOLVED = re.compile(rf"\b(?:{_any(_WORDS['involved']['words'])})\b", re.IGNORECASE)
_REVIEW = re.compile(rf"\b(?:{_any(_WORDS['reviews']['words'])})\b", re.IGNORECASE)
_POSITION = re.compile(rf"\b(?:{_any(_WORDS['positions']['words'])})\b", re.IGNORECASE)

_NO_TARGET = Decision("other", "contents", 0.8, "timescale", "another column says by when")
_HELPERS = Decision("partners", "contents", 0.8, "lead", "another column says who answers for it")


def settle_columns(
    columns: tuple[Column, ...], corrections: Mapping[str, str], view: TableView, header: Header, until: int
) -> tuple[Decision, ...]:
    """The decisions on a table's columns, with those that its rows show to be something else set right."""
    decisions = _without_answers(columns, decide(columns, corrections), corrections)
    decisions = _without_parents(view, range(header.last + 1, until), decisions)
    decisions = _without_asked(columns, _without_names(columns, decisions))
    decisions = _without_positions(columns, _without_inner(columns, decisions))
    decisions = _without_involved(columns, _without_reviews(columns, _without_logged(columns, decisions)))
    return with_ticks(columns, _sided(view, header, until, decisions))


def _without_answers(
    columns: tuple[Column, ...], decisions: tuple[Decision, ...], corrections: Mapping[str, str]
) -> tuple[Decision, ...]:
    """A column of answers ("Agreed.", "Accepted in part") is how far it is: another column says what is to be done."""
    answers = [i for i, (c, d) in enumerate(zip(columns, decisions, strict=True)) if _answers(c, d)]
    if not answers:
        return decisions
    fixed = {columns[i].heading: "progress" for i in answers if columns[i].heading.strip()}
    again = decide(columns, {**fixed, **corrections})
    why = "its cells answer: they say agreed, accepted or rejected"
    return tuple(
        Decision("progress", "contents", 0.8, decisions[i].field, why) if i in answers else d
        for i, d in enumerate(again)
    )


def _answers(column: Column, decision: Decision) -> bool:
    if decision.how in ("exact", "correction") or not column.values:
        return False
    said = [m for text in column.values if (m := _ANSWER.match(text.strip()))]
    bare = sum(not m["more"].strip() for m in said)
    needed = _BARE if decision.field == "action" else _MOSTLY
    return len(said) >= _MOSTLY * len(column.values) and bare >= needed * len(column.values)


def _without_parents(view: TableView, rows: range, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Of several columns of actions, those whose cells reach down over several rows say what the others are part of."""
    actions = [i for i, d in enumerate(decisions) if d.field == "action" and d.how != "correction"]
    parents = [i for i in actions if _reaches_down(view, rows, i)] if len(actions) > 1 else []
    if not parents or len(parents) == len(actions):
        return decisions
    why = "its cells reach down over several rows of actions beside it"
    free = {"theme", "objective"} - {d.field for d in decisions}
    titles = all(
        like_title(text) and kind(text) not in _TELLS for i in parents for r in rows if (text := view.texts[r][i])
    )
    field = "theme" if "theme" in free and (titles or "objective" not in free) else "objective"
    return tuple(
        Decision(field, "contents", 0.8, "action", why) if i in parents else d for i, d in enumerate(decisions)
    )


def _without_names(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Of two columns of actions, the one that only names what the other says is to be done is the theme."""
    if any(d.field == "theme" for d in decisions):
        return decisions
    actions = [i for i, d in enumerate(decisions) if d.field == "action" and d.how != "correction"]
    told = {i: _told(columns[i]) for i in actions}
    full = [i for i in actions if told[i] >= _MOSTLY]
    named = [i for i in actions if told[i] <= 1 - _MOSTLY and _is_short(columns[i]) and decisions[i].how != "exact"]
    if not full or len(named) != 1:
        return decisions
    why = "it only names what the actions beside it belong to"
    theme = Decision("theme", "contents", 0.8, "action", why)
    return tuple(theme if i in named else d for i, d in enumerate(decisions))


def _without_asked(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Beside the one column whose heading says action, others that may be the aim are it: what was recommended."""
    actions = [i for i, d in enumerate(decisions) if d.field == "action" and d.how != "correction"]
    said = [i for i in actions if _ACTION.search(columns[i].heading)]
    if len(said) != 1 or any(d.field == "objective" for d in decisions):
        return decisions
    why = "the column of actions beside it answers it"
    return tuple(
        Decision("objective", d.how, d.confidence, "action", why)
        if i in actions and i not in said and d.second == "objective" and d.confidence < _SURE
        else d
        for i, d in enumerate(decisions)
    )


def _without_inner(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Of two columns of themes, where none gives an objective, the one that says more different things is it.

    One whose heading is the field's own name ("Theme") stays the theme.
    """
    themes = [i for i, d in enumerate(decisions) if d.field == "theme" and d.how != "correction"]
    if len(themes) != 2 or any(d.field == "objective" for d in decisions):
        return decisions
    outer, inner = sorted(themes, key=lambda i: len(set(columns[i].values)))
    alike = len(set(columns[outer].values)) == len(set(columns[inner].values))
    if alike or decisions[inner].how == "exact":
        return decisions
    why = "another column gives the theme it stands under"
    return tuple(
        replace(d, field="objective", second="theme", why=why) if i == inner else d for i, d in enumerate(decisions)
    )


def _without_positions(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Where the plan stands now is its progress, but before the column of actions what it sets out from."""
    action = next((i for i, d in enumerate(decisions) if d.field == "action"), 0)
    why = "it stands before the actions, which set out from it"
    return tuple(
        replace(d, field="other", second="progress", why=why)
        if i < action and d.field == "progress" and d.how != "correction" and _POSITION.search(columns[i].heading)
        else d
        for i, d in enumerate(decisions)
    )


def _without_logged(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """A column headed "Date" and no more, beside one that says by when, gives the day the row was written."""
    times = [i for i, d in enumerate(decisions) if d.field == "timescale"]
    bare = [i for i in times if _is_bare_date(columns[i], decisions[i])]
    if len(bare) != 1 or not any(_dates(columns[i]) >= _MOSTLY for i in times if i not in bare):
        return decisions
    return tuple(_NO_TARGET if i in bare else d for i, d in enumerate(decisions))


def _without_reviews(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Beside a column that says by when, one of dates on which somebody looks again is no target date."""
    return _but_for(_REVIEW, columns, decisions, _NO_TARGET)


def _without_involved(columns: tuple[Column, ...], decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Beside a column of owners, one of those who are involved is of partners."""
    return _but_for(_INVOLVED, columns, decisions, _HELPERS)


def _but_for(
    words: re.Pattern[str], columns: tuple[Column, ...], decisions: tuple[Decision, ...], told: Decision
) -> tuple[Decision, ...]:
    """The decisions, with columns of one field (the `told` one's second) whose headings say those words as `told`,
    where others of the field say none of them."""
    alike = [i for i, d in enumerate(decisions) if d.field == told.second]
    found = [i for i in alike if decisions[i].how != "correction" and words.search(columns[i].heading)]
    if len(found) == len(alike):
        return decisions
    return tuple(told if i in found else d for i, d in enumerate(decisions))


def _is_bare_date(column: Column, decision: Decision) -> bool:
    return decision.field == "timescale" and decision.how != "correction" and heading_key(column.heading) == "date"


def _dates(column: Column) -> float:
    """The share of a column's cells that are dates."""
    return sum(kind(text) == "dates" for text in column.values) / len(column.values) if column.values else 0.0


def _told(column: Column) -> float:
    """The share of a column's cells that tell of something to be done."""
    return sum(kind(text) in _TELLS for text in column.values) / len(column.values) if column.values else 0.0


def _is_short(column: Column) -> bool:
    return bool(column.values) and median(len(text.split()) for text in column.values) <= _FEW_WORDS


def _sided(view: TableView, header: Header, until: int, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, with a column that has no heading and whose cells reach down over several rows as the theme."""
    if any(d.field == "theme" for d in decisions):
        return decisions
    rows = range(header.last + 1, until)
    why = "the column has no heading, and its cells reach down over several rows"
    return tuple(
        Decision("theme", "contents", 0.8, d.field, why)
        if d.how == "contents" and not header.headings[i].strip() and _reaches_down(view, rows, i)
        else d
        for i, d in enumerate(decisions)
    )


def _reaches_down(view: TableView, rows: range, column: int) -> bool:
    """Whether most of a column's texts stand in cells that cover several rows."""
    cells = {c.place: c for r in rows if (c := view.cell(r, column)).text and c.col_span == 1}
    return sum(c.row_span > 1 for c in cells.values()) * 2 > len(cells)
