"""The plan's own period and the document's own date, from its title and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from normalise.model import Period
from normalise.values.dates.context import TimeContext
from normalise.values.dates.items import dated_items
from normalise.values.dates.reading import steps_of
from normalise.values.dates.scan import scan
from normalise.values.dates.steps import Step
from normalise.values.dates.wording import Wording

_NO_CONTEXT = TimeContext()
_PERIOD_UNITS = ("financial_year", "academic_year", "years", "twelvemonth")
_SHORTEST, _LONGEST = 27, 366 * 30
"""Days a plan may last."""

_HEADING_WORDS = 16
"""Words of a text that may still be a title or heading; in longer ones a date may be of anything."""

_NEAR = 80
"""Characters before a date in which stands what it is of."""

_OF_PLAN = re.compile(
    r"\b(?:period|cover(?:s|ing)?|spans?|plan (?:for|runs|is for)|strategy (?:for|runs))\b", re.IGNORECASE
)
_DATED = re.compile(
    r"\b(?:as (?:at|of|on)|as(?= [0-9])|updated?|revised|reviewed|dated|issued?|published|approved|version|draft|"
    r"meeting|report|minutes|date|prepared|correct at|last)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:by|until|till|before|from|since|due|review date|next|target)\s*+(?::\s*+)?$", re.IGNORECASE
)


def read_period(texts: Sequence[str]) -> Period:
    """The first explicit period among a plan's title and headings, in the order given.

    `2024-2027`, `2023/24`, `April 2024 to March 2027` are periods; `July 2009-10` begins on 1 July 2009 and lasts a
    year. A lone year or month is not one, nor is a period inside a sentence that does not say it is the plan's.
    """
    for text in texts:
        heading, said = _is_heading(text), _OF_PLAN.search(text)
        for begin, step in _steps(text):
            if _is_period(step) and (heading or (said and said.end() <= begin)):
                return Period(step.first, step.last)
    return Period()


def _is_period(step: Step) -> bool:
    if step.first is None or step.last is None or not _SHORTEST < (step.last - step.first).days < _LONGEST:
        return False
    return step.ranged or step.opening.moment.unit in _PERIOD_UNITS


def _is_heading(text: str) -> bool:
    return len(text.split()) <= _HEADING_WORDS


def document_date(texts: Sequence[str]) -> date | None:
    """The day a document says it is of: `as at 2 Sept 2011`, `updated 5th June 2013`, `May 2012`.

    A month stands for its last day. Dates with such words before them come first, then one that stands in a heading
    with no plan for the future about it; None where there is neither.
    """
    alone: date | None = None
    for text in texts:
        heading = _is_heading(text)
        for begin, step in _steps(text):
            near = max(0, begin - _NEAR)
            if step.ranged or step.opening.moment.unit not in ("day", "month") or _PLANNED.search(text, near, begin):
                continue
            if step.last and _DATED.search(text, near, begin):
                return step.last
            alone = alone or (step.last if heading else None)
    return alone


def _steps(text: str) -> Iterator[tuple[int, Step]]:
    """The dated steps of a text, each with where it begins."""
    parts = scan(text)
    wording = Wording(parts)
    for step in steps_of(parts, dated_items(parts, _NO_CONTEXT), _NO_CONTEXT):
        yield wording.place(step.opening.core, step.end)[0], step
