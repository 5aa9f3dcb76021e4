"""What a column tells of where things stand now: progress, or the position from which the actions set out."""

from __future__ import annotations

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read

SAID = ("Where are we now?", "No club")


@pytest.mark.parametrize(("head", "row", "progress", "other"), [
    (f"{SAID[0]} | What will we do? | Lead", f"{SAID[1]} | Start a club | Ann Lee", "", (SAID,)),
    (f"Action | Lead | {SAID[0]}", f"Start a club | Ann Lee | {SAID[1]}", SAID[1], ()),
])  # fmt: skip
def test_where_a_plan_stands_is_progress_but_before_its_actions_what_they_set_out_from(
    head: str, row: str, progress: str, other: tuple[tuple[str, str], ...]
) -> None:
    (action,) = read(document("# Plan", table(head, row))).actions
    assert (action.progress, action.other) == (progress, other)
