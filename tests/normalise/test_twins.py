"""The same plan in two formats is flagged once, a plan that only resembles it is not."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from normalise.rows import Row, table_rows
from normalise.twins import CODE, find_twins, flag_twin, keys_of
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Lead | By when"
ROWS = (
    "Plant trees | Bo Ray | 2026",
    "Cut grass | Ann Lee | 2026",
    "Sweep roads | Ann Lee | 2026",
    "Mend walls | Bo Ray | 2026",
)


def keys(*rows: str) -> array[int]:
    return keys_of(a.action for a in read(document(table(HEAD, *rows))).actions)


def test_the_second_of_two_alike_is_found_whatever_its_punctuation() -> None:
    assert find_twins([keys(*ROWS), keys(*(r.replace("trees", "Trees.") for r in ROWS))]) == {1: 0}


def test_a_twin_says_so_with_its_actions() -> None:
    tables = table_rows([read(document(table(HEAD, *ROWS)))], [])
    flagged = flag_twin(tables, "a.pdf", "a.doc")
    assert [row["review"] for row in flagged["actions"]] == [(*_codes(row), CODE) for row in tables["actions"]]
    assert (flagged["review"][0]["code"], flagged["review"][0]["source_file"]) == (CODE, "a.pdf")
    assert "a.doc" in str(flagged["review"][0]["message"])


def _codes(row: Row) -> tuple[str, ...]:
    codes = row["review"]
    assert isinstance(codes, tuple)
    return codes


def test_three_alike_are_counted_once() -> None:
    assert find_twins([keys(*ROWS)] * 3) == {1: 0, 2: 0}


def test_plans_that_share_half_their_actions_are_two_plans() -> None:
    other = (
        "Plant trees | Bo Ray | 2027",
        "Cut grass | Ann Lee | 2027",
        "Build homes | Ann Lee | 2027",
        "Teach | Bo | 2027",
    )
    assert find_twins([keys(*ROWS), keys(*other)]) == {}


def test_two_actions_alike_prove_nothing() -> None:
    assert find_twins([keys(*ROWS[:2])] * 2) == {}


@given(st.lists(st.frozensets(st.integers(0, 9), max_size=8), max_size=8))
def test_no_twin_is_missed_for_asking_about_the_rarest_actions_only(plans: list[frozenset[int]]) -> None:
    found = find_twins([sorted(plan) for plan in plans])
    for number, plan in enumerate(plans):
        alike = [
            n for n, other in enumerate(plans[:number])
            if n not in found and len(plan & other) >= 0.8 * max(len(plan), len(other)) and len(plan) >= 3
        ]  # fmt: skip
        assert (number in found) == bool(alike)
        assert number not in found or found[number] in alike
