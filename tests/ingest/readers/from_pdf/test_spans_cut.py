"""Cells that reach down over several rows, cut by the end of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.tagged.tags import TagTable
from tests.ingest.readers.from_pdf.drawn import Ink, pdf, rule, ruled, tables, texts_of

TOP, HEIGHT, EDGES = 60, 20, (40, 160, 280, 400)


def page(*groups: tuple[str, Sequence[str]]) -> list[Ink]:
    """A ruled table: each theme in one cell beside its rows, with words in its first row or none at all."""
    ink, y = [], TOP
    for theme, rows in groups:
        ink.append(rule(EDGES[0], y, EDGES[1], y))
        for n, row in enumerate(rows):
            ink.append(rule(EDGES[1], y, EDGES[-1], y))
            ink += texts_of(f"{'' if n else theme} | {row}", y, EDGES[0], EDGES[1] - EDGES[0])
            y += HEIGHT
    ink.append(rule(EDGES[0], y, EDGES[-1], y))
    return [*ink, *(rule(x, TOP, x, y) for x in EDGES)]


HEAD = ("Theme", ["Action | Lead"])
PARKS = ["Plant trees | Rangers", "Mend paths | Rangers"]
HOMES = ["Fix roofs | Works", "Paint doors | Works"]
MORE = ["Sow seeds | Friends", "Rake leaves | Friends"]


def read(*pages: list[Ink]) -> list[str]:
    (found,) = tables(pdf(*pages))
    return [row.split(" | ")[0] for row in found[1:]]


def test_rows_of_a_shared_cell_that_a_page_cut_keep_its_words() -> None:
    assert read(page(HEAD, ("Parks", PARKS)), page(("", MORE), ("Homes", HOMES))) == ["Parks"] * 4 + ["Homes"] * 2


def test_a_lone_row_over_the_page_keeps_the_words_of_a_shared_cell() -> None:
    assert read(page(HEAD, ("Parks", PARKS)), page(("", MORE[:1]), ("Homes", HOMES))) == ["Parks"] * 3 + ["Homes"] * 2


def test_words_in_the_middle_of_a_shared_cell_hold_for_its_rows_on_the_page_before() -> None:
    first = page(HEAD, ("Homes", HOMES), ("", PARKS))
    assert read(first, page(("Parks", MORE), ("Homes", HOMES))) == ["Homes"] * 2 + ["Parks"] * 4 + ["Homes"] * 2


def test_a_shared_cell_goes_on_over_a_whole_page() -> None:
    assert read(page(HEAD, ("Parks", PARKS)), page(("", MORE + PARKS)), page(("", HOMES + MORE))) == ["Parks"] * 10


def test_an_empty_cell_at_the_top_of_a_page_is_empty_where_rows_share_none() -> None:
    first, second = (
        ruled("Lead | Done | Action", "Works | Yes | Fix roofs"),
        ruled("Friends | | Sow seeds", "Parks | No | Mow"),
    )
    assert tables(pdf(first, second))[0][2:] == ["Friends |  | Sow seeds", "Parks | No | Mow"]


def test_an_empty_cell_at_the_top_of_a_page_is_empty_where_others_of_its_column_are() -> None:
    first = page(HEAD, ("Parks", PARKS), ("", HOMES[:1]), ("Homes", HOMES[1:]))
    assert read(first, page(("", MORE[:1]), ("Ways", MORE[1:]))) == ["Parks", "Parks", "", "Homes", "", "Ways"]


def test_an_empty_cell_beside_the_sum_in_the_last_row_parts_no_shared_cell() -> None:
    rows = read(page(HEAD, ("Parks", PARKS)), page(("", MORE[:1]), ("Homes", HOMES), ("", ["Total | 5"])))
    assert rows == ["Parks"] * 3 + ["Homes"] * 2 + [""]


def tagged_table(before: TagTable | None, page: int, rows: Sequence[Sequence[int]]) -> TagTable:
    """A table with the row spans of each row's cells."""
    table = TagTable(page, before)
    for n, row in enumerate(rows):
        if n:
            table.rows.append([])
        for row_span in row:
            table.place(row_span, 1, (), header=False, name=None)
    table.seen_on(page)
    table.settle()
    return table


def test_spans_of_a_tagged_table_hold_below_rows_that_a_cell_of_the_page_before_reaches_down_to() -> None:
    before = tagged_table(None, 1, [(2, 1, 1), (1, 1), (1, 1, 1)])
    table = tagged_table(before, 2, [(1, 1), (1, 1), (3, 1, 1), (1, 1), (1, 1)])
    assert table.rows[2][0].row_span == 3
    assert [cell.column for cell in table.rows[3]] == [1, 2]


def test_a_tagged_table_that_goes_on_is_as_wide_as_before_where_most_rows_are_short() -> None:
    before = tagged_table(None, 1, [(1, 1, 1), (1, 1, 1)])
    table = tagged_table(before, 2, [(1, 1), (1, 1), (1, 1), (2, 1, 1), (1, 1)])
    assert table.rows[3][0].row_span == 2
    assert not any(cell.sure for row in table.rows[:3] for cell in row)


def test_cells_that_name_the_heading_of_a_column_reached_down_to_from_the_page_before_are_not_sure_of_theirs() -> None:
    before = tagged_table(None, 1, [(2, 1, 1), (1, 1), (1, 1, 1)])
    table = TagTable(2, before)
    for name in "abc":
        table.place(1, 1, (), header=True, name=name)
    for names in ("ab", "ab", "abc", "abc", "abc"):
        table.rows.append([])
        for name in names:
            table.place(1, 1, (name,), header=False, name=None)
    table.seen_on(2)
    table.settle()
    assert [row[0].sure for row in table.rows] == [True, False, False, True, True, True]
