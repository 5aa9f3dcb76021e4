"""Tables and headings that the file itself names."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ingest.model import Paragraph
from ingest.readers.from_pdf.tagged.tree import marks
from tests.ingest.readers.from_pdf.drawn import blocks, margins, table, tables, texts
from tests.ingest.readers.from_pdf.tagged import Words, cells, tagged

HEAD = ("Action", "Lead", "By when")
PLAN = (HEAD, ("Plant trees", "Parks Manager", "May 2027"), ("Mend paths", "Rangers", "June 2027"))


def test_the_tags_of_a_table_are_its_rows_and_cells() -> None:
    assert tables(tagged(*cells(*PLAN))) == [[" | ".join(row) for row in PLAN]]


def test_heading_cells_are_marked() -> None:
    assert [[c.header for c in row] for row in table(tagged(*cells(*PLAN[:2]))).rows] == [[True] * 3, [False] * 3]


def test_a_heading_keeps_the_level_its_tag_gives() -> None:
    data = tagged(Words("Our plan", "H1"), Words("For places", "H2", y=60), *cells(*PLAN, top=90))
    assert [b.level for b in blocks(data) if isinstance(b, Paragraph)] == [1, 2]


def test_an_empty_cell_without_a_tag_is_put_back_by_position() -> None:
    rows = (*PLAN, ("Sow seeds", "", "July 2027"))
    assert tables(tagged(*cells(*rows)))[0][-1] == "Sow seeds |  | July 2027"


def test_a_row_over_two_pages_is_one_row() -> None:
    first = cells(HEAD, ("Plant trees along the", "Parks Manager", "May 2027"))
    rest = [Words("canal bank", "TD", page=1, row=1)]
    data = tagged(*first, *rest, *cells(("Mend paths", "Rangers", "June 2027"), page=1, first=2, top=64), pages=2)
    found = table(data)
    assert len(found.rows) == 3


def test_what_no_tag_names_is_left_out_of_the_text() -> None:
    data = tagged(*cells(*PLAN), Words("Page 1", "", y=390))
    assert (margins(data), texts(data)) == (["Page 1"], [])


def test_tags_that_name_little_of_the_text_are_not_believed() -> None:
    loose = [Words(f"A long sentence that has lost its tag, number {n}.", "", y=200 + 14 * n) for n in range(9)]
    assert len(texts(tagged(Words("Title", "H1"), *loose))) > 1


def test_a_tree_that_goes_in_circles_comes_to_an_end() -> None:
    with pikepdf.open(io.BytesIO(tagged(*cells(*PLAN)))) as document:
        root = document.Root.StructTreeRoot
        root.K.append(root)
        made = io.BytesIO()
        document.save(made)
    assert len(marks(made.getvalue())) == 1


@pytest.mark.parametrize("data", [b"", b"no PDF at all"])
def test_a_file_whose_tree_cannot_be_read_has_no_tags(data: bytes) -> None:
    assert marks(data) == {}


def test_rows_that_stand_in_no_table_make_one() -> None:
    assert tables(_changed("/Table", lambda element: element.update({"/S": Name.Sect}))) == [SHOWN]


def test_a_span_for_which_its_row_has_no_room_is_not_believed() -> None:
    def widen(element: Dictionary) -> None:
        element["/A"] = Dictionary(O=Name.Table, ColSpan=3, RowSpan=2)

    assert tables(_changed("/TD", widen, only=1)) == [SHOWN]


@pytest.mark.parametrize("spans", [{"/RowSpan": 2}, {"/ColSpan": 2}, {"/RowSpan": 3, "/ColSpan": 2}])
def test_spans_that_every_cell_claims_are_not_believed(spans: dict[str, int]) -> None:
    def widen(element: Dictionary) -> None:
        element["/A"] = Dictionary({"/O": Name.Table, **spans})

    assert tables(_changed("/TD", widen)) == [SHOWN]


def test_no_cell_reaches_down_into_a_row_that_its_own_cell_fills() -> None:
    theme = [Words("Greener places", "TD", y=80 + 24, row=1, col_span=3)]
    rest = cells(*PLAN[1:], first=2, top=80 + 48)
    with pikepdf.open(io.BytesIO(tagged(*cells(HEAD), *theme, *rest))) as document:
        for item in document.objects:
            if isinstance(item, Dictionary) and item.get("/S") == "/TH":
                item["/A"] = Dictionary(O=Name.Table, RowSpan=2)
        made = io.BytesIO()
        document.save(made)
    assert tables(made.getvalue())[0] == [SHOWN[0], " | ".join(["Greener places"] * 3), *SHOWN[1:]]


def test_rows_that_the_tags_shuffle_are_read_from_the_top() -> None:
    rows = [(f"Plant {n} trees", "Parks Manager", f"May {2027 + n}") for n in range(6)]
    shuffled = [cells(row, first=n // 2 + (n % 2) * 3 + 1, top=104 + 24 * n) for n, row in enumerate(rows)]
    data = tagged(*cells(HEAD), *(word for row in shuffled for word in row))
    assert tables(data)[0] == [" | ".join(row) for row in (HEAD, *rows)]


def test_rows_that_all_stand_in_one_are_read_by_their_places() -> None:
    wide = _changed("/TR", lambda element: element.update({"/S": Name.NonStruct}))
    assert tables(wide) == [SHOWN]


def test_words_whose_tag_says_so_are_struck_out() -> None:
    def strike(element: Dictionary) -> None:
        attributes = Dictionary(O=Name.Layout, TextDecorationType=Name.LineThrough)
        element["/K"] = Dictionary(S=Name.Span, A=attributes, K=element["/K"])

    found = table(_changed("/TD", strike, only=1))
    assert [[cell.struck for cell in row] for row in found.rows[1:]] == [[False, True, False], [False] * 3]


def test_pieces_of_a_line_that_stand_in_a_cell_directly_are_one_paragraph() -> None:
    def part(element: Dictionary) -> None:
        element["/K"] = Array([Dictionary(S=Name.Span, K=element["/K"]), Dictionary(S=Name.Span, K=9)])

    data = _changed("/TD", part, only=0)
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        more = b"/TD <</MCID 9>> BDC BT /F 9 Tf 1 0 0 1 88 296 Tm (and hedges) Tj ET EMC"
        page.Contents = Array([page.Contents, document.make_stream(more)])
        made = io.BytesIO()
        document.save(made)
    assert tables(made.getvalue())[0][1] == "Plant trees and hedges | Parks Manager | May 2027"


SHOWN = [" | ".join(row) for row in PLAN]


def _changed(tag: str, change: Callable[..., None], only: int | None = None) -> bytes:
    """The plan with its elements of one tag changed, or only that one of them."""
    with pikepdf.open(io.BytesIO(tagged(*cells(*PLAN)))) as document:
        named = [item for item in document.objects if isinstance(item, Dictionary) and item.get("/S") == tag]
        for n, element in enumerate(named):
            if only in (None, n):
                change(element)
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()
