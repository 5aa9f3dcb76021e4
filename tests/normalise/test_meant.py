"""A correction is for the action it was made to, wherever that stands now, and never for another."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.corrections import Correction, Corrections
from normalise.meant import described
from normalise.model import Plan, Source
from normalise.rows import table_rows
from normalise.understand import understand
from tests.documents import document, table

HEAD = "Action | Lead | By when"
TREES, GRASS, TRAIN, STAFF, REVIEW = (
    f"{words} | Ann Lee | May 2026"
    for words in ("Plant trees", "Mow the grass", "Train all managers", "Train all staff", "Review the plan")
)
PLAN = ((TREES, GRASS, TRAIN), (REVIEW, STAFF))


def read(plan: tuple[tuple[str, ...], ...], *said: Correction) -> Plan:
    made = document("# Parks Plan 2026", *(b for rows in plan for b in ("## Part", table(HEAD, *rows))))
    return understand(made, Source("plan.docx", str(hash(plan))), date(2026, 1, 1), Corrections(said))


def said_of(row: str, plan: tuple[tuple[str, ...], ...] = PLAN, at: int = 0) -> Correction:
    """A correction of the lead of an action, the so-manieth with these words, as made to the results of a plan."""
    rows = table_rows([read(plan)], ())["actions"]
    words = row.partition(" |")[0]
    action = [r for r in rows if r["action"] == words][at]
    correction = Correction("value", "c1", action_id=str(action["action_id"]), column="lead", value="Cy Dunn")
    return described((correction,), rows, Corrections())[0]


def given(plan: tuple[tuple[str, ...], ...], correction: Correction) -> list[str]:
    return [a.action for a in read(plan, correction).actions if a.lead == "Cy Dunn"]


@pytest.mark.parametrize(
    "now",
    [
        PLAN,
        ((REVIEW, STAFF), PLAN[0]),
        ((TREES, TRAIN, "Sweep | Bo | 2027", GRASS), PLAN[1]),
        (("Sweep | Bo | 2027", *PLAN[0]), PLAN[1]),
        ((GRASS,),),
    ],
)
def test_it_goes_with_words_that_stand_once_in_the_file(now: tuple[tuple[str, ...], ...]) -> None:
    assert given(now, said_of(GRASS)) == ["Mow the grass"]


def test_it_holds_for_words_that_were_mended_between_the_same_neighbours() -> None:
    mended = GRASS.replace("the grass", "all the grass")
    assert given((("Sweep | Bo | 2027", TREES, mended, TRAIN), PLAN[1]), said_of(GRASS)) == ["Mow all the grass"]


@pytest.mark.parametrize("now", [((TREES, GRASS), (REVIEW, STAFF)), ((TREES, GRASS, STAFF), (REVIEW,))])
def test_it_is_not_given_to_a_like_action_where_its_own_is_gone(now: tuple[tuple[str, ...], ...]) -> None:
    assert given(now, said_of(TRAIN)) == []


def test_of_two_with_the_same_words_it_goes_with_the_one_between_its_neighbours() -> None:
    twins = ((TREES, REVIEW, GRASS), (TRAIN, REVIEW, STAFF))
    later = (("Sweep | Bo | 2027", *twins[0]), twins[1])
    now = read(later, said_of(REVIEW, twins, 1))
    assert [(a.table, a.row) for a in now.actions if a.lead == "Cy Dunn"] == [(2, 3)]


@pytest.mark.parametrize(
    "now", [((TREES, GRASS), (TRAIN, REVIEW, STAFF)), ((TREES, REVIEW, "Sweep | Bo | 2027"), (TRAIN, REVIEW))]
)
def test_of_two_with_the_same_words_neither_has_it_where_none_is_sure(now: tuple[tuple[str, ...], ...]) -> None:
    twins = ((TREES, REVIEW, GRASS), (TRAIN, REVIEW, STAFF))
    assert given(now, said_of(REVIEW, twins)) == []


def test_words_of_old_lines_hold_only_where_they_stood() -> None:
    known = said_of(GRASS)
    old = Correction("value", "c1", action_id=known.action_id, column="lead", value="Cy Dunn", words="Mow the grass")
    assert given(PLAN, old) == ["Mow the grass"]
    assert given(((TREES, TREES, GRASS), ()), old) == []


def test_what_was_said_last_of_an_action_holds_though_it_stands_elsewhere_now() -> None:
    moved = (("Sweep | Bo | 2027", *PLAN[0]), PLAN[1])
    first, last = said_of(GRASS), said_of(GRASS, moved)
    second = Correction(**{f: getattr(last, f) for f in last.__dataclass_fields__} | {"id": "c2", "value": "Di Eames"})
    assert read(moved, first, second).actions[2].lead == "Di Eames"


def test_a_row_said_to_be_no_action_stays_out_when_it_moves() -> None:
    first = said_of(GRASS)
    out = Correction(**{f: getattr(first, f) for f in first.__dataclass_fields__} | {"what": "row", "column": ""})
    now = read((("Sweep | Bo | 2027", *PLAN[0]), PLAN[1]), out)
    assert "Mow the grass" not in [a.action for a in now.actions]
