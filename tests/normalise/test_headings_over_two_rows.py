"""Headings in two rows whose cells no file merges."""

from __future__ import annotations

from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "No. | Action | Who | | When | | Measure"
ROWS = (
    "1 | Plant trees | Town Clerk | Shelter | April 2026 | May 2027 | Shade",
    "2 | Mend paths | Ann Lee | | | | Use",
)


def test_a_row_that_fills_the_blanks_of_the_headings_divides_those_beside_them() -> None:
    plan = read(
        document("# Anytown Plan", table(HEAD, " | | Lead officer | Partners | Start date | End date | ", *ROWS))
    )
    assert [(a.ref, a.lead, a.partners, a.start, a.timescale, a.measure) for a in plan.actions] == [
        ("1", "Town Clerk", "Shelter", "April 2026", "May 2027", "Shade"),
        ("2", "Ann Lee", "", "", "", "Use"),
    ]


def test_a_row_beneath_that_leaves_a_blank_heading_blank_or_fills_others_is_none() -> None:
    plan = read(
        document("# Anytown Plan", table(HEAD, "1 | Plant trees | Lead partner | Lead team | Now | Later | ", *ROWS))
    )
    assert [a.action for a in plan.actions] == ["Plant trees", "Plant trees", "Mend paths"]
