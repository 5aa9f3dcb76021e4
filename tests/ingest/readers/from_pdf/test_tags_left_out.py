"""Tagged tables of which the tags leave something out: a cell's words, a row, the header."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.ingest.readers.from_pdf.drawn import tables, texts
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    PLAN,
    SHOWN,
    WIDTH,
    Element,
    Setting,
    Shown,
    element,
    row,
    rows,
    ruled_around,
    shown,
    structured,
)

MORE = (*PLAN, ("Sow seeds", "Parks", "July 2027"), ("Dig ponds in the wood", "Rangers", "May 2028"))


@pytest.mark.parametrize(("at", "column"), [(2, 1), (1, 2), (3, 0)])
def test_words_without_a_tag_stand_in_the_empty_cell_they_are_drawn_in(at: int, column: int) -> None:
    lost = Shown(MORE[at][column], LEFT + column * WIDTH, 80 + at * HEIGHT)
    told = [["" if (n, m) == (at, column) else text for m, text in enumerate(texts)] for n, texts in enumerate(MORE)]
    data = structured(element("Table", *rows(*told)), setting=Setting(first=(lost,)))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in MORE]], [])


def test_the_end_of_a_column_without_tags_is_read_from_the_page() -> None:
    lost = tuple(Shown(line[2], LEFT + 2 * WIDTH, 80 + n * HEIGHT) for n, line in enumerate(MORE) if n > 2)
    told = [(*line[:2], "" if n > 2 else line[2]) for n, line in enumerate(MORE)]
    data = structured(element("Table", *rows(*told)), setting=Setting(first=lost))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in MORE]], [])


def test_a_row_without_tags_is_read_by_its_rules() -> None:
    plan = (*MORE, ("Cut the hedges along the lanes", "Rangers", "September 2029"))
    lost = tuple(Shown(text, LEFT + n * WIDTH, 80 + 2 * HEIGHT) for n, text in enumerate(plan[2]))
    told = [row(*texts, at=n) for n, texts in enumerate(plan) if n != 2]
    data = structured(element("Table", *told), setting=Setting(first=lost, rules=ruled_around(3, 6)))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in plan]], [])


def test_a_header_that_is_tagged_as_paragraphs_above_its_table_is_read_by_its_rules() -> None:
    head = [element("P", shown(text, LEFT + n * WIDTH, 80)) for n, text in enumerate(PLAN[0])]
    told = [row(*texts, at=n) for n, texts in enumerate(PLAN) if n]
    data = structured(*head, element("Table", *told), setting=Setting(rules=ruled_around(3, 3)))
    assert (tables(data), texts(data)) == ([SHOWN], [])


def test_a_header_that_is_tagged_as_paragraphs_above_its_table_is_read_by_its_place() -> None:
    head = [element("P", shown(text, LEFT + n * WIDTH, 80)) for n, text in enumerate(MORE[0])]
    data = structured(*head, element("Table", *(row(*texts, at=n) for n, texts in enumerate(MORE) if n)))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in MORE]], [])


def _paragraphs(*lines: Sequence[str], first: int, page: int = 0) -> list[Element]:
    """Words at the places of rows, tagged as paragraphs; no words are none."""
    return [
        element("P", shown(text, LEFT + x * WIDTH, 80 + n * HEIGHT, page=page))
        for n, texts in enumerate(lines, first)
        for x, text in enumerate(texts)
        if text
    ]


def test_rows_that_are_tagged_as_paragraphs_below_their_table_are_read_by_their_place() -> None:
    data = structured(element("Table", *rows(*MORE[:3])), *_paragraphs(*MORE[3:], first=3))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in MORE]], [])


def test_last_rows_that_are_tagged_as_paragraphs_on_a_later_page_are_read_by_their_place() -> None:
    first = [row(*texts, at=n) for n, texts in enumerate(MORE)]
    later = [row(f"Plant {n} trees", "Parks", f"May {2030 + n}", at=n, page=1) for n in range(3)]
    last = [("Sow nettles", "Clerk", "June 2035"), ("Mow lawns", "Parks", "July 2036")]
    end = _paragraphs(*last, first=3, page=1)
    data = structured(element("Table", *first, *later), *end, setting=Setting(pages=2))
    assert ([lines[-2:] for lines in tables(data)][-1], texts(data)) == ([" | ".join(line) for line in last], [])


@pytest.mark.parametrize(
    "foot",
    [
        ("Signed by the Chair", "", "Dated"),
        ("For more write to", "parks@anytown.example", ""),
        ("Anytown Council", "Page 1", "March 2026"),
    ],
)
def test_a_line_in_parts_below_a_tagged_table_is_none_of_its_rows(foot: Sequence[str]) -> None:
    data = structured(element("Table", *rows(*MORE)), *_paragraphs(foot, first=len(MORE)))
    assert (tables(data), len(texts(data))) == ([[" | ".join(line) for line in MORE]], len(list(filter(None, foot))))


def test_lines_in_parts_further_below_a_tagged_table_are_none_of_its_rows() -> None:
    names = [("Ann Lee", "Bo Ray", "Cy Day"), ("Chair", "Clerk", "Mayor")]
    data = structured(element("Table", *rows(*MORE)), *_paragraphs(*names, first=len(MORE) + 1))
    assert (tables(data), len(texts(data))) == ([[" | ".join(line) for line in MORE]], 6)


@pytest.mark.parametrize(
    "line", [("Theme one", "", "Lead: Ann Lee"), ("Version 2", "", "March 2026"), ("Name: Ann", "Class: 4", "Year: 2")]
)
def test_a_line_in_parts_above_a_tagged_table_is_no_header(line: Sequence[str]) -> None:
    told = [
        element("TR", *(element("TD", shown(text, LEFT + x * WIDTH, 80 + n * HEIGHT)) for x, text in enumerate(texts)))
        for n, texts in enumerate(MORE)
    ]
    data = structured(*_paragraphs(line, first=-1), element("Table", *told))
    assert (tables(data), len(texts(data))) == ([[" | ".join(line) for line in MORE]], len(list(filter(None, line))))


def test_a_column_that_is_tagged_as_paragraphs_beside_its_table_is_read_by_its_place() -> None:
    first = [element("P", shown(line[0], LEFT, 80 + n * HEIGHT)) for n, line in enumerate(MORE)]
    rest = [element("TR", *row(*texts, at=n).kids[1:]) for n, texts in enumerate(MORE)]
    data = structured(*first, element("Table", *rest))
    assert (tables(data), texts(data)) == ([[" | ".join(line) for line in MORE]], [])


def test_a_sentence_above_a_tagged_table_is_no_header() -> None:
    above = element("P", shown("What the council and its partners will do by the end of the plan", LEFT, 80))
    told = element("Table", *(row(*texts, at=n) for n, texts in enumerate(MORE) if n))
    assert len(texts(structured(above, told))) == 1


def test_a_line_beside_a_tagged_table_is_none_of_its_cells() -> None:
    aside = Shown("See page 2", LEFT + 3 * WIDTH + 40, 80 + HEIGHT)
    told = [row(*texts[:2], "", at=n) if n == 1 else row(*texts, at=n) for n, texts in enumerate(PLAN)]
    data = structured(element("Table", *told), setting=Setting(first=(aside,)))
    assert texts(data) == ["See page 2"]
