"""The rows under a header: which are themes, which are actions, and which belong together as one action."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.text import squash
from normalise.headings import kind
from normalise.structure.beneath import with_beneath
from normalise.structure.header import Header, repeats
from normalise.structure.lone import with_titles
from normalise.structure.rows import BodyRow, field_columns
from normalise.structure.stated import stated_in_banner
from normalise.structure.titles import is_theme, like_title, says_theme, theme_text
from normalise.structure.view import TableView
from normalise.structure.wide import is_wide, wide_title

_TOTAL = re.compile(r"(?:grand |sub-?)?total\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:(?:there (?:are|were) )?no (?:(?:further|new|other|outstanding|specific) )?(?:actions?|recommendations?)"
    r"(?: (?:required|identified|outstanding|needed|agreed|arising|recorded|at this|from th|for th|in th)[\w ]{0,40})?"
    r"|none(?: (?:required|identified|at present))?|nil|n/?a|-|–)\.?",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;)][\"'”’]?$")
_FIGURES = frozenset(("sums", "numbers", "references", "figures", "open"))
_ANSWERED = frozenset(("lead", "timescale", "resources"))
"""An aim with one of these of its own is to be done, though nothing stands under actions."""
_SECTIONS = frozenset(("theme", "objective"))


def read_body(view: TableView, header: Header, fields: tuple[str, ...], until: int) -> tuple[BodyRow, ...]:
    """What each row below the header is; `fields` has the field of each column, `until` is the row to stop before."""
    rows: list[BodyRow] = []
    for row in range(header.last + 1, until):
        rows.append(_read_row(view, row, header, fields))
    rows = _rejoined(view, with_beneath(view, rows), fields)
    return tuple(_continued(with_titles(view, rows, fields)))


def _rejoined(view: TableView, rows: list[BodyRow], fields: tuple[str, ...]) -> list[BodyRow]:
    """Rows that take up the sentence of the row above, where that is no habit: most actions begin with a capital."""
    actions = [r for r in rows if r.kind == "action"]
    small = sum(_words(view, r.row, fields)[:1].islower() for r in actions)
    if small * 3 > len(actions):
        return rows
    for i, (above, found) in enumerate(pairwise(rows), 1):
        if found.kind == "action" and _goes_on(view, above, found.row, fields):
            rows[i] = BodyRow(found.row, "more", guessed=True)
    return rows


def _words(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    return " ".join(view.texts[row][i] for i in field_columns(fields, "action")).strip()


def _continued(rows: list[BodyRow]) -> list[BodyRow]:
    """A row that would continue an action continues none directly under a theme: it is a template."""
    seen_action = False
    for i, found in enumerate(rows):
        if found.kind == "more" and not seen_action:
            rows[i] = BodyRow(found.row, "template")
        seen_action = found.kind == "action" or (seen_action and found.kind != "theme")
    return rows


def _goes_on(view: TableView, above: BodyRow, row: int, fields: tuple[str, ...]) -> bool:
    """Whether a row takes up a sentence that the row above broke off, as where a page cuts a row in two."""
    if above.kind not in ("action", "more") or any(view.texts[row][i] for i in field_columns(fields, "ref")):
        return False
    if all(view.texts[row][i] for i in field_columns(fields, "lead", "timescale")):
        return False
    before, now = _words(view, above.row, fields), _words(view, row, fields)
    return bool(before) and now[:1].islower() and not before[:1].islower() and not _ENDED.search(before)


def _read_row(view: TableView, row: int, header: Header, fields: tuple[str, ...]) -> BodyRow:
    own = view.own(row)
    if not own:
        return BodyRow(row, "more" if any(view.texts[row]) else "blank")
    if repeats(view, row, header):
        return BodyRow(row, "header")
    if len(own) == 1 and (span := _spanning(view, row, fields)):
        return span
    if wide := wide_title(view, row):
        return BodyRow(row, "theme", wide.text)
    if any(is_wide(view, row, i) and not view.starts_here(row, i) for i in field_columns(fields, "action")):
        return BodyRow(row, "template")
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
    if across or (field in ("theme", "ref", "") and like_title(text)) or (field != "action" and says_theme(text)):
        titled = is_theme(theme_text(text)) or not stated_in_banner(text)[0]
        return BodyRow(row, "theme" if titled else "prose", text)
    if field == "action" and (says_theme(text) or (text.isupper() and like_title(text))):
        return BodyRow(row, "theme", text)
    return None


def _read_action(view: TableView, row: int, fields: tuple[str, ...]) -> BodyRow:
    columns = field_columns(fields, "action")
    texts = [view.texts[row][i] for i in columns]
    fresh = [i for i in columns if view.texts[row][i] and view.starts_here(row, i)]
    if _adds_up(view, row):
        return BodyRow(row, "total")
    if fresh:
        nothing = _NOTHING.fullmatch(squash(view.texts[row][fresh[0]]))
        return BodyRow(row, "nothing" if nothing else "action")
    if any(texts):
        return BodyRow(row, "more")
    return BodyRow(row, _without_action(view, row, fields))


def _adds_up(view: TableView, row: int) -> bool:
    """Whether a row begins with the word total and holds nothing else but figures."""
    first, *others = view.own(row)
    return bool(_TOTAL.match(squash(first.text))) and all(kind(c.text) in _FIGURES for c in others)


def _without_action(view: TableView, row: int, fields: tuple[str, ...]) -> str:
    """A row with no action text: a blank template where it has a number of its own; else it continues the one above."""
    said = {fields[view.column_of(c, row)] for c in view.own(row)}
    aims = [view.texts[row][i] for i in field_columns(fields, "objective") if view.starts_here(row, i)]
    if said & _ANSWERED and any(text[:1].isupper() for text in aims):
        return "action"
    if said & _SECTIONS and said <= {*_SECTIONS, "ref", ""}:
        return "section"
    return "template" if "ref" in said or said == {""} else "more"
