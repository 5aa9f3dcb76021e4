"""The reasons given for how a document was read, where the headings alone do not give them."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Document, Note
from normalise.explain import TableReason, explain
from normalise.model import Source
from tests.documents import document, table

ROWS = ("Plant trees in parks | Ann Lee | May 2026", "Cut the grass | Bo Ray | June 2026")


def told(made: Document) -> TableReason:
    return explain(made, Source("plan.docx")).tables[0]


def test_a_plan_in_prose_is_not_said_to_have_a_header_row() -> None:
    lines = ("Plant trees.", "Lead: Ann Lee", "By: May 2026", "Cut grass.", "Lead: Bo Ray", "By: June 2026")
    reason = told(document("# Plan", *lines))
    assert reason.header.startswith("it is no table")
    assert reason.columns[0].why == "it is what stands before the labels, or after the word action"


def test_a_form_is_said_to_be_one() -> None:
    reason = told(document(table("Action: | Plant trees", "Lead: | Bo Ray", "Completion date: | March 2026")))
    assert reason.header.startswith("it is a form")


def test_a_form_without_an_action_shows_what_stands_beside_its_labels() -> None:
    reason = told(document("# Plan", table("Lead: | Bo Ray", "Due: | 30 June 2026", "Status: | In progress")))
    assert [column.examples for column in reason.columns] == [("Bo Ray",), ("30 June 2026",), ("In progress",)]


def test_a_column_without_a_heading_is_not_said_to_have_one() -> None:
    reason = told(document("# Actions", table(*ROWS)))
    assert reason.header == "it has no header row"
    assert all(column.why.startswith("the column has no heading; the column holds") for column in reason.columns)


def test_examples_are_taken_from_the_actions_and_not_from_a_header_said_again() -> None:
    head = "Action | Lead | By when"
    reason = told(document(table(head, ROWS[0], head, ROWS[1])))
    assert [column.examples for column in reason.columns] == [
        ("Plant trees in parks", "Cut the grass"),
        ("Ann Lee", "Bo Ray"),
        ("May 2026", "June 2026"),
    ]


def test_an_address_ends_its_sentence_and_is_told_once() -> None:
    note = Note("link", "The words here lead to https://example.org/a.pdf", "Nothing was fetched from there.", "info")
    made = replace(document(table("Action | Lead | By when", *ROWS)), notes=(note, note))
    assert explain(made, Source("plan.docx")).notes.count(
        "The words here lead to https://example.org/a.pdf. Nothing was fetched from there."
    ) == 1  # fmt: skip


def test_examples_that_are_cut_off_end_with_a_whole_word() -> None:
    words = "Call on each of the two hundred households that were flooded, write down what was lost"
    reason = told(document("# Plan", table("Action | Lead | By", f"{words} | Bo Ray | May 2026", *ROWS)))
    assert reason.columns[0].examples[0] == "Call on each of the two hundred households that were…"
