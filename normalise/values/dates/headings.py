"""Columns headed by a date: `Q1 2012/13`, `April 2013`, `By March 2026`."""

from __future__ import annotations

import re

from normalise.model import Milestone
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import dated_items
from normalise.values.dates.reading import steps_of
from normalise.values.dates.scan import scan
from normalise.values.dates.steps import precision
from normalise.values.dates.wording import Wording
from normalise.values.dates.words import HEADING_WORDS
from normalise.values.folding import fold

_NO_CONTEXT = TimeContext()
_WORD = re.compile(r"[^\W\d_]+")


def read_heading_date(text: str, context: TimeContext = _NO_CONTEXT) -> Milestone | None:
    """The milestone a column's heading dates, with an empty label; None where the heading is not just one date."""
    parts = scan(text)
    made = steps_of(parts, dated_items(parts, context), context)
    if len(made) != 1 or made[0].last is None:
        return None
    begin, end = Wording(parts).place(made[0].opening.core, made[0].end)
    around = f"{text[:begin]} {text[end:]}"
    if not HEADING_WORDS.issuperset(_WORD.findall(fold(around))):
        return None
    return Milestone("", " ".join(text.split()), made[0].last, precision(made[0].closing))
