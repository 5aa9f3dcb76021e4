"""Tables whose level rules leave out a column, or the row of a theme."""

from __future__ import annotations

from tests.ingest.readers.from_pdf.drawn import Ink, bold, pdf, rule, table, tables, words

COLUMNS = (40, 240, 360)
ROWS = (
    (("Plant trees along the canal", "and keep them watered"), "Rangers", "2027"),
    (("Mend the paths", "of the old railway"), "Ward Team", "2028"),
    (("Survey the bats",), "Ecologist", "2029"),
    (("Open the gates", "of the walled garden"), "Parks Manager", "2030"),
)


def row(cells: tuple[tuple[str, ...], str, str], y: float) -> list[Ink]:
    first = [words(line, COLUMNS[0], y + 12 * n) for n, line in enumerate(cells[0])]
    return [*first, *(words(text, x, y) for text, x in zip(cells[1:], COLUMNS[1:], strict=True))]


def header(y: float) -> list[Ink]:
    return [bold(text, x, y) for text, x in zip(("Action", "Lead", "By when"), COLUMNS, strict=True)]


def ruled(start: float) -> list[Ink]:
    """Rows of 34 points, each with a rule above it from some place on."""
    page = [*header(60), rule(40, 68, 460, 68)]
    for n, cells in enumerate(ROWS):
        page += [*row(cells, 84 + 34 * n), *([rule(start, 68 + 34 * n, 460, 68 + 34 * n)] if n else [])]
    return page


def test_a_column_that_no_rule_covers_has_a_cell_a_row_where_its_words_begin_anew_in_each() -> None:
    (found,) = tables(pdf(ruled(240)))
    assert [line.split(" | ")[0] for line in found] == ["Action", *("\n".join(cells[0]) for cells in ROWS)]


def test_a_cell_that_no_rule_covers_is_merged_where_its_words_run_on() -> None:
    lines = [words(f"and on {n}", 40, 84 + 12 * n) for n in range(11)]
    page = [ink for n, cells in enumerate(ROWS) for ink in row(((), *cells[1:]), 84 + 34 * n)]
    rules = [rule(40, 68, 460, 68), *(rule(240, 68 + 34 * n, 460, 68 + 34 * n) for n in range(1, 4))]
    assert table(pdf([*header(60), *lines, *page, *rules])).rows[1][0].row_span == 4


def test_a_theme_without_a_rule_of_its_own_is_a_row_among_ruled_ones() -> None:
    page = [*header(60), rule(40, 68, 460, 68), bold("Green spaces", 40, 82)]
    for n, cells in enumerate(ROWS):
        page += [*row(cells, 100 + 34 * n), rule(40, 118 + 34 * n, 460, 118 + 34 * n)]
    (found,) = tables(pdf(page))
    assert len(found) == 2 + len(ROWS)
    assert found[1].split(" | ")[0] == "Green spaces"


def test_a_theme_that_reaches_over_two_columns_is_a_row_among_ruled_ones() -> None:
    page = [*(bold(text, x, 60) for text, x in zip(("No.", "Action", "Lead"), (40, 70, 300), strict=True))]
    page += [rule(40, 68, 460, 68), bold("Green spaces and trees", 40, 82)]
    for n, cells in enumerate(ROWS):
        page += [words(str(n + 1), 40, 100 + 34 * n), words(cells[0][0], 70, 100 + 34 * n)]
        page += [words(cells[1], 300, 100 + 34 * n), rule(40, 118 + 34 * n, 460, 118 + 34 * n)]
    found = table(pdf(page)).rows
    assert (len(found), found[1][0].text, found[1][0].col_span) == (6, "Green spaces and trees", 3)


def test_a_row_that_lacks_the_rule_above_it_begins_where_its_cells_begin_again() -> None:
    page = [*header(60), *(rule(40, y, 460, y) for y in (68, 102, 170, 204))]
    page += [ink for n, cells in enumerate(ROWS) for ink in row(cells, 84 + 34 * n)]
    (found,) = tables(pdf(page))
    assert found[2:4] == ["Mend the paths\nof the old railway | Ward Team | 2028", "Survey the bats | Ecologist | 2029"]


def test_no_row_begins_with_the_last_line_of_one_that_is_set_to_the_foot() -> None:
    columns = (40, 70, 280, 360)
    page = [bold(text, x, 60) for text, x in zip(("No.", "Action", "By when", "Lead"), columns, strict=True)]
    page += [rule(40, y, 460, y) for y in (68, 102, 170, 204)]
    for n in range(4):
        page += [words("Train all the wardens each quarter; see 3.1 /", 70, 84 + 34 * n)]
        cells = (str(n + 1), "3.2" if n == 2 else "and its annex", f"May 202{n}", "Rangers")
        page += [words(text, x, 96 + 34 * n) for text, x in zip(cells, columns, strict=True)]
    (found,) = tables(pdf(page))
    assert any("see 3.1 / 3.2" in line for line in found)


def test_rules_part_rows_beside_a_merged_cell_whose_words_stand_as_high_as_one() -> None:
    page = [*header(60), words("Parks and", 40, 128), words("gardens", 40, 140)]
    columns = (140, 280, 400)
    for n, (first, *others) in enumerate(ROWS):
        page += [rule(140 if n else 40, 68 + 34 * n, 460, 68 + 34 * n)]
        page += [words(line, columns[0], 84 + 34 * n + 12 * m) for m, line in enumerate(first)]
        page += [words(text, x, 84 + 34 * n) for text, x in zip(others, columns[1:], strict=True)]
    page += [bold("When", 400, 60), rule(40, 204, 460, 204)]
    (found,) = tables(pdf(page))
    assert len(found) == 5


def test_headings_without_a_rule_beneath_them_are_a_row_of_their_own() -> None:
    page = [*header(60), *(rule(40, 92 + 34 * n, 460, 92 + 34 * n) for n in range(4))]
    page += [ink for n, cells in enumerate(ROWS) for ink in row(cells, 74 + 34 * n)]
    (found,) = tables(pdf(page))
    assert found[:2] == [
        "Action | Lead | By when",
        "Plant trees along the canal\nand keep them watered | Rangers | 2027",
    ]


def test_the_first_row_beneath_a_rule_stays_whole_where_its_first_column_is_bold() -> None:
    page = [*header(60), *(rule(40, 68 + 34 * n, 460, 68 + 34 * n) for n in range(5))]
    for n, (first, *others) in enumerate(ROWS):
        page += [bold(line, 40, 94 + 34 * n - 6 * len(first) + 12 * m) for m, line in enumerate(first)]
        page += [words(text, x, 88 + 34 * n) for text, x in zip(others, COLUMNS[1:], strict=True)]
    (found,) = tables(pdf(page))
    assert found[:2] == [
        "Action | Lead | By when",
        "Plant trees along the canal\nand keep them watered | Rangers | 2027",
    ]


def test_a_theme_at_the_head_of_a_page_is_a_row_above_those_it_heads() -> None:
    columns, pages = (40, 70, 300), []
    for n, theme in enumerate(("Green spaces and trees", "Rivers and ponds")):
        page = (
            [bold(theme, 40, 62)]
            if n
            else [bold(t, x, 42) for t, x in zip(("No.", "Action", "By"), columns, strict=True)]
        )
        page += [] if n else [rule(40, 48, 460, 48), bold(theme, 40, 62)]
        for m, (first, *_, last) in enumerate(ROWS):
            page += [words(t, x, 80 + 18 * m) for t, x in zip((str(4 * n + m), first[0], last), columns, strict=True)]
            page += [rule(40, 86 + 18 * m, 460, 86 + 18 * m)]
        pages.append(page)
    (found,) = tables(pdf(*pages))
    assert [line.split(" | ")[0] for line in found[5:8]] == ["3", "Rivers and ponds", "4"]
