"""Tables that the tags have in two, beside or beneath one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from unittest.mock import Mock

import pytest

from ingest.readers.from_pdf.grid import grids
from ingest.readers.from_pdf.tagged import torn
from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    LONG_PLAN,
    WIDTH,
    Element,
    Setting,
    Shown,
    cell,
    element,
    row,
    rows,
    ruled_around,
    shown,
    structured,
)

ROWS = [" | ".join(texts) for texts in LONG_PLAN]
PLAN = tuple((*texts, f"Note {n}") for n, texts in enumerate(LONG_PLAN))


def _halves(plan: Sequence[Sequence[str]], *, more: str = "") -> list[Element]:
    """The left two columns and the others as tables of their own; the second row of the first has a line more."""
    lines = [list(row(*texts, at=n).kids) for n, texts in enumerate(plan)]
    if more:
        lines[1][0] = element("TD", cell(plan[1][0], 1, 0), shown(more, LEFT, 91 + HEIGHT))
    return [element("Table", *(element("TR", *line[part]) for line in lines)) for part in (slice(2), slice(2, None))]


def test_a_table_whose_left_and_right_are_two_is_one_where_rows_stand_level_though_some_are_higher() -> None:
    found = tables(structured(*_halves(PLAN, more="and hedges")))
    assert [line.replace("\n", " ") for line in found[0][:2]] == [
        "Action | Lead | By when | Note 0",
        "Plant trees and hedges | Parks | May 2027 | Note 1",
    ]


def test_a_table_whose_left_and_right_are_two_is_one_within_the_same_rules() -> None:
    rules = ruled_around(4, len(PLAN))
    assert len(tables(structured(*_halves(PLAN), setting=Setting(rules=rules)))) == 1


@pytest.mark.parametrize(
    ("plan", "more"),
    [(PLAN, ""), ([(a, b, a, b) for a, b, *_ in PLAN], "and hedges")],
    ids=["nothing shows it", "the same headings"],
)
def test_tables_beside_one_another_stay_two(plan: Sequence[Sequence[str]], more: str) -> None:
    assert len(tables(structured(*_halves(plan, more=more)))) == 2


def test_rules_of_a_page_are_made_grids_once_for_all_its_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Mock(wraps=grids)
    monkeypatch.setattr(torn, "grids", made)
    lines = [row(*texts, at=n).kids for n, texts in enumerate(PLAN)]
    tree = [element("Table", *(element("TR", line[n]) for line in lines)) for n in range(4)]
    assert len(tables(structured(*tree))) == 4
    assert made.call_count == 1


def test_a_table_goes_on_with_one_of_its_columns_without_headings() -> None:
    lines = rows(*LONG_PLAN)
    assert tables(structured(element("Table", *lines[:4]), element("Table", *lines[4:]))) == [ROWS]


def test_paragraphs_between_two_parts_of_a_table_are_a_row_of_it_where_they_stand_in_its_columns() -> None:
    plan = [*LONG_PLAN[:3], ("Sow seeds", "", "July 2027"), *LONG_PLAN[4:]]
    lines = rows(*plan)
    between = [element("P", *one.kids) for one in lines[3].kids if isinstance(one, Element) and one.kids]
    found = tables(structured(element("Table", *lines[:3]), *between, element("Table", *lines[4:])))
    assert found == [[" | ".join(texts) for texts in plan]]


def test_a_table_further_down_or_with_headings_of_its_own_is_another() -> None:
    far = [row(*texts, at=n + 3) for n, texts in enumerate(LONG_PLAN[4:], 4)]
    assert len(tables(structured(element("Table", *rows(*LONG_PLAN[:4])), element("Table", *far)))) == 2
    again = [row(*texts, at=n) for n, texts in enumerate((*LONG_PLAN[:4], LONG_PLAN[0], *LONG_PLAN[4:]))]
    assert len(tables(structured(element("Table", *again[:4]), element("Table", *again[4:])))) == 2


def _then(line: Element, drawn: str) -> Element:
    """A row behind whose words this is drawn."""
    *cells, last = (kid for kid in line.kids if isinstance(kid, Element))
    return element("TR", *cells, element("TD", *(replace(one, after=drawn) for one in last.kids if type(one) is Shown)))


def test_a_table_beneath_a_heading_whose_first_row_looks_as_headings_do_is_another() -> None:
    lines = rows(*LONG_PLAN[:4], ("Risks",), ("Risk", "Owner", "Review"), *LONG_PLAN[4:])
    one = [_then(lines[0], "0 g"), *lines[1:3], _then(lines[3], "1 0 0 rg")]
    other = [_then(lines[5], "0 g"), *lines[6:]]
    heading = element("H2", *(kid for cell in lines[4].kids if isinstance(cell, Element) for kid in cell.kids))
    tree = [element("Table", *one), heading, element("Table", *other)]
    assert len(tables(structured(*tree, setting=Setting(rules="1 0 0 rg")))) == 2


def test_a_line_between_two_tables_that_stands_in_one_column_is_no_row() -> None:
    lines = rows(*LONG_PLAN)
    note = element("P", shown("Agreed in May", LEFT + WIDTH, 80 + 4 * HEIGHT))
    after = [row(*texts, at=n) for n, texts in enumerate(LONG_PLAN[4:], 5)]
    assert len(tables(structured(element("Table", *lines[:4]), note, element("Table", *after)))) == 2


def test_a_heading_between_two_parts_of_a_table_is_a_row_across_it() -> None:
    plan = [*LONG_PLAN[:3], ("Parks", "", ""), *LONG_PLAN[4:]]
    lines = rows(*plan)
    heading = element("H3", *(kid for one in lines[3].kids if isinstance(one, Element) for kid in one.kids))
    found = tables(structured(element("Table", *lines[:3]), heading, element("Table", *lines[4:])))
    assert len(found) == 1
    assert found[0][3] == "Parks | Parks | Parks"


def test_paragraphs_beneath_a_table_are_rows_of_it_where_several_stand_in_its_columns() -> None:
    plan = [*LONG_PLAN[:5], ("Cut hedges", "", "June 2028"), ("Build hides", "Clerk", "")]
    lines = rows(*plan)
    after = [
        element("P", *one.kids) for line in lines[5:] for one in line.kids if isinstance(one, Element) and one.kids
    ]
    assert tables(structured(element("Table", *lines[:5]), *after)) == [[" | ".join(texts) for texts in plan]]
    assert len(tables(structured(element("Table", *lines[:5]), *after[:2]))[0]) == 5


def test_paragraphs_beneath_a_table_in_columns_of_their_own_are_no_rows_of_it() -> None:
    places = [(LEFT, "Post"), (LEFT + 30, "Email"), (LEFT + WIDTH + 15, "Call")]
    after = [
        element("P", shown(text, x, 80 + n * HEIGHT))
        for n in range(len(LONG_PLAN), len(LONG_PLAN) + 2)
        for x, text in places
    ]
    assert tables(structured(element("Table", *rows(*LONG_PLAN)), *after)) == [ROWS]
