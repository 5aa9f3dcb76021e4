"""A row further down a table: data in the words of headings, or another header."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import Table
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Outcome | By when"
PLAIN = ("Publish the annual report | Residents are informed | 31/03/2027", "Agree terms | Clear aims | End of 2026")
SHADED = {(1, column): "1F4E79" for column in (1, 2, 3)}
DUE = [date(2027, 3, 31), date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("row", "due"),
    [
        ("Jobs and the economy review | Health and care | 2025–2028", date(2028, 12, 31)),
        ("Health | Jobs | March 2026", date(2026, 3, 31)),
        ("Outputs to be achieved | Additional resources required | Ongoing", None),
    ],
)
def test_a_date_beneath_a_known_heading_is_data_whatever_words_stand_beside_it(row: str, due: date | None) -> None:
    first = read(document("# Anytown Plan", table(HEAD, row, *PLAIN))).actions
    assert [(a.action, a.due_date) for a in first] == [
        (row.split(" | ", maxsplit=1)[0], due), *zip((r.split(" | ")[0] for r in PLAIN), DUE, strict=True)
    ]  # fmt: skip
    middle = read(document("# Anytown Plan", table(HEAD, PLAIN[0], row, PLAIN[1]))).actions
    assert [a.due_date for a in middle] == [DUE[0], due, DUE[1]]


@pytest.mark.parametrize("row", ["Health | Jobs | Ann Lee", "Health | Jobs | £5,000", "Health | Jobs | Finance"])
def test_a_person_a_sum_and_words_that_name_no_field_are_data(row: str) -> None:
    heads = {"Ann Lee": "Lead", "£5,000": "Cost", "Finance": "Partners"}
    head = f"Action | Outcome | {heads[row.split(' | ')[2]]}"
    plan = read(document("# Anytown Plan", table(head, row, "Plant the trees | More shade | ")))
    assert [a.action for a in plan.actions] == ["Health", "Plant the trees"]


def test_a_row_in_other_colours_than_the_header_is_data_where_it_does_not_name_fields_throughout() -> None:
    rows = ("Action | Outcome | Comments", "Plant the trees | More shade | ", "Progress | Health | Finance")
    assert len(read(document("# Anytown Plan", table(*rows, fills=SHADED))).actions) == 2


def _second(head: str, *fills: tuple[int, int]) -> Table:
    rows = (HEAD, PLAIN[0], PLAIN[1], head, "Sweep the streets | Parks Manager | May 2026")
    return table(*rows, fills=SHADED | dict.fromkeys(fills, "1F4E79"))


@pytest.mark.parametrize(
    "shown", [_second("Task | Who | When"), _second("What we will do | Who | 2026", (4, 1), (4, 2), (4, 3))]
)
def test_names_of_fields_or_the_look_of_the_first_header_make_another(shown: Table) -> None:
    actions = read(document("# Anytown Plan", shown)).actions
    assert [(a.action, a.lead) for a in actions][2:] == [("Sweep the streets", "Parks Manager")]


def test_rows_shaded_by_turns_are_no_headers() -> None:
    rows = (
        HEAD,
        "Cut grass | Tidy | 2026",
        "Health | Jobs | 2027",
        "Plant trees | Shade | 2028",
        "Jobs | Health | 2029",
    )
    fills = {(row, column): "DDDDDD" for row in (1, 3, 5) for column in (1, 2, 3)}
    assert len(read(document("# Anytown Plan", table(*rows, fills=fills))).actions) == 4


def test_quarters_and_years_in_a_second_row_of_headings_stay_headings() -> None:
    under = (
        "Action | Lead | Milestones | < ",
        "^ | ^ | 2024/25 | 2025/26",
        "Plant trees | Ann Lee | 40 trees | 60 trees",
    )
    below = ("Action | Lead | By when | Notes", "Cut grass | Bo Ray | 2026 | ", "Action | Lead | Q1 | Q2", under[2])
    other = (
        "Action | Lead | By when | Notes",
        "Cut grass | Bo Ray | 2026 | ",
        "Task | Who | 2024/25 | 2025/26",
        under[2],
    )
    for rows in (under, below, other):
        action = read(document("# Anytown Plan", table(*rows))).actions[-1]
        assert (action.lead, "60 trees" in action.milestones) == ("Ann Lee", True)


def test_two_dates_beneath_headings_of_time_are_data() -> None:
    rows = (
        "Action | Outcome | Start | End",
        "Cut grass | Tidy | 2025 | 2026",
        "Progress | Targets | 2024/25 | 2025/26",
    )
    assert len(read(document("# Anytown Plan", table(*rows))).actions) == 2
