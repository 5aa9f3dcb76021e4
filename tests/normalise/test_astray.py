"""Corrections that fit nothing are told, rows they take out say so, and a day in another form is explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from normalise.astray import astray, unmatched
from normalise.corrections import BadCorrection, Correction, Corrections, read_corrections
from normalise.model import Plan, Source
from normalise.rows import table_rows
from normalise.understand import understand
from tests.documents import document, table

ROWS = ("Action | Steward | By when", "Plant trees | Ann Lee | May 2026", "Mow grass | Bo Ray | 2027")
MADE = document("# Tree Plan 2026", table(*ROWS))


def read(*said: Correction) -> Plan:
    return understand(MADE, Source("plan.docx"), date(2026, 1, 1), Corrections(said))


def told(*said: Correction) -> list[str]:
    return list(astray(Corrections(said), table_rows([read(*said)], ()), "results"))


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (Correction("value", "c1", action_id="000000000000", column="lead", value="Cy"), "in no plan that was read"),
        (Correction("row", "c1", action_id="000000000000"), "in no plan that was read"),
        (Correction("table", "c1", source_file="other.docx", table=1), "speaks of other.docx, which is not among"),
        (Correction("table", "c1", source_file="plan.docx", table=7), "names table 7 of plan.docx, which has 1"),
        (Correction("heading", "c1", heading="Zorp", field="lead"), "speaks of the heading “Zorp”"),
        (Correction("heading", "c1", heading="Steward", field="lead", council="Kent"), "of which no plan was read"),
    ],
)
def test_a_correction_that_fits_nothing_is_told_with_the_reason(correction: Correction, why: str) -> None:
    (sentence,) = told(correction)
    assert sentence.startswith("Correction c1 ")
    assert " changed nothing: it " in sentence
    assert why in sentence
    assert sentence.endswith("ake it back with: ingather correct undo results c1")


def test_a_correction_of_a_file_that_is_not_there_is_not_first_of_all_to_be_undone() -> None:
    away = Correction("value", "c1", action_id="0", source_file="gone.docx", column="lead", value="Cy")
    (sentence,) = told(away)
    assert sentence.startswith("Correction c1 (lead: “Cy”) changed nothing: it speaks of gone.docx, which is not among")
    assert "It holds again when that file is read under this name. If it is no longer wanted, take it" in sentence


def test_a_correction_that_fits_no_action_has_a_row_to_review_with_its_number_column_and_value() -> None:
    away = Correction("value", "c1", action_id="0", source_file="gone.docx", column="lead", value="Cy", words="Mow")
    (row,) = unmatched(Corrections((away, Correction("heading", "c2", heading="Zorp"))), table_rows([read()], ()))
    assert (row["source_file"], row["code"]) == ("gone.docx", "correction-unmatched")
    assert "Correction c1 (lead: “Cy”) changed nothing" in str(row["message"])


def test_a_correction_of_another_action_that_stood_here_is_named_with_its_column_and_value() -> None:
    first, _ = read().actions
    other = Correction("value", "c1", action_id=first.action_id, column="lead", value="Cy", words="Wholly else 123")
    (note,) = [r for r in read(other).review if r.code == "correction-unmatched"]
    assert note.message.startswith("Correction c1 (lead: “Cy”) was made to another action")


def test_corrections_that_fit_are_not_told() -> None:
    first, second = read().actions
    fitting = (
        Correction("value", "c1", action_id=first.action_id, column="lead", value="Cy Dunn"),
        Correction("row", "c2", action_id=second.action_id),
        Correction("table", "c4", source_file="plan.docx", table=1),
        Correction("heading", "c5", heading=" STEWARD:", field="lead"),
    )
    assert told(*fitting) == []


@pytest.mark.parametrize(("identity", "alone", "silent"), [("", False, True), ("0", True, True), ("0", False, False)])
def test_a_value_of_an_action_that_was_dropped_later_is_not_told(identity: str, alone: bool, silent: bool) -> None:
    known = read().actions[1].action_id
    row = Correction("row", "c2", action_id=known, source_file="plan.docx", words="Mow grass", alone=True)
    value = replace(row, what="value", id="c1", action_id=identity or known, column="lead", value="Cy", alone=alone)
    now = table_rows([read(row)], ())
    assert (list(astray(Corrections((value, row)), now, "results")) == []) is silent


def test_text_of_a_row_that_a_correction_removed_says_so() -> None:
    plan = read(Correction("row", "c2", action_id=read().actions[1].action_id))
    said = {u.text for u in plan.unplaced if u.why == "a correction removed this row"}
    assert said == {"Mow grass", "Bo Ray", "2027"}


def test_a_day_written_in_another_form_is_refused_with_the_form_to_write() -> None:
    line = '{"what": "value", "action_id": "a", "column": "due_date", "value": "27/02/2026"}'
    with pytest.raises(BadCorrection, match="write the day as 2026-02-27"):
        read_corrections([line])
