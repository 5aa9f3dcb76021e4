"""The rows under a header: which are themes, which are actions, and which belong together as one action."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text import squash
from normalise.structure.header import Header, repeats
from normalise.structure.view import TableView

_SAYS_THEME = re.compile(
    r"(?:strategic |key |corporate )?"
    r"(?:theme|priority|objective|aim|section|part|strand|pillar|goal|outcome|workstream)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |sub-?)?total\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:no (?:further )?actions?(?: (?:required|identified|outstanding))?|none|nil|n/?a|-|–)\.?", re.IGNORECASE
)
_LONGEST_THEME = 30
"""Words: a spanning row longer than this, or one of several sentences, is prose."""


WHY_LEFT = {
    "prose": "a row of prose that spans the table",
    "total": "a total row",
    "nothing": "a row that says there is no action",
    "template": "a row with no action text",
    "section": "a row with no action text",
    "theme": "a section title with no action directly under it",
    "more": "a row with no action text",
}
"""Why a row of each of these kinds became no action."""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row (index) of a table and its kind: header, theme, prose, blank, action, more, total, nothing, template.

    `more` continues the action above it. `text` is the theme's or prose's text.
    """

    row: int
    kind: str
    text: str = ""


def read_body(view: TableView, header: Header, fields: tuple[str, ...], until: int) -> tuple[BodyRow, ...]:
    """What each row below the header is; `fields` has the field of each column, `until` is the row to stop before."""
    rows: list[BodyRow] = []
    seen_action = False
    for row in range(header.last + 1, until):
        found = _read_row(view, row, header, fields)
        if found.kind == "more" and not seen_action:
            found = BodyRow(row, "template")
        if found.kind == "action":
            seen_action = True
        elif found.kind == "theme":
            seen_action = False
        rows.append(found)
    return tuple(rows)


def _read_row(view: TableView, row: int, header: Header, fields: tuple[str, ...]) -> BodyRow:
    own = view.own(row)
    if not own:
        return BodyRow(row, "more" if any(view.texts[row]) else "blank")
    if repeats(view, row, header):
        return BodyRow(row, "header")
    if len(own) == 1 and (span := _spanning(view, row, fields)):
        return span
    return _read_action(view, row, fields)


def _spanning(view: TableView, row: int, fields: tuple[str, ...]) -> BodyRow | None:
    cell = view.own(row)[0]
    text = cell.text
    column = view.column_of(cell, row)
    across = cell.col_span > max(1, view.width - 2) or view.distinct(row) == 1
    if _TOTAL.match(text):
        return BodyRow(row, "total")
    if _NOTHING.fullmatch(text):
        return BodyRow(row, "nothing")
    others_reach_down = any(t and not view.starts_here(row, i) for i, t in enumerate(view.texts[row]))
    if others_reach_down and not across:
        return None
    field = fields[column]
    if across or (field in ("theme", "ref", "") and _like_title(text)) or (field != "action" and _says_theme(text)):
        return BodyRow(row, "theme" if is_theme(text) else "prose", text)
    if field == "action" and (_says_theme(text) or (text.isupper() and _like_title(text))):
        return BodyRow(row, "theme", text)
    return None


def _like_title(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", text)) and is_theme(text)


def _says_theme(text: str) -> bool:
    return bool(_SAYS_THEME.match(text)) and is_theme(text)


def is_theme(text: str) -> bool:
    """Whether a text standing alone reads as a section's title rather than prose."""
    line = squash(text)
    sentences = len(re.findall(r"[.!?](?:\s|$)", line))
    return len(line.split()) <= _LONGEST_THEME and not (sentences > 1 or (sentences == 1 and len(line.split()) > 14))


def _read_action(view: TableView, row: int, fields: tuple[str, ...]) -> BodyRow:
    columns = [i for i, f in enumerate(fields) if f == "action"]
    texts = [view.texts[row][i] for i in columns]
    fresh = [i for i in columns if view.texts[row][i] and view.starts_here(row, i)]
    if fresh:
        first = squash(view.texts[row][fresh[0]])
        if _NOTHING.fullmatch(first):
            return BodyRow(row, "nothing")
        if _TOTAL.match(squash(view.own(row)[0].text)) and len(first.split()) <= 3:
            return BodyRow(row, "total")
        return BodyRow(row, "action")
    if any(texts):
        return BodyRow(row, "more")
    return BodyRow(row, _without_action(view, row, fields))


def _without_action(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    """A row with no action text: a number alone is a blank template row; anything else continues the action above."""
    said = {fields[view.column_of(c, row)] for c in view.own(row)}
    if said <= {"ref", ""}:
        return "template"
    if said <= {"theme", "objective", "ref", ""}:
        return "section"
    if any(_TOTAL.match(squash(c.text)) for c in view.own(row)[:1]):
        return "total"
    return "more"
