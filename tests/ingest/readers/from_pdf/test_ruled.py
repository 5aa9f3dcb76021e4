"""Tables drawn with rules."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.readers.from_pdf.drawn import (
    HIGH,
    Ink,
    area,
    bold,
    pdf,
    rule,
    ruled,
    table,
    tables,
    texts,
    texts_of,
    words,
)

PLAN = ("Action | Lead | By", "Plant trees | Parks Manager | May 2027", "Mend paths | Rangers | June 2027")
READ = ["Action | Lead | By", "Plant trees | Parks Manager | May 2027", "Mend paths | Rangers | June 2027"]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    assert tables(pdf(ruled(*PLAN))) == [READ]


def test_each_cell_knows_its_page_and_its_box_from_the_top_left_corner() -> None:
    cell = table(pdf(words("First page"), ruled(*PLAN))).rows[1][1]
    assert (cell.place.page, cell.place.table, cell.place.row, cell.place.column) == (2, 1, 2, 2)
    assert cell.place.box == pytest.approx((160.0, 79.0, 280.0, 98.0))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_its_text_runs(turn: int) -> None:
    assert tables(pdf(ruled(*PLAN), turn=turn)) == [READ]


def test_a_missing_rule_merges_the_cells_it_would_part() -> None:
    page = [*ruled("Theme one", "Plant trees"), rule(160, 60, 160, 60), *ruled("a | b", top=98)]
    merged = table(pdf(page)).rows[0][0]
    assert (merged.text, merged.col_span) == ("Theme one", 1)


def test_a_row_without_an_inner_upright_is_one_merged_cell() -> None:
    page = [rule(40, y, 280, y) for y in (60, 80, 100, 120)] + [rule(x, 60, x, 120) for x in (40, 280)]
    page += [rule(160, 60, 160, 80), rule(160, 100, 160, 120)]
    page += [words("Action", 45, 74), words("Lead", 165, 74), words("Theme 1 Parks", 45, 94)]
    page += [words("Plant trees", 45, 114), words("Rangers", 165, 114)]
    found = table(pdf(page))
    assert [c.col_span for c in found.rows[1]] == [2, 2]
    assert tables(pdf(page)) == [["Action | Lead", "Theme 1 Parks | Theme 1 Parks", "Plant trees | Rangers"]]


def test_double_and_dashed_rules_part_cells_once() -> None:
    dashes = [rule(40 + n * 5, 79, 43 + n * 5, 79) for n in range(72)]
    page = [*ruled("A | B | C", top=60), *ruled("d | e | f", top=79), *dashes]
    page += [rule(40, 61.5, 400, 61.5), rule(160, 60, 160, 98), rule(161.5, 60, 161.5, 98)]
    assert tables(pdf(page)) == [["A | B | C", "d | e | f"]]


def test_a_plain_frame_is_no_table() -> None:
    frame = [rule(40, 60, 400, 60), rule(40, 90, 400, 90), rule(40, 60, 40, 90), rule(400, 60, 400, 90)]
    page = [*frame, words("A box around a sentence.", 50, 80)]
    assert tables(pdf(page)) == []
    assert texts(pdf(page)) == ["A box around a sentence."]


def test_the_colour_behind_a_cell_is_its_fill() -> None:
    found = table(pdf([area(160, 79, 280, 98, "FFC000"), *ruled("Action | Status", "Plant trees | ")]))
    assert [c.fill for c in found.rows[1]] == ["", "FFC000"]


def test_a_line_that_runs_over_a_border_is_cut_where_its_words_stand() -> None:
    page = [*ruled("Action | Lead", " | "), words("Plant trees by the canal" + " " * 4 + "Rangers", 44, 92)]
    assert tables(pdf(page)) == [["Action | Lead", "Plant trees by the canal | Rangers"]]


def test_text_around_a_table_stays_in_order() -> None:
    page = [words("Before the table.", y=40), *ruled(*PLAN), words("After the table.", y=160)]
    assert texts(pdf(page)) == ["Before the table.", "After the table."]


def test_upright_rules_alone_make_columns_and_the_words_make_rows() -> None:
    rows = ("Ref | Action | Lead", *(f"{n} | Plant trees in ward {n} | Ranger {n}" for n in range(1, 6)))
    page = [part for n, row in enumerate(rows) for part in texts_of(row, top=60 + n * 26, left=40, width=120)]
    page += [rule(x, 60, x, 216) for x in (40, 160, 280, 400)]
    assert tables(pdf(page)) == [list(rows)]


def test_a_rule_that_steps_aside_makes_no_column() -> None:
    page = [*ruled(*PLAN[:2], lines=1), *ruled(PLAN[2], top=98, left=35), rule(40, 98, 395, 98)]
    assert tables(pdf(page)) == [READ]


def turned(text: str, x: float, y: float, angle: int) -> Ink:
    """Words that begin there and run up or down the page."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, HIGH - y)
        canvas.rotate(angle)
        words(text, 0, HIGH)(canvas)
        canvas.restoreState()

    return draw


def test_headings_written_up_and_down_the_page_are_read() -> None:
    page = [*ruled(" | ", "Plant trees|Green", lines=6), turned("Action", 80, 130, 90), turned("we take", 92, 130, 90)]
    page += [turned("RAG", 240, 70, -90), turned("status", 228, 70, -90)]
    assert tables(pdf(page)) == [["Action we take | RAG status", "Plant trees | Green"]]


def test_uprights_in_a_frame_part_columns_and_white_space_the_rows() -> None:
    rows = ("Action|Lead|When", "Plant trees|Parks|May", "Survey bats||Now", "Sow seeds|Waste|Soon")
    page = [part for n, row in enumerate(rows) for part in texts_of(row, 60 + 24 * n, 40, 120)]
    page += [
        *(rule(40 + 120 * n, 56, 40 + 120 * n, 160) for n in range(4)),
        rule(40, 56, 400, 56),
        rule(40, 160, 400, 160),
    ]
    assert tables(pdf(page)) == [[" | ".join(row.split("|")) for row in rows]]


def test_lines_that_run_on_in_several_cells_of_a_row_are_no_rows() -> None:
    cells = "Plant trees/along the/old canal/for shade | Parks/and green/spaces/team | May/or at/the/latest June"
    found = tables(pdf(ruled("Action | Lead | By when", cells, cells, lines=4)))
    assert [len(rows) for rows in found] == [3]


def test_uprights_without_outer_ones_leave_both_sides_open_as_far_as_the_rule_across_them() -> None:
    page: list[Ink] = [rule(40, 50, 400, 50)]
    for top, bottom in ((36, 90), (108, 150)):
        page += [rule(x, top, x, bottom) for x in (80, 300)]
    for y, cells in ((44, "No. | Action | By when"), (62, "1 | Plant trees | 2027"), (78, "2 | Mend paths | 2028")):
        page += [words(text, x, y) for text, x in zip(cells.split(" | "), (42, 84, 304), strict=True)]
    page += [bold("Wild places and water", 42, 102)]
    for y, cells in ((122, "3 | Survey the bats | 2029"), (138, "4 | Open the gates | 2030")):
        page += [words(text, x, y) for text, x in zip(cells.split(" | "), (42, 84, 304), strict=True)]
    (found,) = tables(pdf(page))
    assert found[0] == "No. | Action | By when"
    assert found[-1] == "4 | Open the gates | 2030"
    assert len(found) == 6


def test_two_numbers_in_one_cell_are_two_rows_that_lack_the_rule_between_them() -> None:
    rows = (
        "No. | Action | By",
        "1 | Plant trees | 2027",
        "2/3 | Mend paths/Survey bats | 2028/2029",
        "4 | Dig ponds | 2030",
        "5 | Open gates | 2031",
    )
    (found,) = tables(pdf(ruled(*rows, lines=2)))
    assert found[2:4] == ["2 | Mend paths | 2028", "3 | Survey bats | 2029"]


@pytest.mark.parametrize(
    ("two", "beside"),
    [
        ("1.2/1.3", "Plant twelve street trees/along the canal | Parks | 2027"),
        ("1.2/1.3", "Cut the grass | Head of Grounds and Trees/Open Spaces | 2027"),
        ("1.2/1.4", "Mend paths/Survey bats | Parks/Roads | 2027/2028"),
    ],
)
def test_two_numbers_of_one_row_do_not_part_it(two: str, beside: str) -> None:
    head, *others = (
        "Priority | Action | Lead | By",
        "1.1 | Dig | Us | 2026",
        "1.5 | Sow | You | 2028",
        "1.6 | Hoe | Us | 2029",
    )
    (found,) = tables(pdf(ruled(head, others[0], f"{two} | {beside}", *others[1:], lines=2)))
    assert len(found) == 5


def test_a_form_of_labels_in_a_frame_is_a_table() -> None:
    page: list[Ink] = [rule(36, 48, 500, 48), rule(36, 124, 500, 124), rule(36, 48, 36, 124), rule(500, 48, 500, 124)]
    for n, (label, said) in enumerate((("Action", "Plant trees"), ("Lead", "Rangers"), ("When", "May 2027"))):
        page += [words(label, 42, 64 + 25 * n), words(said, 160, 64 + 25 * n)]
    assert tables(pdf(page)) == [["Action | Plant trees", "Lead | Rangers", "When | May 2027"]]


def test_labels_in_a_frame_with_rules_between_them_have_what_they_say_beside_them() -> None:
    page: list[Ink] = [rule(36, 48 + 24 * n, 500, 48 + 24 * n) for n in range(4)]
    page += [rule(36, 48, 36, 120), rule(500, 48, 500, 120)]
    for n, (label, said) in enumerate((("Action", "Plant trees"), ("Lead", "Rangers"), ("When", "May 2027"))):
        page += [words(label, 42, 64 + 24 * n), words(said, 160, 64 + 24 * n)]
    assert tables(pdf(page)) == [["Action | Plant trees", "Lead | Rangers", "When | May 2027"]]
