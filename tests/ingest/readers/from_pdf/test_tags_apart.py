"""Tags of a table without rules that have together what the page sets apart, or the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from pikepdf import Dictionary, Name

from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    LONG_PLAN,
    WIDTH,
    Element,
    Shown,
    cell,
    element,
    row,
    shown,
    structured,
)

ROWS = [" | ".join(line) for line in LONG_PLAN]
LINES = (
    (("Action",), ("Lead",), ("By when",)),
    (("Plant trees along the", "canal and the lane"), ("Parks and", "their friends"), ("May 2027",)),
    (("Mend paths in the", "wood and at the", "village green"), ("Rangers",), ("June 2027",)),
    (("Sow seeds on all", "the verges"), ("Clerk",), ("July 2028",)),
    (("Dig ponds by hand", "in the low field"), ("Parks and", "their friends"), ("May 2028",)),
)


def _joined(cells: Iterable[Element | Shown]) -> Element:
    return element("TD", *(part for one in cells if isinstance(one, Element) for part in one.kids))


def test_two_columns_in_one_are_read_by_their_places() -> None:
    lines = [row(*texts, at=n).kids for n, texts in enumerate(LONG_PLAN)]
    tree = [element("TR", first, _joined(rest)) for first, *rest in lines]
    assert tables(structured(element("Table", *tree))) == [ROWS]


def test_a_label_before_words_is_no_column() -> None:
    def listed(text: str, at: int) -> Element:
        return element("TD", shown("1.", LEFT + WIDTH, 80 + at * 24), shown(text, LEFT + WIDTH + 15, 80 + at * 24))

    tree = [element("TR", cell(a, n, 0), listed(b, n), cell(c, n, 2)) for n, (a, b, c) in enumerate(LONG_PLAN)]
    assert tables(structured(element("Table", *tree)))[0][1] == "Plant trees | 1. Parks | May 2027"


@pytest.mark.parametrize(("column", "aside"), [(1, "x4{}1"), (0, "1{}00")])
def test_words_at_a_tab_stop_of_a_cell_are_no_column_without_a_heading(column: int, aside: str) -> None:
    def tabbed(text: str, at: int) -> Element:
        x, y = LEFT + column * WIDTH, 80 + at * HEIGHT
        return element("TD", shown(text, x, y), shown(aside.format(at), x + 80, y))

    lines = [list(row(*texts, at=n).kids) for n, texts in enumerate(LONG_PLAN)]
    for n, texts in enumerate(LONG_PLAN[1:], 1):
        lines[n][column] = tabbed(texts[column], n)
    told = [
        [*texts[:column], f"{texts[column]} {aside.format(n)}", *texts[column + 1 :]]
        for n, texts in enumerate(LONG_PLAN)
    ]
    found = tables(structured(element("Table", *(element("TR", *line) for line in lines))))
    assert [line.replace("\n", " ") for line in found[0][1:]] == [" | ".join(texts) for texts in told[1:]]


def test_several_rows_in_one_are_read_by_their_places() -> None:
    lines = [row(*texts, at=n).kids for n, texts in enumerate(LONG_PLAN)]
    pairs = [element("TR", *map(_joined, zip(*lines[n : n + 2], strict=True))) for n in (1, 3, 5)]
    assert tables(structured(element("Table", element("TR", *lines[0]), *pairs))) == [ROWS]


def test_all_rows_in_one_cell_are_read_by_their_places() -> None:
    lines = [row(*texts, at=n).kids for n, texts in enumerate(LONG_PLAN)]
    held = element("TD", *(part for line in lines for part in _joined(line).kids))
    assert tables(structured(element("Table", element("TR", held)))) == [ROWS]


def test_a_row_for_each_cell_is_read_by_its_places() -> None:
    cells = [one for n, texts in enumerate(LONG_PLAN) for one in row(*texts, at=n).kids]
    assert tables(structured(element("Table", *(element("TR", one) for one in cells)))) == [ROWS]


def test_columns_the_other_way_round_are_read_by_their_places_though_few_cells_show_it() -> None:
    plan = [
        ("Ref", "Task", "Who", "Note"),
        *((f"A{n}", f"Plant {n} trees", "Parks", "Done" * (n < 2)) for n in range(12)),
    ]
    lines = [row(*texts, at=n).kids for n, texts in enumerate(plan)]
    tree = element("Table", *(element("TR", a, b, d, c) for a, b, c, d in lines))
    assert tables(structured(tree))[0][1] == "A0 | Plant 0 trees | Parks | Done"


def test_a_column_a_row_too_low_is_read_by_its_places() -> None:
    lines = [row(*texts, at=n).kids for n, texts in enumerate(LONG_PLAN)]
    last = [lines[0][2], lines[-1][2], *(line[2] for line in lines[1:-1])]
    tree = [element("TR", *line[:2], one) for line, one in zip(lines, last, strict=True)]
    assert tables(structured(element("Table", *tree))) == [ROWS]


def test_parts_of_a_row_that_begin_together_in_few_of_its_cells_stay_in_it() -> None:
    lines = [
        row(*texts, at=n).kids
        for n, texts in enumerate((("Plant trees", "Parks", "May 2027"), ("", "Clerk", "June 2027")))
    ]
    tree = element(
        "Table", row("Action", "Lead", "By when", at=0), element("TR", *map(_joined, zip(*lines, strict=True)))
    )
    assert len(tables(structured(tree))[0]) == 2


def _spread(lines: Sequence[Sequence[Sequence[str]]]) -> list[Element]:
    """A row of the tags for each line of the page; more room between the rows that are shown."""
    made, y = [], 80.0
    for texts in lines:
        for n in range(max(map(len, texts))):
            words = [shown(text[n], LEFT + k * WIDTH, y + 11 * n) for k, text in enumerate(texts) if n < len(text)]
            cells = {round((one.x - LEFT) / WIDTH): one for one in words}
            made.append(element("TR", *(element("TD", *filter(None, [cells.get(k)])) for k in range(len(texts)))))
        y += 11 * max(map(len, texts)) + 9
    return made


def test_rows_that_are_lines_of_a_page_are_put_together_by_their_places() -> None:
    shown_rows = [" | ".join(" ".join(text) for text in texts) for texts in LINES]
    found = tables(structured(element("Table", *_spread(LINES))))
    assert [[line.replace("\n", " ") for line in rows] for rows in found] == [shown_rows]


@pytest.mark.parametrize("action", ["Plant {} trees", "plant {} trees"])
def test_rows_of_one_line_set_close_in_groups_stay_rows_though_their_words_begin_small(action: str) -> None:
    plan = [("Action", "Lead", "Status"), *((action.format(n), "Parks", "ongoing") for n in range(9))]
    lines = [
        element(
            "TR",
            *(
                element("TD", shown(text, LEFT + x * WIDTH, 80 + n * 11 + (n + 2) // 3 * 9))
                for x, text in enumerate(texts)
            ),
        )
        for n, texts in enumerate(plan)
    ]
    assert tables(structured(element("Table", *lines))) == [[" | ".join(texts) for texts in plan]]


def test_two_columns_in_one_beneath_two_rows_of_headings_are_read_by_their_places() -> None:
    heads = (("Action", "When", ""), ("", "Start", "End"))
    plan = (*heads, *((f"Plant {n} trees", f"{n} May 2026", f"{n} June 2027") for n in range(1, 7)))
    first, second, *lines = (list(row(*texts, at=n).kids) for n, texts in enumerate(plan))
    over = element("TH", *_joined(first[1:2]).kids, says=Dictionary(A=Dictionary(O=Name.Table, ColSpan=2)))
    tree = [element("TR", first[0], over), element("TR", *(element("TH", *_joined([one]).kids) for one in second))]
    tree += [element("TR", line[0], _joined(line[1:])) for line in lines]
    found = tables(structured(element("Table", *tree)))
    assert found[0][2:] == [" | ".join(texts) for texts in plan[2:]]


def test_two_rows_of_headings_that_are_one_row_of_the_tags_are_read_by_their_places() -> None:
    plan = [(f"Plant {n} trees", f"{n} May 2026", f"{n} June 2027", "Town clerk") for n in range(1, 12)]
    heads = ["Action", "When", "Start", "End", "Lead"]
    places = [(0, 0), (0, 1), (1, 1), (1, 2), (0, 3)]
    first = element("TR", *(cell(text, *place) for text, place in zip(heads, places, strict=True)))
    found = tables(structured(element("Table", first, *(row(*texts, at=n) for n, texts in enumerate(plan, 2)))))
    assert found[0][-1] == "Plant 11 trees | 11 May 2026 | 11 June 2027 | Town clerk"
