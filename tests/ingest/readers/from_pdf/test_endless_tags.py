"""Tags and forms that stand in many places, or claim to cover many: none takes long."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.tagged.apart import shown_otherwise
from ingest.readers.from_pdf.tagged.tags import Marks
from ingest.readers.from_pdf.tagged.tree import marks
from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import LEFT, Shown, element, structured


@pytest.fixture
def document() -> pikepdf.Pdf:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.MarkInfo = Dictionary(Marked=True)
    return made


def tag(document: pikepdf.Pdf, kind: str, kids: Sequence[Object | int], says: Dictionary | None = None) -> Object:
    made = Dictionary(S=Name("/" + kind), K=Array([*kids]), Pg=document.pages[0].obj)
    made.update(says or {})
    return document.make_indirect(made)


def read(document: pikepdf.Pdf, *top: Object) -> Marks:
    """What the tags say, within two seconds."""
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(K=Array(top)))
    made = io.BytesIO()
    document.save(made)
    began = time.process_time()
    found = marks(made.getvalue())
    assert time.process_time() - began < 2
    return found


def test_a_cell_with_the_same_parts_in_many_places(document: pikepdf.Pdf) -> None:
    part = tag(document, "P", [0])
    for _ in range(4):
        part = tag(document, "Div", 120 * [part])
    found = read(document, tag(document, "Table", [tag(document, "TR", [tag(document, "TD", [part])])]))
    assert found[1][0].cell is not None


def test_cells_that_claim_to_cover_the_whole_of_a_great_table(document: pikepdf.Pdf) -> None:
    claim = Dictionary(A=Dictionary(O=Name.Table, RowSpan=2000, ColSpan=100))
    rows = [tag(document, "TR", [tag(document, "TD", [n], claim)]) for n in range(400)]
    assert len(read(document, tag(document, "Table", rows))[1]) == 400


def test_a_form_that_is_drawn_many_times(document: pikepdf.Pdf) -> None:
    form = document.make_stream(20_000 * b"0 0 m\n", Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    document.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
    document.pages[0].Contents = document.make_stream(300 * b"/F Do ")
    content = Dictionary(Type=Name.MCR, Stm=form, MCID=0)
    (mark,) = read(document, tag(document, "P", [content]))[1]
    assert mark > 0


def test_cells_that_name_the_same_many_headings(document: pikepdf.Pdf) -> None:
    names = document.make_indirect(Array([pikepdf.String(f"n{n}") for n in range(6_000)]))
    claim = Dictionary(A=document.make_indirect(Dictionary(O=Name.Table, Headers=names)))
    rows = [tag(document, "TR", [tag(document, "TD", [n], claim)]) for n in range(300)]
    assert len(read(document, tag(document, "Table", rows))[1]) == 300


def test_a_paragraph_of_many_pieces_that_are_struck_out(document: pikepdf.Pdf) -> None:
    struck = Dictionary(A=Dictionary(O=Name.Layout, TextDecorationType=Name.LineThrough))
    pieces = [*range(40_000), Dictionary(Type=Name.MCR, MCID=40_000)]
    found = read(document, tag(document, "P", [tag(document, "Span", pieces, struck)]))
    assert len(found[1][0].struck or ()) == 40_001


def test_forms_that_the_pages_inherit_belong_to_their_tags() -> None:
    cells = [element("TD", Shown(text, LEFT + 120 * n, 60, form="around")) for n, text in enumerate(("Trees", "Parks"))]
    with pikepdf.open(io.BytesIO(structured(element("Table", element("TR", *cells))))) as document:
        document.Root.Pages.Resources = document.pages[0].obj.Resources
        del document.pages[0].obj.Resources
        made = io.BytesIO()
        document.save(made)
    assert tables(made.getvalue()) == [["Trees | Parks"]]


def _piece(row: int, *lines: Sequence[tuple[float, float]]) -> Piece:
    """A cell of the first column, with words at these places from the left and from above."""
    held = [[Run("Parks", Box(x, y - 9, x + 20, y), y, 9) for x, y in line] for line in lines]
    made = tuple(Line(tuple(runs), "", runs[0].box, runs[0].baseline, 9) for runs in held)
    return Piece(row, 0, 1, 1, made[0].box, made[0].box, 0, made)


@pytest.mark.parametrize(
    "pieces",
    [
        [_piece(0, *([(40, 15 * n), (100 + n / 50, 15 * n)] for n in range(4000)))],
        [_piece(n, [(40, 15 * n), (100 + n / 50, 15 * n)]) for n in range(6000)],
    ],
    ids=["in one cell", "in cells of their own"],
)
def test_many_lines_in_two_parts(pieces: list[Piece]) -> None:
    tagged = Fragment(0, pieces[0].box, (40, 300), len(pieces), (*pieces, *(one._replace(column=1) for one in pieces)))
    began = time.process_time()
    shown_otherwise(tagged)
    assert time.process_time() - began < 2
