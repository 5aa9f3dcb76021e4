"""What is known around a time cell: the plan's period, the document's and the row's own dates, school or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from normalise.model import Period

_NO_PERIOD = Period()


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What may settle a year that a cell leaves out, and how to read its seasons.

    `row_date` is the row's own meeting date in a log. `school` is true where the plan is a school's or speaks of
    terms. `spring_ends` is the month the school's spring term ends in, 3 or 4.
    """

    period: Period = _NO_PERIOD
    document_date: date | None = None
    row_date: date | None = None
    school: bool = False
    spring_ends: int = 4

    @property
    def known_year(self) -> int | None:
        """A year in which the plan surely was alive, where there is one."""
        known = self.period.end or self.period.start or self.document_date or self.row_date
        return known.year if known else None

    def unsettling(self) -> TimeContext:
        """The context for times that recur: the year of `31 March each year` is not missing."""
        return replace(self, period=_NO_PERIOD, document_date=None, row_date=None)
