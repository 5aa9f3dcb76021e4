"""Tables with no or few rules."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.readers.from_pdf.drawn import SIZE, Ink, area, bold, pdf, rule, table, tables, texts, words

COLUMNS = (40, 240, 360, 480)
ROWS = (
    ("Action", "Lead", "By when", "Cost"),
    ("Plant trees along the canal and", "Parks Manager", "May 2027", "Nil"),
    ("Mend the paths of the old railway", "Rangers", "June 2027", "4,500"),
    ("Open the gates of the walled garden", "Ward Team", "Ongoing", "Nil"),
    ("Survey the bats of the clock tower", "Ecologist", "July 2027", "900"),
)


def lay(rows: tuple[tuple[str, ...], ...], top: float = 60, step: float = 24) -> list[Ink]:
    """Rows of one line each, at the columns."""
    return [
        words(text, x, top + n * step)
        for n, row in enumerate(rows)
        for x, text in zip(COLUMNS, row, strict=True)
        if text
    ]


def shown(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    return [" | ".join(row) for row in rows]


def test_columns_are_seen_from_white_space_alone() -> None:
    assert tables(pdf(lay(ROWS))) == [shown(ROWS)]


def test_a_cell_of_two_lines_stays_one_cell() -> None:
    page = [*lay(ROWS[:2]), words("mend the fences there", 40, 95), *lay(ROWS[2:], top=115)]
    (found,) = tables(pdf(page))
    assert found[1] == "Plant trees along the canal and mend the fences there | Parks Manager | May 2027 | Nil"


def test_level_rules_part_rows() -> None:
    page = [*lay(ROWS), *(rule(40, 67 + n * 24, 540, 67 + n * 24) for n in range(5))]
    assert tables(pdf(page)) == [shown(ROWS)]


def test_coloured_bands_part_rows() -> None:
    page = [*(area(36, 67 + n * 24, 540, 91 + n * 24, "EEF3F8") for n in (0, 2)), *lay(ROWS)]
    assert tables(pdf(page)) == [shown(ROWS)]


def test_a_column_that_is_empty_on_a_page_is_carried_over_from_the_page_before() -> None:
    second = tuple((*row[:3], "") for row in ROWS[1:])
    (found,) = tables(pdf(lay(ROWS), lay(second)))
    assert found[-1] == "Survey the bats of the clock tower | Ecologist | July 2027 | "


def test_prose_is_no_table() -> None:
    page = [words("Residents asked for safer crossings and better light " * 2, 40, 60 + 12 * n) for n in range(8)]
    assert tables(pdf(page)) == []


def test_a_bulleted_list_is_no_table() -> None:
    page = [part for n in range(6) for part in (words("•", 40, 60 + n * 14), words("Plant trees", 60, 60 + n * 14))]
    assert tables(pdf(page)) == []
    assert texts(pdf(page))[0] == "• Plant trees"


def test_a_line_above_the_table_is_not_taken_in() -> None:
    page = [words("The plan for the parks and gardens of the borough in the years to come", 40, 30), *lay(ROWS)]
    assert tables(pdf(page)) == [shown(ROWS)]


def test_words_that_touch_the_next_column_are_parted_where_its_lines_begin() -> None:
    touching = "Survey the bats and the owls of the clock tower by night"
    end = COLUMNS[1] - 3 - stringWidth(touching, "Helvetica", SIZE)
    page = [*lay(ROWS), words(touching, end, 180), words("Ecologist", COLUMNS[1], 180), words("Nil", COLUMNS[3], 180)]
    (found,) = tables(pdf(page))
    assert found[-1] == f"{touching} | Ecologist |  | Nil"


def test_a_line_alone_in_the_middle_of_the_table_is_a_row_across_it() -> None:
    theme = "Parks and other open spaces of the borough"
    page = [*lay(ROWS), words(theme, 290 - stringWidth(theme, "Helvetica", SIZE) / 2, 180), *lay(ROWS[1:], top=204)]
    (found,) = tables(pdf(page))
    assert found[5] == " | ".join([theme] * 4)


def test_a_bold_line_over_the_first_column_alone_reaches_across() -> None:
    page = [*lay(ROWS[:3]), bold("Green spaces", 40, 132), *lay(ROWS[3:], top=156)]
    found = table(pdf(page))
    assert [cell.col_span for cell in found.rows[3]] == [4] * 4
    assert found.rows[3][0].text == "Green spaces"


def test_a_bold_label_in_a_table_of_figures_stays_in_its_column() -> None:
    figures = tuple((row[0], "12", "450", "7") for row in ROWS[1:])
    page = [*lay((ROWS[0], *figures[:2])), bold("Green spaces", 40, 132), *lay(figures[2:], top=156)]
    assert table(pdf(page)).rows[3][0].col_span == 1


def test_a_sum_that_touches_the_next_column_stays_in_its_own() -> None:
    rows = ("Plant trees", "Mend paths", "Survey bats", "Open gates", "Paint rails")
    sums = ("4,500", "Existing budget", "900", "12,000", "Revenue")
    page = [words(text, 40, 60 + 20 * n) for n, text in enumerate(rows)]
    page += [words(text, 298 - stringWidth(text, "Helvetica", SIZE), 60 + 20 * n) for n, text in enumerate(sums)]
    page += [words("Amber" if n % 2 else "Green", 300, 60 + 20 * n) for n in range(len(rows))]
    (found,) = tables(pdf(page))
    assert found[1] == "Mend paths | Existing budget | Amber"


def test_where_rows_stand_apart_lines_that_fill_the_columns_go_on() -> None:
    page = lay(ROWS, step=30)
    lower = (("Ash Grove", "of Parks", "at latest", ""), ("Ivy Lane", "", "at latest", ""), ("", "", "", ""))
    for n, row in enumerate(lower, 1):
        page += lay((row,), top=60 + 30 * n + 11)
    found = table(pdf(page))
    assert [cell.text.split() for cell in found.rows[1][1:]] == [
        ["Parks", "Manager", "of", "Parks"],
        ["May", "2027", "at", "latest"],
        ["Nil"],
    ]
    assert len(found.rows) == len(ROWS)


def test_a_heading_of_two_lines_in_the_first_column_begins_where_the_rule_above_it_says() -> None:
    rules = [rule(36, y, 540, y) for y in (50, 78, 102, 126, 150, 174)]
    page = [*rules, words("What we", 40, 60), words("will do", 40, 71)]
    page += [*lay((("", *ROWS[0][1:]),), top=66), *lay(ROWS[1:], top=92)]
    found = table(pdf(page))
    assert found.rows[0][0].text.split() == ["What", "we", "will", "do"]
    assert len(found.rows) == len(ROWS)


def test_a_frame_with_level_rules_alone_has_the_columns_of_its_words() -> None:
    page = [*lay(ROWS), *(rule(36, 48 + n * 24, 560, 48 + n * 24) for n in range(6))]
    page += [rule(36, 48, 36, 168), rule(560, 48, 560, 168)]
    assert tables(pdf(page)) == [shown(ROWS)]


def centred(apart: float = 34) -> list[Ink]:
    """Rows whose cells of one line stand in the middle of those of two."""
    page = lay((ROWS[0],), top=50)
    for n, row in enumerate(ROWS[1:]):
        page += [*lay(((row[0], "", "", ""), ("and with the friends", "", "", "")), 80 + apart * n, 11)]
        page += lay((("", *row[1:]),), top=85.5 + apart * n)
    return page


def test_cells_in_the_middle_of_rows_that_stand_apart_belong_to_them() -> None:
    found = table(pdf(centred()))
    assert [row[1].text for row in found.rows] == [row[1] for row in ROWS]


def test_stripes_of_colour_part_rows_whose_cells_stand_in_their_middle() -> None:
    stripes = [area(36, 70 + 25 * n, 540, 95 + 25 * n, "EEF3F8") for n in range(0, 10, 2)]
    page = [*stripes, *lay((ROWS[0],), top=60)]
    for n in range(10):
        page += [words("Plant trees along the canal", 40, 80 + 25 * n), words("with the friends", 40, 91 + 25 * n)]
        page += [words("Rangers", 240, 85.5 + 25 * n), words(f"May 20{26 + n}", 360, 85.5 + 25 * n)]
    assert [row[2].text for row in table(pdf(page)).rows[1:]] == [f"May 20{26 + n}" for n in range(10)]


def test_uneven_lines_of_a_tight_table_are_no_rows_that_stand_apart() -> None:
    steps = (0, 9, 11, 8.5, 8.5, 10, 8.5, 8.5, 8.5, 10.9, 8.5, 10.9, 8.5)
    second = (2, 5, 8, 11)
    page = lay((ROWS[0],))
    for n in range(1, len(steps)):
        row = ("and with the friends", "", "", "") if n in second else (*ROWS[1][:3], str(n))
        page += lay((row,), top=60 + sum(steps[: n + 1]))
    assert [row[3].text for row in table(pdf(page)).rows[1:]] == ["1", "3", "4", "6", "7", "9", "10", "12"]


def test_a_longer_sum_over_the_page_stays_in_its_column() -> None:
    def sums(texts: tuple[str, ...]) -> list[Ink]:
        return [words(text, 430 - stringWidth(text, "Helvetica", SIZE), 60 + 24 * n) for n, text in enumerate(texts)]

    first = tuple((row[0], row[1], "", "Nil") for row in ROWS)
    page = [*lay(first), *sums(("Cost", "£900", "£70", "£45", "£6,500"))]
    over = [*lay(first[1:]), *sums(("£1,180,000 (capital)", "£9", "£31", "£6"))]
    (found,) = tables(pdf(page, over))
    assert found[5] == "Plant trees along the canal and | Parks Manager | £1,180,000 (capital) | Nil"


def test_a_bold_line_in_the_middle_of_the_table_reaches_across() -> None:
    page = [*lay(ROWS[:3]), bold("Green spaces", 240, 132), *lay(ROWS[3:], top=156)]
    assert table(pdf(page)).rows[3][0].text == "Green spaces"


def test_two_words_are_not_parted_where_a_column_happens_to_begin() -> None:
    rows = tuple((str(n), row[0], row[1]) for n, row in enumerate(ROWS[1:], 1))
    after = 60 + stringWidth("Green ", "Helvetica", SIZE)
    page = [
        words(text, x, 60 + 24 * n) for n, row in enumerate(rows) for x, text in zip((60, after, 300), row, strict=True)
    ]
    page.append(words("Green spaces", 60, 60 + 24 * len(rows)))
    page += [words(text, x, 180) for x, text in zip((60, after, 300), ("5", "Sow seeds", "Friends"), strict=True)]
    assert table(pdf(page)).rows[4][0].text == "Green spaces"


def test_a_bold_theme_at_the_foot_of_a_page_is_the_row_above_those_overleaf() -> None:
    theme = "Parks and other open spaces of the borough"
    over = (("Paint the rails", "Highways", "May 2028", "70"), ("Sow the banks", "Friends", "June 2028", "Nil"))
    found = table(pdf([*lay(ROWS), bold(f"{theme} by 2030", 40, 182)], lay(over)))
    assert [row[0].text for row in found.rows[4:7]] == [ROWS[4][0], f"{theme} by 2030", over[0][0]]


def test_a_note_right_beneath_a_table_is_no_row_of_it() -> None:
    note = "All costs are at the prices of 2025 and do not include staff."
    found = pdf([*lay(ROWS), words(note, 40, 171)])
    assert tables(found) == [shown(ROWS)]
    assert texts(found) == [note]


def test_bullets_that_hang_before_their_words_stand_in_one_cell_with_them() -> None:
    page = [*lay(ROWS[:2]), words("•", 40, 95), words("oak and ash", 58, 95), *lay(ROWS[2:], top=120)]
    (found,) = tables(pdf(page))
    assert found[1].startswith("Plant trees along the canal and\n• oak and ash | Parks Manager")


def test_a_long_stroke_is_cut_at_the_gap_that_it_holds() -> None:
    actions = ("Survey the bats of the old clock tower and of the mill beside it", "Mend the paths of the railway")
    page = [words("Ref", 40, 60), words("Action", 66, 60), words("By when", 400, 60)]
    for n, action in enumerate(actions * 3, 1):
        page += [words(f"1.{n}      {action}", 40, 60 + 24 * n), words("May 2027", 400, 60 + 24 * n)]
    (found,) = tables(pdf(page))
    assert found[1] == f"1.1 | {actions[0]} | May 2027"


def test_colours_of_one_column_merge_no_cells_of_the_others() -> None:
    rows = tuple((*row[:3], "") for row in ROWS[1:] * 3)
    page = [*lay((ROWS[0], *rows), top=40, step=11)]
    page += [area(476, 43 + 11 * n, 540, 54 + 11 * n, ("40A040", "E0C040")[n % 2]) for n in range(len(rows))]
    page += [words("Done", 480, 51 + 11 * n) for n in range(len(rows))]
    assert all(cell.row_span == 1 for row in table(pdf(page)).rows for cell in row)


def test_words_that_nearly_touch_the_next_column_end_where_it_began_on_the_page_before() -> None:
    text = "Restore the well"
    while stringWidth(f"{text}s", "Helvetica", SIZE) < COLUMNS[1] - COLUMNS[0] - 2:
        text += "s"
    second = ((text, "Rangers", "Ongoing", "Nil"), *ROWS[3:])
    (found,) = tables(pdf(lay(ROWS), lay(second)))
    assert found[len(ROWS) :] == shown(second)


def test_a_tall_row_whose_cells_stand_in_its_middle_goes_on_with_the_columns_far_above_it() -> None:
    top = 60 + 24 * (len(ROWS) - 1) + 50
    tall = [words(text, COLUMNS[0], top + 8 * n) for n, text in enumerate(("Restore the well", "and its pump"))]
    tall += [words(text, x, top + 4) for text, x in zip(("Rangers", "Ongoing", "Nil"), COLUMNS[1:], strict=True)]
    (found,) = tables(pdf([*lay(ROWS), *tall]))
    assert found[-1] == "Restore the well\nand its pump | Rangers | Ongoing | Nil"
