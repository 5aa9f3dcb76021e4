"""A correction is for the action it was made to, wherever that stands now, and never for another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from normalise.corrections import NONE, Correction, Corrections
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


def read(plan: tuple[tuple[str, ...], ...], *said: Correction, parts: tuple[str, str] = ("Part", "Part")) -> Plan:
    parted = zip(parts, plan, strict=False)
    made = document("# Parks Plan 2026", *(b for part, rows in parted for b in (f"## {part}", table(HEAD, *rows))))
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


WARDS = ("North ward", "South ward")
TWIN = (TREES, REVIEW, GRASS)
LATER = ((TREES, STAFF, REVIEW, GRASS), TWIN)


def made_to(
    ward: int, parts: tuple[str, str] = WARDS, said: Corrections = NONE, name: str = "c1", value: str = "Cy Dunn"
) -> Correction:
    """A correction of the lead of the review in one of two wards with the same actions."""
    rows = table_rows([read((TWIN, TWIN), *said.lines, parts=parts)], ())["actions"]
    identity = str([r["action_id"] for r in rows if r["action"] == "Review the plan"][ward])
    return described((Correction("value", name, action_id=identity, column="lead", value=value),), rows, said)[0]


def leads(plan: tuple[tuple[str, ...], ...], *said: Correction, parts: tuple[str, str] = WARDS) -> list[str]:
    return [a.lead for a in read(plan, *said, parts=parts).actions if a.action == "Review the plan"]


def test_of_the_same_words_in_two_sections_it_goes_with_those_in_its_own() -> None:
    assert leads(LATER, made_to(0)) == ["Cy Dunn", "Ann Lee"]
    assert leads(LATER, made_to(1)) == ["Ann Lee", "Cy Dunn"]


def test_it_goes_to_no_other_section_where_its_own_words_are_gone() -> None:
    assert leads(((TREES, GRASS), TWIN), made_to(0)) == ["Ann Lee"]


@pytest.mark.parametrize("plan", [LATER, ((TREES, GRASS), TWIN)])
def test_it_goes_to_none_where_neither_section_nor_neighbours_ever_told_it_apart(
    plan: tuple[tuple[str, ...], ...],
) -> None:
    assert set(leads(plan, made_to(0, ("Part", "Part")), parts=("Part", "Part"))) == {"Ann Lee"}


@pytest.mark.parametrize("first", [0, 1])
def test_corrections_made_to_two_actions_hold_for_both_whatever_was_said_first(first: int) -> None:
    said = [made_to(0), made_to(1, name="c2", value="Di Eames")]
    assert leads(LATER, *(said[first], said[1 - first])) == ["Cy Dunn", "Di Eames"]


def test_corrections_made_to_two_actions_are_never_both_given_to_one() -> None:
    both = [replace(made_to(ward, name=f"c{ward}"), alone=True, theme="part") for ward in (0, 1)]
    now = read((TWIN, (STAFF,)), *both, parts=("Part", "Part"))
    assert [a.lead for a in now.actions if a.action == "Review the plan"] == ["Ann Lee"]


def test_a_theme_that_a_correction_gave_is_not_taken_for_the_section_of_an_action() -> None:
    theme = replace(made_to(1, name="c0"), column="theme", value="North ward")
    lead = made_to(1, said=Corrections((theme,)))
    assert leads(LATER, theme, lead) == ["Ann Lee", "Cy Dunn"]


@pytest.mark.parametrize("dropped_first", [True, False])
def test_it_makes_no_difference_whether_a_neighbour_was_dropped_before_or_after(dropped_first: bool) -> None:
    plan = ((TREES, GRASS, REVIEW, TRAIN, REVIEW), ())
    drop = replace(said_of(GRASS, plan), what="row", id="c0", column="", value="")
    said = Corrections((drop,) if dropped_first else ())
    rows = table_rows([read(plan, *said.lines)], ())["actions"]
    bare = Correction("value", "c1", action_id=said_of(REVIEW, plan).action_id, column="lead", value="Cy Dunn")
    (lead,) = described((bare,), rows, said)
    now = read((plan[0], (STAFF,)), *((drop, lead) if dropped_first else (lead, drop)))
    assert [a.row for a in now.actions if a.lead == "Cy Dunn"] == [4]


def old(known: Correction, words: str, sha256: str = "") -> Correction:
    """A correction as it was written before lines told what stands around."""
    return Correction(
        "value", "c1", action_id=known.action_id, column="lead", value="Cy Dunn", words=words, source_sha256=sha256
    )


def test_an_old_line_holds_in_its_place_for_words_that_differ_in_points_alone() -> None:
    known = said_of(GRASS)
    assert given(((TREES, GRASS.replace("grass", "grass.")), ()), old(known, "Mow the grass")) == ["Mow the grass."]
    assert given(((TREES, GRASS.replace("grass", "15 lawns")), ()), old(known, "Mow the 1.5 lawns")) == []


def test_an_old_line_holds_for_words_that_another_line_gave() -> None:
    known = said_of(GRASS)
    words = replace(old(known, "Mow the grass"), id="c0", column="action", value="Cut the lawns")
    now = read(PLAN, words, old(known, "Cut the lawns"))
    assert [a.action for a in now.actions if a.lead == "Cy Dunn"] == ["Cut the lawns"]


@pytest.mark.parametrize("above", ["", "0123456789"])
def test_nothing_is_refused_where_file_and_id_are_unchanged_though_names_were_left_out_of_the_results(
    above: str,
) -> None:
    said = replace(old(said_of(GRASS), "[name]", str(hash(PLAN))), above=above, below=above)
    assert given(PLAN, said) == ["Mow the grass"]


def test_words_that_a_correction_gave_are_known_with_the_mark_that_guards_them_in_csv() -> None:
    words = replace(said_of(GRASS), id="c0", column="action", value="+ Cut the lawns")
    rows = [dict(r) for r in table_rows([read(PLAN, words)], ())["actions"]]
    for row in rows:
        row["action"] = "'" + str(row["action"]) if str(row["action"]).startswith("+") else row["action"]
    bare = Correction("value", "c1", action_id=words.action_id, column="lead", value="Cy Dunn")
    assert described((bare,), rows, Corrections((words,)))[0].words == "Mow the grass"


def test_of_two_actions_given_the_same_words_each_keeps_its_own() -> None:
    first, last = (
        replace(said_of(row), id=row[:3], column="action", value="Green the town") for row in (TREES, REVIEW)
    )
    rows, said = table_rows([read(PLAN, first, last)], ())["actions"], Corrections((first, last))
    bare = Correction("value", "c1", action_id=last.action_id, column="lead", value="Cy Dunn")
    assert described((bare,), rows, said)[0].words == "Review the plan"
