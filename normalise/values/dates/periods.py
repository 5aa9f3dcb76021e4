"""The plan's own period and the document's own date, from its title and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from normalise.model import Period
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import dated_items
from normalise.values.dates.reading import steps_of
from normalise.values.dates.scan import Scan, scan
from normalise.values.dates.steps import Step
from normalise.values.dates.wording import Wording

_NO_CONTEXT = TimeContext()
_PERIOD_UNITS = ("financial_year", "academic_year", "years", "twelvemonth")
_LONGEST = 30
_DATED = re.compile(
    r"\b(?:as (?:at|of|on)|as(?= [0-9])|updated?|revised|reviewed|dated|issued?|published|approved|version|draft|"
    r"meeting|report|minutes|date|prepared|correct at|last)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:by|until|till|before|from|since|due|review date|next|target)\s*:?\s*$", re.IGNORECASE)


def read_period(texts: Sequence[str]) -> Period:
    """The first explicit period among a plan's title and headings, in the order given.

    `2024-2027`, `2023/24`, `April 2024 to March 2027` are periods; `July 2009-10` begins on 1 July 2009 and lasts a
    year. A lone year or month is not one.
    """
    for text in texts:
        for _, step in _steps(text):
            if step.first and step.last and _is_period(step):
                return Period(step.first, step.last)
    return Period()


def _is_period(step: Step) -> bool:
    if step.first is None or step.last is None or not 0 < (step.last - step.first).days < 366 * _LONGEST:
        return False
    return step.ranged or step.opening.moment.unit in _PERIOD_UNITS


def document_date(texts: Sequence[str]) -> date | None:
    """The day a document says it is of: `as at 2 Sept 2011`, `updated 5th June 2013`, `May 2012`.

    A month stands for its last day. Dates with such words before them come first, then one that stands alone with
    no plan for the future about it; None where there is neither.
    """
    alone: date | None = None
    for text in texts:
        for parts, step in _steps(text):
            if step.ranged or step.opening.moment.unit not in ("day", "month") or step.opening.moment.edge:
                continue
            before = text[: Wording(parts).place(step.opening.core, step.end)[0]]
            if _PLANNED.search(before):
                continue
            if _DATED.search(before):
                return step.last
            alone = alone or step.last
    return alone


def _steps(text: str) -> Iterator[tuple[Scan, Step]]:
    parts = scan(text)
    yield from ((parts, step) for step in steps_of(parts, dated_items(parts, _NO_CONTEXT), _NO_CONTEXT))
