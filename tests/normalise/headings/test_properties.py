"""What must make no difference to the fields that come out."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalise.headings import LINE, Column, Decision, decide, header_score, kind_of, table_score
from normalise.headings.lexicon import sections
from normalise.schema import HOW, TEXT_FIELDS
from tests.normalise.headings.columns import columns, fields

TABLE = columns(
    "Ref :: 1; 2; 3",
    "Aim :: To reduce waste; Improve homes",
    "Action :: Write to schools; Plant trees on verges",
    "Lead Officer :: Jill Ferris; Head of Planning",
    "Delivery partners :: Environment Agency; Police",
    "Target date :: March 2024; Ongoing",
    "Cost :: £500; Staff time",
    "RAG :: Red; Green",
    "Comments :: The work began in May.; No change.",
)
PLAIN = [d.field for d in decide(TABLE)]
headings = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
cells = st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), max_size=5).map(tuple)


@given(st.lists(st.builds(Column, headings, cells), max_size=8))
def test_any_table_gives_one_decision_a_column(table: list[Column]) -> None:
    decisions = decide(table)
    assert len(decisions) == len(table)
    assert all(d.field in (*TEXT_FIELDS, "other", "") and d.how in HOW and 0 <= d.confidence <= 1 for d in decisions)
    assert 0 <= table_score(decisions, table)[0] <= 1
    assert 0 <= header_score([c.heading for c in table]) <= 1


@example([Column("", ("0", "")), Column(" ", ("0", ""))], random.Random(0))
@given(st.lists(st.builds(Column, headings, cells), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_columns_makes_no_difference(table: list[Column], rnd: random.Random) -> None:
    shuffled = rnd.sample(table, len(table))
    assert _by_column(table) == _by_column(shuffled)


def _by_column(table: list[Column]) -> dict[Column, set[Decision]]:
    found: dict[Column, set[Decision]] = {}
    for column, decision in zip(table, decide(table), strict=True):
        found.setdefault(column, set()).add(decision)
    return found


@given(
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from([" ", "  ", "\n", "\u00a0", "-"]),
    st.sampled_from(["", ":", ".", "*", "?", " –", "¹"]),
    st.sampled_from(["", "5.", "b) ", " ", "("]),
)
def test_case_spacing_and_punctuation_make_no_difference(case: object, space: str, end: str, start: str) -> None:
    assert callable(case)
    table = [Column(start + case(c.heading).replace(" ", space) + end, c.values) for c in TABLE]
    assert [d.field for d in decide(table)] == PLAIN


@pytest.mark.parametrize("position", range(len(TABLE)))
def test_exact_names_of_a_field_stand_for_one_another(position: int) -> None:
    for name in _names(PLAIN[position]):
        table = [*TABLE]
        table[position] = Column(name, TABLE[position].values)
        assert [d.field for d in decide(table)] == PLAIN, name


def _names(field: str) -> list[str]:
    exact = sections()[field]["exact"]
    assert isinstance(exact, list)
    return [str(name) for name in exact]


def test_a_column_that_holds_only_blanks_is_no_kind() -> None:
    assert kind_of(["", "\n"]) == {}


def test_the_same_table_is_decided_the_same_way_again() -> None:
    assert decide(TABLE) == decide(TABLE)
    assert all(d.confidence >= LINE for d in decide(TABLE))


def test_extra_columns_that_are_not_known_leave_the_others_alone() -> None:
    assert [d.field for d in decide([*TABLE, *columns("Zebra :: stripes; spots")])][: len(PLAIN)] == PLAIN


def test_a_hostile_heading_is_read_in_reasonable_time() -> None:
    assert len(fields("(" * 100_000 + " :: x", "Lead officer " * 10_000 + ":: y")) == 2
