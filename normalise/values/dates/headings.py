"""Columns headed by a date: `Q1 2012/13`, `April 2013`, `By March 2026`."""

from __future__ import annotations

import re

from normalise.model import Milestone
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import dated, dated_items
from normalise.values.dates.scan import scan
from normalise.values.dates.steps import steps
from normalise.values.dates.years import fill
from normalise.values.folding import fold

_NO_CONTEXT = TimeContext()
_WORD = re.compile(r"[^\W\d_]+")
_OWN_WORDS = frozenset(
    "by end of the in during to for from milestone milestones action actions step steps due delivery deliver erbyn diwedd".split()
)


def read_heading_date(text: str, context: TimeContext = _NO_CONTEXT) -> Milestone | None:
    """The milestone a column's heading dates, with an empty label; None where the heading is not just one date."""
    parts = scan(text)
    items = [dated(item, context) for item in fill(dated_items(parts, context), parts.marks, context)]
    made = steps(items, parts.marks)
    if len(made) != 1 or made[0].last is None:
        return None
    around = text[: parts.begins[made[0].items[0].core]] + " " + text[parts.ends[made[0].end - 1] :]
    if not _OWN_WORDS.issuperset(_WORD.findall(fold(around))):
        return None
    return Milestone("", " ".join(text.split()), made[0].last, made[0].precision)
