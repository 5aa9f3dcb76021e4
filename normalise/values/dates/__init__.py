"""Time: target dates, starts, ends, steps, and the plan's own period, read by the data contract's section Time."""

from normalise.values.dates.columns import combine, read_column
from normalise.values.dates.context import TimeContext
from normalise.values.dates.headings import read_heading_date
from normalise.values.dates.periods import document_date, read_period
from normalise.values.dates.reading import read_time
from normalise.values.dates.terms import school_year, spring_term_ends

__all__ = [
    "TimeContext", "combine", "document_date", "read_column", "read_heading_date", "read_period", "read_time",
    "school_year", "spring_term_ends",
]  # fmt: skip
