"""Which field a column holds, which row is a header and which table holds actions."""

from normalise.headings.contents import kind, kind_of
from normalise.headings.decide import decide
from normalise.headings.evidence import fits
from normalise.headings.header_rows import field_named, header_score, is_heading_like, names_field
from normalise.headings.model import LINE, Column, Decision
from normalise.headings.periods import heading_date, without_dates
from normalise.headings.tables import decoy_heads, table_score
from normalise.headings.wording import key as heading_key

__all__ = [
    "LINE", "Column", "Decision", "decide", "decoy_heads", "field_named", "fits", "header_score", "heading_date",
    "heading_key", "is_heading_like", "kind", "kind_of", "names_field", "table_score",
    "without_dates",
]  # fmt: skip
