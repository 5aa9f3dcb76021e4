"""Sums in resources cells, what the cells offer, and where the money comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.values.money import read_money

CELLS = [
    line.replace("\\n", "\n").split("|")
    for line in (Path(__file__).parent / "money.tsv").read_text(encoding="utf-8").splitlines()
]
WORDS = "£ 5 , . k m - – to up at least x @ = 200 £5 £1,000 £25k £1.2m £x Nil TBC per year ( ) plus total + 10% balance"


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize(("text", "least", "most"), CELLS)
def test_a_cell_comes_to_its_least_and_its_most(text: str, least: str, most: str) -> None:
    money = read_money(text)
    assert (money.least, money.most) == (number(least), number(most))


@pytest.mark.parametrize(("text", "least", "most"), CELLS)
def test_case_spacing_and_the_kind_of_dash_change_nothing(text: str, least: str, most: str) -> None:
    for other in (text.upper(), text.lower(), text.replace(" ", "\u00a0"), text.replace("–", "-").replace("-", "—")):
        money = read_money(other)
        assert (money.least, money.most) == (number(least), number(most))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("£5,000", "sum"),
        ("£5k - £8k", "range"),
        ("Within existing resources", "existing_budget"),
        ("Core budget", "existing_budget"),
        ("Officer time", "officer_time"),
        ("Staff meeting time", "officer_time"),
        ("None", "none"),
        ("Nil", "none"),
        ("TBC", "tbc"),
        ("Tree fund – TBC", "tbc"),
        ("Lottery bid", "external"),
        ("Exercise books", "text"),
        ("", ""),
        ("–", ""),
    ],
)
def test_a_cell_offers_a_kind_of_resource(text: str, kind: str) -> None:
    assert read_money(text).kind == kind


@pytest.mark.parametrize("text", ["Grant of £x", "£XX,000", "£???", "£TBC", "£00,000", "£"])
def test_a_placeholder_is_noted_and_never_read(text: str) -> None:
    money = read_money(text)
    assert (money.least, money.most, money.kind) == (None, None, "tbc")
    assert [note.code for note in money.notes] == ["money-placeholder"]
    assert "is a placeholder, not a sum" in money.notes[0].message


def test_beside_a_placeholder_a_sum_is_only_the_least() -> None:
    money = read_money("£500 and a grant of £x")
    assert (money.least, money.most) == (500, None)


@pytest.mark.parametrize(
    ("text", "funding"),
    [
        ("£25,000 UKSPF", "UKSPF"),
        ("£151 PTAF", "PTAF"),
        ("£500 (ABC)\nBalance (DEF/GHI)", "ABC; DEF/GHI"),
        ("Household Support Fund", "Household Support Fund"),
        ("£500 funded by the Parish Council", "Parish Council"),
        ("£500 for a worker via ABC and DEF", "ABC and DEF"),
        ("£500 from existing budgets", ""),
        ("£500 TBC", ""),
        ("Officer time", ""),
    ],
)
def test_a_cell_names_where_its_money_comes_from(text: str, funding: str) -> None:
    assert read_money(text).funding == funding


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)))
def test_no_text_makes_reading_fail_and_no_sum_is_below_nothing(text: str) -> None:
    money = read_money(text)
    assert money.least is None or money.least >= 0
    assert money.least is None or money.most is None or money.least <= money.most


@given(st.text(alphabet="abcxyz 0123456789,.-/%", max_size=40))
def test_without_a_sign_or_a_word_for_money_only_a_lone_figure_is_a_sum(text: str) -> None:
    if any(c in "abcxyz%/" for c in text):
        assert read_money(text).most is None
