"""Files whose tags tell of no table, though their pages show one."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Name

from tests.ingest.readers.from_pdf.drawn import HIGH, tables, texts
from tests.ingest.readers.from_pdf.structured import HEIGHT, LEFT, WIDTH, element, shown, structured
from tests.ingest.readers.from_pdf.tagged import Words, cells, tagged

PLAN = (
    ("Action", "Lead", "By when"),
    ("Plant trees", "Parks Manager", "May 2027"),
    ("Mend paths", "Rangers", "June 2027"),
    ("Sow seeds", "Clerk", "July 2027"),
)
ROWS = [" | ".join(row) for row in PLAN]


def _paragraphs() -> list[Words]:
    return [Words(w.text, "P", w.page, w.x, w.y) for w in cells(*PLAN)]


def _ruled(data: bytes, rows: int = 4) -> bytes:
    """The file with rules around a grid of three columns."""
    edges = [f"36 {HIGH - y} m 396 {HIGH - y} l S" for y in range(68, 69 + 24 * rows, 24)]
    edges += [f"{x} {HIGH - 68} m {x} {HIGH - 68 - 24 * rows} l S" for x in range(36, 397, 120)]
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        rules = b"/Artifact BMC " + " ".join(edges).encode() + b" EMC"
        page.obj[Name.Contents] = Array([page.Contents, document.make_stream(rules)])
        document.save(made)
    return made.getvalue()


def test_cells_that_a_program_tagged_as_paragraphs_make_a_table() -> None:
    assert tables(tagged(*_paragraphs())) == [ROWS]


def test_rules_make_a_table_under_headings_where_the_tags_name_none() -> None:
    data = _ruled(tagged(Words("Our plan", "H1"), *_paragraphs()))
    assert (texts(data), tables(data)) == (["Our plan"], [ROWS])


def test_paragraphs_under_headings_make_one_where_each_stands_in_one_row() -> None:
    data = tagged(Words("Our plan", "H1"), *_paragraphs())
    assert (texts(data), tables(data)) == (["Our plan"], [ROWS])


def test_paragraphs_under_headings_make_none_where_they_go_on_over_several_rows() -> None:
    columns = [
        element("P", *(shown(line[column], LEFT + column * WIDTH, 80 + n * HEIGHT) for n, line in enumerate(PLAN)))
        for column in range(3)
    ]
    assert tables(structured(element("H1", shown("Our plan")), *columns)) == []


def test_paragraphs_in_two_columns_under_headings_make_none() -> None:
    two = [Words(w.text, "P", w.page, w.x, w.y) for w in cells(*(line[:2] for line in PLAN))]
    assert tables(tagged(Words("Our plan", "H1"), *two)) == []


def test_a_table_whose_page_was_not_believed_is_not_believed_on_the_next() -> None:
    lost = [Words(f"A long sentence that has lost its tag, number {n}.", "", y=200 + 14 * n) for n in range(9)]
    first, rest = cells(*PLAN[:3]), cells(*PLAN[3:], page=1, first=3, top=64)
    found = tables(_ruled(tagged(*lost, *first, *rest, pages=2), rows=3))
    assert (found[0], " |  | " in found[-1]) == (ROWS[:3], False)
