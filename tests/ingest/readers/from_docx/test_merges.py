"""Where cells stand: merges of every kind, rows that begin late or end early, grids that are wrong or missing."""

from __future__ import annotations

import pytest

from ingest.model import Place
from tests.ingest.readers.from_docx.written import docx, only_table, tables, tbl, tc, texts, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def width(twips: int) -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>'


def test_a_spanning_row_stands_at_every_position_as_one_cell() -> None:
    table = tables(docx(tbl(tr(tc("Theme", '<w:gridSpan w:val="3"/>')), "a|b|c")))[0]
    assert texts(table) == [["Theme", None, None], ["a", "b", "c"]]
    assert table.rows[0][0] is table.rows[0][2]
    assert table.rows[0][0].col_span == 3


def test_a_vertical_merge_is_one_cell() -> None:
    table = tables(docx(tbl(tr(tc("Goal", RESTART), "a"), tr(tc("", CONTINUE), "b"), tr(tc("Next", RESTART), "c"))))[0]
    assert texts(table) == [["Goal", "a"], [None, "b"], ["Next", "c"]]
    assert table.rows[1][0].row_span == 2
    assert table.rows[1][0].place == Place(table=1, row=1, column=1)


def test_words_under_a_vertical_merge_are_hidden_as_in_word() -> None:
    assert only_table(tbl(tr(tc("Goal", RESTART), "a"), tr(tc("ghost", CONTINUE), "b"))) == [["Goal", "a"], [None, "b"]]


def test_a_cell_that_carries_on_nothing_stands_for_itself() -> None:
    assert only_table(tbl(tr(tc("Goal", CONTINUE), "a"), "x|y")) == [["Goal", "a"], ["x", "y"]]


def test_a_plain_row_ends_a_vertical_merge() -> None:
    rows = (tr(tc("Goal", RESTART), "a"), "x|y", tr(tc("late", CONTINUE), "b"))
    assert only_table(tbl(*rows)) == [["Goal", "a"], ["x", "y"], ["late", "b"]]


def test_a_block_merged_both_ways_is_one_cell() -> None:
    span = '<w:gridSpan w:val="2"/>'
    rows = (tr(tc("Both", span + RESTART), "a"), tr(tc("", span + CONTINUE), "b"), "x|y|z")
    assert only_table(tbl(*rows)) == [["Both", None, "a"], [None, None, "b"], ["x", "y", "z"]]


def test_an_old_horizontal_merge_is_one_cell() -> None:
    row = tr(tc("Theme", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("", '<w:hMerge w:val="continue"/>'))
    assert only_table(tbl(row, "a|b|c")) == [["Theme", None, None], ["a", "b", "c"]]


def test_a_row_that_begins_late_keeps_its_columns() -> None:
    late = tr("b", "c", properties='<w:gridBefore w:val="1"/>')
    assert only_table(tbl("1|2|3", late, grid=(900, 900, 900))) == [["1", "2", "3"], ["", "b", "c"]]


def test_a_row_that_ends_early_is_filled_up() -> None:
    early = tr("a", properties='<w:gridAfter w:val="2"/>')
    assert only_table(tbl("1|2|3", early, "x|y", grid=(900, 900, 900))) == [
        ["1", "2", "3"],
        ["a", "", ""],
        ["x", "y", ""],
    ]


def test_a_ragged_row_is_placed_by_its_edges() -> None:
    ragged = tr(tc("wide", width(3000)), tc("right", width(1500)))
    header = tr(*(tc(name, width(1500)) for name in "123"))
    for grid in ((1500, 1500, 1500), ()):
        assert only_table(tbl(header, ragged, grid=grid)) == [["1", "2", "3"], ["wide", None, "right"]]


def test_edges_are_those_of_the_rows_not_of_a_grid_that_tells_otherwise() -> None:
    header = tr(*(tc(name, width(twips)) for name, twips in (("1", 500), ("2", 4000), ("3", 1000))))
    ragged = tr(tc("both", width(4500)), tc("right", width(1000)))
    assert only_table(tbl(header, ragged, grid=(1800, 1800, 1800))) == [["1", "2", "3"], ["both", None, "right"]]


def test_a_banner_without_a_span_covers_what_its_width_covers() -> None:
    assert only_table(tbl(tr(tc("Theme", width(4500))), "a|b|c", grid=(1500, 1500, 1500))) == [
        ["Theme", None, None], ["a", "b", "c"],
    ]  # fmt: skip


def test_a_grid_with_too_many_columns_is_not_believed() -> None:
    assert only_table(tbl("a|b", "c|d", grid=(500, 500, 500, 500))) == [["a", "b"], ["c", "d"]]


def test_a_grid_with_too_few_columns_is_not_believed() -> None:
    assert only_table(tbl("a|b|c", "d|e|f", grid=(500,))) == [["a", "b", "c"], ["d", "e", "f"]]


def test_grid_columns_in_which_no_cell_begins_are_no_columns() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = (tr(tc("a", wide), "b"), tr(tc("c", wide), "d"))
    assert only_table(tbl(*rows, grid=(700, 700, 900))) == [["a", "b"], ["c", "d"]]


def test_a_sliver_left_by_a_dragged_border_is_no_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = (tr(tc("a", wide), "b"), tr("c", tc("d", wide)))
    assert only_table(tbl(*rows, grid=(1500, 20, 1500))) == [["a", "b"], ["c", "d"]]


def test_a_narrow_column_that_a_row_uses_is_a_column() -> None:
    assert only_table(tbl("a|x|b", "c|y|d", grid=(1500, 200, 1500))) == [["a", "x", "b"], ["c", "y", "d"]]


def test_a_table_set_in_by_an_empty_grid_column_begins_at_its_first_cell() -> None:
    late = '<w:gridBefore w:val="1"/>'
    rows = (tr("a", "b", properties=late), tr("c", "d", properties=late))
    assert only_table(tbl(*rows, grid=(300, 900, 900))) == [["a", "b"], ["c", "d"]]


def test_two_header_rows_stand_over_one_another() -> None:
    rows = (
        tr(tc("Action", RESTART), tc("Delivery", '<w:gridSpan w:val="2"/>')),
        tr(tc("", CONTINUE), "Lead", "Partners"),
        "Plant trees|Parks|All",
    )
    assert only_table(tbl(*rows)) == [
        ["Action", "Delivery", None], [None, "Lead", "Partners"], ["Plant trees", "Parks", "All"],
    ]  # fmt: skip


def test_rows_without_cells_and_tables_without_rows_are_nothing() -> None:
    assert only_table("<w:tbl><w:tblPr/></w:tbl>" + tbl("<w:tr/>", "a|b")) == [["a", "b"]]
    assert tables(docx(tbl() + tbl("a")))[0].place.table == 1


@pytest.mark.parametrize("span", ["2147483647", "abc", "-3", "0", ""])
def test_a_span_that_is_nonsense_stays_within_words_own_limit(span: str) -> None:
    table = tables(docx(tbl(tr(tc("a", f'<w:gridSpan w:val="{span}"/>'), "b"))))[0]
    assert texts(table) == [["a", "b"]]


def test_a_start_far_out_stays_within_words_own_limit() -> None:
    assert only_table(tbl(tr("a", properties='<w:gridBefore w:val="1000000"/>'), "b|c")) == [
        ["", "", "a"],
        ["b", "c", ""],
    ]


def test_header_rows_are_marked_as_the_file_marks_them() -> None:
    table = tables(docx(tbl(tr("Action", properties="<w:tblHeader/>"), "Plant trees")))[0]
    assert [row[0].header for row in table.rows] == [True, False]


def test_a_row_is_hidden_only_with_all_its_words() -> None:
    hidden = tc("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>")
    assert only_table(tbl("a|b", tr(hidden, hidden, properties="<w:hidden/>"))) == [["a", "b"]]
    assert only_table(tbl("a|b", tr("x", hidden, properties="<w:hidden/>"))) == [["a", "b"], ["x", ""]]


def test_many_merged_rows_are_no_burden() -> None:
    rows = [tr(tc("Goal", RESTART), "0")] + [tr(tc("", CONTINUE), str(i)) for i in range(1, 3000)]
    table = tables(docx(tbl(*rows)))[0]
    assert table.rows[2999][0].row_span == 3000
    assert table.rows[2999][1].text == "2999"


def part(fiftieths: int) -> str:
    return f'<w:tcW w:w="{fiftieths}" w:type="pct"/>'


THIRDS = tr(tc("Action", part(1250)), tc("Lead", part(1250)), tc("When", part(2500)))


@pytest.mark.parametrize("grid", [(), (4000, 4000)])
def test_cells_stand_by_their_part_of_the_width_where_the_grid_is_missing_or_wrong(grid: tuple[int, ...]) -> None:
    found = only_table(tbl(THIRDS, tr(tc("Theme", part(2500)), tc("May", part(2500))), grid=grid))
    assert found == [["Action", "Lead", "When"], ["Theme", None, "May"]]


def test_parts_of_the_width_agree_with_a_grid_in_twips() -> None:
    found = only_table(tbl(THIRDS, tr(tc("Theme", '<w:tcW w:w="50%"/>'), tc("May", part(2500))), grid=(700, 700, 1400)))
    assert found == [["Action", "Lead", "When"], ["Theme", None, "May"]]


def test_parts_and_twips_go_together_where_the_table_states_its_width() -> None:
    rows = THIRDS + tr(tc("Theme", width(4500)), tc("May", width(4500)))
    found = only_table(f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>{rows}</w:tbl>')
    assert found == [["Action", "Lead", "When"], ["Theme", None, "May"]]


def test_strict_files_write_widths_with_their_unit() -> None:
    def cell(text: str, measure: str) -> str:
        return tc(text, f'<w:tcW w:w="{measure}" w:type="dxa"/>')

    rows = tr(cell("Action", "1in"), cell("Lead", "72pt"), cell("When", "5.08cm")) + tr(
        cell("Theme", "144pt"), cell("May", "50.8mm")
    )
    columns = "".join(f'<w:gridCol w:w="{points}pt"/>' for points in (72, 72, 144))
    found = only_table(f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>")
    assert found == [["Action", "Lead", "When"], ["Theme", None, "May"]]
