"""Numbers before an action's words, in their own column, and named in other actions."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.values.references import linked_references, take_reference, tidy_reference


def refs(*texts: str) -> list[str]:
    return [ref for ref, _ in take_reference(texts)]


def test_numbers_that_run_in_sequence_leave_the_words_however_they_are_marked() -> None:
    assert take_reference(["1. Map trees", "2 Plant trees", "3.Water trees", "10.Fell none"])[:3] == [
        ("1", "Map trees"),
        ("2", "Plant trees"),
        ("3", "Water trees"),
    ]


def test_a_number_out_of_sequence_belongs_to_the_words() -> None:
    texts = ["1. Map trees", "24 hour helpline", "2. Plant trees"]
    assert take_reference(texts) == [("1", "Map trees"), ("", "24 hour helpline"), ("2", "Plant trees")]


@pytest.mark.parametrize(
    "texts",
    [
        ["24 hour helpline", "Plant trees"],
        ["24 hour helpline", "25 volunteers trained"],
        ["3 new wardens", "Plant trees", "12 month review"],
        ["1 April launch", "2 May review"],
        ["KS1 phonics", "KS2 reading"],
        ["Plant 3 trees", "Plant 4 trees"],
        ["1.5 hours of training", "Plant trees"],
        ["50% more trees", "51% fewer stumps"],
        [""],
        [],
    ],
)
def test_counts_dates_and_codes_are_no_references(texts: list[str]) -> None:
    assert take_reference(texts) == [("", text) for text in texts]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1.1 Map", "1.2 Plant", "2.1 Water"], ["1.1", "1.2", "2.1"]),
        (["A1 Map", "A2 Plant", "B1 Water"], ["A1", "A2", "B1"]),
        (["Ai Map", "Aii Plant", "Bi Water"], ["Ai", "Aii", "Bi"]),
        (["2a) Map", "2b) Plant", "3a) Water"], ["2a", "2b", "3a"]),
        (["a) Map", "b) Plant"], ["a", "b"]),
        (["1. Parent", "1.1 Child", "1.2 Child", "2. Parent"], ["1", "1.1", "1.2", "2"]),
        (["1. Parent", "a) Child", "b) Child", "2. Parent"], ["1", "a", "b", "2"]),
        (["1. Map", "2. Plant", "1. Water", "2. Fell"], ["1", "2", "1", "2"]),
        (["1. Map", "2. Plant", "1. Alone in its theme"], ["1", "2", "1"]),
        (["7. Map", "9. Plant", "10. Water"], ["7", "9", "10"]),
        (["1. Map", "Plant", "2. Water"], ["1", "", "2"]),
        (["Action 1: Map", "Action 2: Plant"], ["1", "2"]),
        (["1. Only"], ["1"]),
        (["1 – Map", "2 – Plant"], ["1", "2"]),
    ],
)
def test_every_way_of_numbering_is_read(texts: list[str], expected: list[str]) -> None:
    assert refs(*texts) == expected


def test_a_reference_loses_the_marks_around_it() -> None:
    assert [tidy_reference(t) for t in ("1.", "(a)", "2a)", " 1.1 ", "Ai", "03/2021", "-")] == [
        "1", "a", "2a", "1.1", "Ai", "03/2021", "-",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see 3.2", ("3.2",)),
        ("Plant trees (see also actions A1, A4 and 5.1)", ("A1", "A4", "5.1")),
        ("Links to action 12.", ("12",)),
        ("See 20% more trees", ()),
        ("Plant 3 trees", ()),
    ],
)
def test_other_actions_named_in_a_text_are_links(text: str, links: tuple[str, ...]) -> None:
    assert linked_references(text) == links


@given(st.lists(st.one_of(st.text(max_size=20), st.from_regex(r"[0-9]{1,2}[.) ]? ?[A-Z][a-z]{2,6}")), max_size=12))
def test_no_text_is_lost(texts: list[str]) -> None:
    for text, (ref, rest) in zip(texts, take_reference(texts), strict=True):
        assert ref in text
        assert text.endswith(rest)


def test_many_rows_are_numbered_in_little_time() -> None:
    begin = time.process_time()
    assert refs(*(f"{row * 5 % 997} trees" for row in range(5000)))
    assert time.process_time() - begin < 1


def test_a_list_in_one_action_gives_it_no_number() -> None:
    text = "1. Insulate lofts\n2. Replace boilers"
    assert take_reference([text]) == [("", text)]
    assert take_reference(["1. Insulate lofts\nand walls", "2. Replace boilers"])[0] == (
        "1",
        "Insulate lofts\nand walls",
    )


def test_numbers_that_run_over_several_rows_stay_their_own_where_lists_stand_within() -> None:
    steps = "\n1. buy\n2. dig\n3. water"
    assert refs(f"1. Plant trees:{steps}", f"2. Cut grass:{steps}", f"3. Dig ponds:{steps}", "4. Sow") == [*"1234"]
    assert refs("1. Map trees", "2. Plant trees", "1. buy\n2. dig") == ["1", "2", ""]
    assert refs("1. buy\n2. dig", "3. water\n4. mulch") == ["", ""]
