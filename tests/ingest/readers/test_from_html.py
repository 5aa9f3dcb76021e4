"""Web pages: text, tables with spans, colours; nothing run, nothing fetched, nothing endless."""

from __future__ import annotations

import pytest

from ingest.errors import TooLarge
from ingest.model import Document, Paragraph
from ingest.reading import read_document
from tests.ingest.readers.shown import shown, texts


def read(page: str) -> Document:
    """The document of this page."""
    return read_document(page.encode())


def test_a_page_gives_its_title_headings_lists_and_table_in_order() -> None:
    document = read(
        "<html><head><title>Green Plan</title></head><body><h2>Plan</h2><p>We <b>plant</b>\n trees<br>today</p>"
        "<ul><li>dig</ul><ol start=3><li>water<li value=7>weed<li>rest</ol>"
        "<table><tr><th>Action<th>Lead<tr><td>Plant &amp; water<td>Parks</table></body></html>"
    )
    assert document.facts.title == "Green Plan"
    assert shown(document) == [
        "Plan", "We plant trees\ntoday", "• dig", "3. water", "7. weed", "8. rest",
        [["Action", "Lead"], ["Plant & water", "Parks"]],
    ]  # fmt: skip
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[0].level == 2
    assert [cell.header for cell in document.tables[0].rows[0]] == [True, True]


def test_spanning_cells_push_those_after_them_aside() -> None:
    page = "<table><tr><td rowspan=2>Issue<td colspan=2>Theme<tr><td>Plant<td>Parks<tr><td>x<td>y<td>z</table>"
    assert texts(read(page).tables[0]) == [["Issue", "Theme", "Theme"], ["Issue", "Plant", "Parks"], ["x", "y", "z"]]


def test_scripts_styles_and_hidden_text_are_not_text() -> None:
    page = "<p>Plant<script>alert(1)</script><style>p{}</style><span style='display:none'>x</span></p><p hidden>y</p>"
    assert shown(read(page)) == ["Plant"]


def test_colours_come_from_styles_attributes_and_rows() -> None:
    page = (
        "<table><tr bgcolor=lime><td style='background:#f00'>a<td>b<td style='background-color:rgb(0, 176, 80)'>"
        "<font color=red>c</font></table>"
    )
    cells = read(page).tables[0].rows[0]
    assert [(cell.fill, cell.colour) for cell in cells] == [("FF0000", ""), ("00FF00", ""), ("00B050", "FF0000")]


def test_a_table_in_a_cell_is_known_and_its_text_stands_in_the_cell() -> None:
    outer, inner = read("<table><tr><td>a<td>b<table><tr><td>c<td>d</table></table>").tables
    assert texts(outer) == [["a", "b\nc\nd"]]
    assert inner.parent == outer.rows[0][1].place


def test_struck_text_links_and_form_fields_are_kept() -> None:
    document = read(
        "<p><s>Fell trees</s></p><p><a href='https://example.org/'>See</a></p><p><input type=checkbox checked>Done"
    )
    struck, link, box = (block for block in document.blocks if isinstance(block, Paragraph))
    assert struck.struck
    assert link.links == ("https://example.org/",)
    assert box.text == "☒Done"


@pytest.mark.parametrize("claim", ["utf-16", "no-such-thing", "utf-8"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(claim: str) -> None:
    page = f"<meta charset={claim}><table><tr><td>café<td>x</table>".encode("cp1252")
    assert texts(read_document(page).tables[0]) == [["café", "x"]]


def test_what_is_nested_too_deeply_is_noted_never_passed_over() -> None:
    document = read("<p>Plan</p>" + "<div>" * 1_000 + "Plant")
    assert shown(document)[0] == "Plan"
    assert not document.complete
    with pytest.raises(TooLarge):
        read("<div>" * 1_000 + "Plant")


def test_a_tag_of_countless_attributes_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(TooLarge, match="attributes"):
        read("<table " + " ".join(f"a{n}=1" for n in range(5_000)) + "><tr><td>x</table>")


def test_spans_without_end_are_cut_to_the_table() -> None:
    table = read("<table><tr><td colspan=99999 rowspan=99999>a<td>b<tr><td>c</table>").tables[0]
    assert len(table.rows) == 2
    assert table.width <= 65
