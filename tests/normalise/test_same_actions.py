"""What makes no difference: the order of columns, decoys, repeated headers, split tables, other words for headings."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Document, Table
from normalise.model import Plan
from tests.documents import document, table
from tests.normalise.test_understand import read

HEADINGS = ("Ref", "Action", "Lead officer", "Partners", "Resources", "Target date", "Status")
ROWS = (
    ("1", "Insulate older homes", "Housing Manager", "NHS, Age UK", "£20,000", "March 2026", "On track"),
    ("2", "Advise on fuel bills", "Ann Lee, Housing Team", "CAB", "Existing budget", "June 2026", "Complete"),
    ("3", "Plant 400 trees", "Parks Manager", "Friends of the Park", "£5,000", "Autumn 2026", "Not started"),
    ("4", "Open on Saturday mornings", "Head of Libraries", "Town council", "£12,500", "Ongoing", "In progress"),
    ("5", "Train staff to spot signs of neglect", "Bo Ray", "Police; Schools", "£1,200", "1 May 2026", "Delayed"),
    ("6", "List the empty homes", "Planning Officer", "Estate agents", "None", "December 2026", "On hold"),
)  # fmt: skip
SYNONYMS = (
    ("Ref", "No.", "Reference", "Action no."),
    ("Action", "Actions", "Key action", "What we will do", "Task"),
    ("Lead officer", "Lead", "Responsibility", "By whom", "Owner"),
    ("Partners", "Partner agencies", "Partners involved"),
    ("Resources", "Resources required", "Cost", "Budget"),
    ("Target date", "By when", "Timescale", "Deadline", "Completion date"),
    ("Status", "RAG", "Current status"),
)

WHERE = ("action_id", "table", "row", "place")
"""What tells where an action stands, which may differ."""


def told(plan: Plan) -> list[dict[str, object]]:
    """All that is said of each action; how sure a column is, and which doubts go with it, may differ."""
    rows = [asdict(action) for action in plan.actions]
    return [{k: v for k, v in row.items() if k not in (*WHERE, "confidence", "review")} for row in rows]


def made(*rows: tuple[str, ...]) -> Table:
    return table(*(" | ".join(r) for r in rows))


def plan(*tables: Table | str) -> Document:
    return document("# Anytown Homes Plan 2026", *tables)


EXPECTED = told(read(plan(made(HEADINGS, *ROWS))))


def test_the_plan_reads_as_it_should() -> None:
    assert [(t["ref"], t["cost_max_gbp"], t["due_date"], t["status"]) for t in EXPECTED] == [
        ("1", 20000, date(2026, 3, 31), "on_track"),
        ("2", None, date(2026, 6, 30), "complete"),
        ("3", 5000, date(2026, 11, 30), "not_started"),
        ("4", 12500, None, "in_progress"),
        ("5", 1200, date(2026, 5, 1), "off_track"),
        ("6", None, date(2026, 12, 31), "on_hold"),
    ]


@given(order=st.permutations(range(len(HEADINGS))))
@settings(max_examples=40, deadline=None)
def test_shuffling_the_columns_changes_nothing(order: list[int]) -> None:
    rows = [tuple(row[i] for i in order) for row in (HEADINGS, *ROWS)]
    assert told(read(plan(made(*rows)))) == EXPECTED


@given(every=st.integers(1, 5))
@settings(max_examples=5, deadline=None)
def test_repeating_the_header_changes_nothing(every: int) -> None:
    rows: list[tuple[str, ...]] = []
    for number, row in enumerate(ROWS):
        rows += [HEADINGS, row] if number % every == 0 else [row]
    assert told(read(plan(made(*rows)))) == EXPECTED


@given(at=st.integers(1, len(ROWS) - 1))
@settings(max_examples=5, deadline=None)
def test_splitting_the_table_changes_nothing_with_or_without_its_header(at: int) -> None:
    first = made(HEADINGS, *ROWS[:at])
    assert told(read(plan(first, made(HEADINGS, *ROWS[at:])))) == EXPECTED
    assert told(read(plan(first, "Continued overleaf", made(*ROWS[at:])))) == EXPECTED


@given(words=st.tuples(*map(st.sampled_from, SYNONYMS)))
@settings(max_examples=60, deadline=None)
def test_other_words_for_the_headings_change_nothing(words: tuple[str, ...]) -> None:
    assert told(read(plan(made(words, *ROWS)))) == EXPECTED


DECOYS = (
    table("Version | Date | Author | Changes", "0.1 | 3 May 2025 | Ann Lee | Draft", "0.2 | 9 May | Bo Ray | Costs"),
    table("Colour | Meaning", "Red | Off track", "Amber | At risk", "Green | On track"),
    table("Name | Organisation | Telephone", "Ann Lee | Council | 01632 960100", "Bo Ray | NHS | 01632 960101"),
    table("Present | Apologies", "Ann Lee, Bo Ray | Cy Dunn", "Di Eames | Flo Gray"),
    table("Indicator | Baseline 2024 | Target 2025 | Target 2026", "Homes | 100 | 200 | 300", "Trees | 5 | 9 | 12"),
    table("Section | Page", "Introduction | 1", "Our priorities | 3", "Action plan | 7"),
)  # fmt: skip


@given(decoy=st.sampled_from(DECOYS), first=st.booleans())
@settings(max_examples=12, deadline=None)
def test_a_decoy_beside_the_table_changes_nothing(decoy: Table, first: bool) -> None:
    tables = (decoy, "The plan", made(HEADINGS, *ROWS)) if first else (made(HEADINGS, *ROWS), "Beside it", decoy)
    assert told(read(plan(*tables))) == EXPECTED
