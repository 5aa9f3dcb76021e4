"""Tags in an order other than the page's: heads behind bodies, headings behind all else, rows within rows."""

from __future__ import annotations

import pytest

from tests.ingest.readers.from_pdf.drawn import table, tables, texts
from tests.ingest.readers.from_pdf.structured import (
    PLAN,
    SHOWN,
    Element,
    Setting,
    Shown,
    element,
    row,
    rows,
    shown,
    structured,
)

HEAD, *BODY = rows(*PLAN)


@pytest.mark.parametrize(
    "groups",
    [
        (element("TBody", *BODY), element("THead", HEAD)),
        (element("THead", HEAD), element("TFoot", BODY[1]), element("TBody", BODY[0])),
        (element("TFoot", BODY[1]), element("TBody", BODY[0]), element("THead", HEAD)),
    ],
)
def test_the_head_of_a_table_is_its_first_row_and_its_foot_the_last(groups: tuple[Element, ...]) -> None:
    found = table(structured(element("Table", *groups)))
    assert [" | ".join(cell.text for cell in line) for line in found.rows] == SHOWN
    assert [line[0].header for line in found.rows] == [True, False, False]


def test_a_head_that_is_tagged_on_each_page_stays_there() -> None:
    again = element("THead", row("Task", "Who", "When", at=0, page=1))
    bodies = element("TBody", BODY[0]), element("TBody", row("Sow seeds", "Parks", "May 2028", at=1, page=1))
    tree = element("Table", element("THead", HEAD), bodies[0], again, bodies[1])
    assert tables(structured(tree, setting=Setting(pages=2)))[0][2] == "Task | Who | When"


def test_a_row_within_a_row_is_one() -> None:
    found = tables(structured(element("Table", *(element("TR", one) for one in rows(*PLAN)))))
    assert found == [SHOWN]


def test_a_heading_that_is_tagged_behind_its_table_stands_above_it() -> None:
    heading = element("H1", shown("Green spaces", y=40))
    below = element("P", shown("Agreed by Cabinet.", y=200))
    data = structured(below, element("Table", *rows(*PLAN)), heading)
    assert texts(data) == ["Green spaces", "Agreed by Cabinet."]


def test_text_without_a_tag_stands_where_it_is_drawn_though_a_running_foot_is_drawn_too() -> None:
    untagged = Shown("Untagged", y=180), Shown("Page 1", y=390, tag="")
    data = structured(element("H1", shown("Our plan")), element("Table", *rows(*PLAN)), setting=Setting(first=untagged))
    assert texts(data) == ["Our plan", "Untagged"]
