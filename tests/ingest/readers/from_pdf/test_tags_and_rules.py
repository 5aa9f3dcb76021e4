"""Tables whose tags and rules say of the same cells, and parts of tagged tables put together over the page."""

from __future__ import annotations

from tests.ingest.readers.from_pdf.drawn import HIGH, table, tables, texts
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    PLAN,
    SHOWN,
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

RULES = ruled_around(3, 3)


def test_tags_of_a_page_are_believed_where_rules_say_the_same() -> None:
    found = table(structured(element("Table", *rows(*PLAN)), setting=Setting(rules=RULES)))
    assert [" | ".join(cell.text for cell in row) for row in found.rows] == SHOWN
    assert all(cell.header for cell in found.rows[0])


def test_rules_within_a_cell_make_no_more_cells_than_the_tags() -> None:
    plan = [*PLAN, ("Sow seeds", "Parks", "July 2027"), ("Dig ponds", "Rangers", "May 2028")]
    box = f"{LEFT + WIDTH + 50} {HIGH - 90} m {LEFT + WIDTH + 50} {HIGH - 114} l S"
    data = structured(element("Table", *rows(*plan)), setting=Setting(rules=f"{ruled_around(3, 5)} {box}"))
    assert tables(data) == [[" | ".join(texts) for texts in plan]]


def test_a_cell_alone_between_the_sides_of_its_table_covers_its_row() -> None:
    level = " ".join(f"36 {HIGH - 66 - n * HEIGHT} m 396 {HIGH - 66 - n * HEIGHT} l S" for n in range(5))
    parts = [(36, 0, 4), (396, 0, 4), *((36 + n * WIDTH, top, end) for n in (1, 2) for top, end in ((0, 1), (2, 4)))]
    upright = " ".join(f"{x} {HIGH - 66 - a * HEIGHT} m {x} {HIGH - 66 - b * HEIGHT} l S" for x, a, b in parts)
    theme = element("TR", cell("Green spaces", 1, 0))
    tree = element("Table", row(*PLAN[0], at=0), theme, row(*PLAN[1], at=2), row(*PLAN[2], at=3))
    found = table(structured(tree, setting=Setting(rules=f"{level} {upright}")))
    assert [cell.text for cell in found.rows[1]] == ["Green spaces"] * 3


def test_a_header_tagged_again_on_the_next_page_stands_once() -> None:
    again = row(*PLAN[0], at=0, page=1)
    tree = element(
        "Table",
        *rows(*PLAN[:2]),
        again,
        row(*PLAN[2], at=1, page=1),
        row("Sow seeds", "Parks", "July 2027", at=2, page=1),
    )
    assert tables(structured(tree, setting=Setting(pages=2))) == [[*SHOWN, "Sow seeds | Parks | July 2027"]]


def test_a_header_without_a_tag_above_the_next_pages_table_stands_once() -> None:
    again = tuple(Shown(text, LEFT + n * WIDTH, 56, page=1, tag="") for n, text in enumerate(PLAN[0]))
    more = [row(f"Sow many seeds in all parks, part {n}", "Rangers", "July 2028", at=n, page=1) for n in range(4)]
    rest = element("Table", row(*PLAN[2], at=0, page=1), *more)
    found = tables(structured(element("Table", *rows(*PLAN[:2])), rest, setting=Setting(pages=2, first=again)))
    assert (len(found), found[0][:3]) == (1, SHOWN)


def test_a_table_above_one_that_goes_on_is_at_its_end() -> None:
    first = element("Table", *rows(*PLAN[:2]))
    parted = element(
        "Table",
        row("Theme", "Chair", "Since", at=3),
        row("Air", "A. Lee", "2020", at=4),
        row("Water", "B. Roe", "2021", at=0, page=1),
    )
    last = element("Table", row("Risk", "Owner", "Date", at=2, page=1), row("Floods", "Engineer", "2022", at=3, page=1))
    assert [len(found) for found in tables(structured(first, parted, last, setting=Setting(pages=2)))] == [2, 3, 2]


def test_a_table_goes_on_though_its_last_column_holds_longer_words() -> None:
    rest = element("Table", row("Mend paths", "Rangers", "By the end of the summer", at=0, page=1))
    found = tables(structured(element("Table", row(*PLAN[0], at=0)), rest, setting=Setting(pages=2)))
    assert found == [[SHOWN[0], "Mend paths | Rangers | By the end of the summer"]]


def test_a_table_goes_on_beneath_the_same_header_however_its_words_are_set() -> None:
    def ending(texts: tuple[str, ...], y: float, page: int) -> Element:
        ends = [shown(text, 200 + n * WIDTH - 4.4 * len(text), y, page=page) for n, text in enumerate(texts)]
        return element("TR", *(element("TD", words) for words in ends))

    first = element("Table", ending(PLAN[0], 80, 0), ending(PLAN[1], 104, 0))
    rest = element("Table", ending(PLAN[0], 80, 1), ending(("Mend the paths there", "Rangers", "June 2027"), 104, 1))
    found = tables(structured(first, rest, setting=Setting(pages=2)))
    assert found == [[*SHOWN[:2], "Mend the paths there | Rangers | June 2027"]]


def test_a_hyphen_that_the_file_calls_no_content_goes_with_the_line() -> None:
    hyphen = "/Artifact BMC BT /F 9 Tf 1 0 0 1 65.5 320 Tm (-) Tj ET EMC"
    tree = element("P", Shown("Quizzi", LEFT, 80, after=hyphen), shown("fying things", LEFT, 91))
    assert texts(structured(tree)) == ["Quizzifying things"]


def test_a_hyphen_that_the_file_calls_soft_goes_with_the_line() -> None:
    soft = "/Span <</ActualText <FEFF00AD>>> BDC BT /F 9 Tf 1 0 0 1 65.5 320 Tm (-) Tj ET EMC"
    tree = element("P", Shown("Quizzi", LEFT, 80, after=soft), shown("fying things", LEFT, 91))
    assert texts(structured(tree)) == ["Quizzifying things"]


def test_a_column_of_numbers_that_the_tags_have_outside_of_the_table_is_in_its_rules() -> None:
    plan = [
        ("No", "Action", "Lead"),
        *((str(n), f"Plant {n} trees by the canals too", "Parks and all rangers") for n in range(1, 9)),
    ]
    lines = [list(row(*texts, at=n).kids) for n, texts in enumerate(plan)]
    numbers = element("L", *(element("LI", *line[0].kids) for line in lines[1:] if isinstance(line[0], Element)))
    tree = element("Table", element("TR", *lines[0]), *(element("TR", *line[1:]) for line in lines[1:]))
    found = tables(structured(numbers, tree, setting=Setting(rules=ruled_around(3, len(plan)))))
    assert [line.split(" | ")[0] for line in found[0]] == [texts[0] for texts in plan]
