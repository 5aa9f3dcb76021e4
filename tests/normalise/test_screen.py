"""The quick look at every value: whatever it lets pass the pandera models let pass too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.rows import Row, Value
from normalise.schema import COST_KINDS, STATUSES, TABLES
from normalise.schema.screen import is_sound
from normalise.schema.validate import with_findings
from tests.normalise.test_validate import action, tables

NUMBERS = st.one_of(st.none(), st.floats(), st.integers(-2, 2_000))
DATES = st.one_of(st.none(), st.dates())
WORDS = st.sampled_from(["", "plant trees", "fine", *STATUSES[:2], *COST_KINDS[:2]])
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "cost_min_gbp": NUMBERS, "cost_max_gbp": NUMBERS, "confidence": NUMBERS, "page": NUMBERS, "due_date": DATES,
        "start_date": DATES, "status": WORDS, "cost_kind": WORDS, "action": WORDS, "source_file": WORDS,
        "action_id": st.sampled_from(["", "a1", "a2"]),
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=3))
def test_what_the_quick_look_lets_pass_the_models_let_pass(changes: list[dict[str, Value]]) -> None:
    made = tables(*(action(f"{n:012x}", values) for n, values in enumerate(changes)))
    if is_sound(made):
        assert with_findings(made) == made


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_date": date(1809, 3, 31)}, {"confidence": 1.5}, {"status": "fine"}, {"action": ""}, {"page": -1},
        {"cost_min_gbp": 200.0, "cost_max_gbp": 100.0}, {"source_file": ""}, {"cost_min_gbp": float("nan")},
    ],
)  # fmt: skip
def test_what_is_wrong_does_not_pass(wrong: Row) -> None:
    assert is_sound(tables(action("a1", {})))
    assert not is_sound(tables(action("a1", wrong)))


def test_an_action_that_stands_twice_does_not_pass() -> None:
    assert not is_sound(tables(action("a1", {}), action("a1", {})))


def test_a_milestone_out_of_all_time_does_not_pass() -> None:
    step: Row = {field.name: "" for field in TABLES["milestones"]}
    right = {**step, "action_id": "a1", "order": 1, "last_day": date(2026, 3, 31)}
    assert is_sound({**tables(), "milestones": [right]})
    assert not is_sound({**tables(), "milestones": [{**right, "last_day": date(3026, 3, 31)}]})
