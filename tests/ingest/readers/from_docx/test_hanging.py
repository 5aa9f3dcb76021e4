"""What hangs on the text: comments, footnotes, text boxes, inner tables, embedded documents, headers and footers."""

from __future__ import annotations

from ingest.model import Embedded, Margin, Paragraph, Place, Table
from tests.ingest.readers.from_docx.written import (
    cell_text,
    docx,
    notes,
    only_table,
    p,
    paragraphs,
    shown,
    t,
    tables,
    tbl,
    tc,
    texts,
    tr,
    yielded,
)  # fmt: skip

COMMENTS = {"comments": f'<w:comment w:id="0" w:author="Ann">{p("Late again")}</w:comment>'}
COMMENTED = p(t("Review cost") + '<w:r><w:commentReference w:id="0"/></w:r>')


def box(content: str) -> str:
    """A text box as Word writes it: twice, once for old readers."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def test_a_comment_is_a_note_at_its_cell() -> None:
    note = notes(docx(tbl(tr("a", tc(COMMENTED))), COMMENTS))[0]
    assert (note.code, note.severity, note.place) == ("comment", "info", Place(table=1, row=1, column=2))
    assert note.message == "Ann commented: Late again"


def test_a_comment_is_no_text() -> None:
    assert cell_text(COMMENTED, COMMENTS) == "Review cost"


def test_a_comment_on_a_paragraph_names_the_paragraph() -> None:
    assert notes(docx(p("one") + COMMENTED, COMMENTS))[0].place == Place(paragraph=2)


def test_a_reference_to_a_comment_that_is_not_there_is_harmless() -> None:
    assert notes(docx(COMMENTED)) == []


def test_a_footnote_follows_as_a_paragraph_and_its_cell_is_told() -> None:
    parts = {"footnotes": f'<w:footnote w:id="2">{p("Subject to funds")}</w:footnote>'}
    data = docx(tbl(tr(tc(p(t("Target met") + '<w:r><w:footnoteReference w:id="2"/></w:r>')))), parts)
    assert texts(tables(data)[0]) == [["Target met"]]
    assert shown(data) == ["1 Subject to funds"]
    assert [(note.code, note.place) for note in notes(data)] == [("footnote", Place(table=1, row=1, column=1))]


def test_footnotes_and_endnotes_are_numbered_in_order() -> None:
    parts = {
        "footnotes": "".join(f'<w:footnote w:id="{i}">{p(f"foot {i}")}</w:footnote>' for i in (5, 6)),
        "endnotes": f'<w:endnote w:id="1">{p("end")}</w:endnote>',
    }
    runs = "".join(
        f'<w:r><w:{kind}Reference w:id="{i}"/></w:r>' for kind, i in (("footnote", 6), ("endnote", 1), ("footnote", 5))
    )
    assert shown(docx(p(t("x") + runs), parts)) == ["x", "1 foot 6", "i end", "2 foot 5"]


def test_a_text_box_in_a_cell_is_read_once() -> None:
    assert cell_text(p(t("Box: ") + box(p("inside")))) == "Box:\ninside"


def test_a_text_box_of_old_word_is_read() -> None:
    pict = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('old')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert shown(docx(p(pict))) == ["old"]


def test_a_table_in_a_text_box_is_a_table_of_its_own_once() -> None:
    found = tables(docx(p(box(tbl("a|b") + p()))))
    assert [texts(table) for table in found] == [[["a", "b"]]]
    assert found[0].parent is None


def test_a_text_box_within_a_text_box_is_read_once() -> None:
    assert shown(docx(p(box(p(t("outer") + box(p("inner"))))))) == ["outer", "inner"]


def test_alternatives_around_whole_blocks_are_taken_once() -> None:
    both = f'<mc:Choice Requires="x">{p("new")}</mc:Choice><mc:Fallback>{p("old")}</mc:Fallback>'
    assert shown(docx(f"<mc:AlternateContent>{both}</mc:AlternateContent>")) == ["new"]


def test_an_inner_table_is_text_of_the_outer_cell_and_a_table_with_a_parent() -> None:
    outer, inner = tables(docx(tbl(tr("a", tc(p("Contacts") + tbl("Lead|Smith", "Deputy|Jones") + p())), "b|c")))
    assert outer.rows[0][1].text == "Contacts\nLead\nSmith\nDeputy\nJones"
    assert (inner.place, inner.parent) == (Place(table=2), Place(table=1, row=1, column=2))
    assert texts(inner) == [["Lead", "Smith"], ["Deputy", "Jones"]]


def test_rows_around_an_inner_table_keep_their_cells() -> None:
    body = tbl("1|2", tr("a", tc(tbl("x") + p()), "b"), "c|d|e")
    assert only_table(body) == [["1", "2", ""], ["a", "x", "b"], ["c", "d", "e"]]


def test_tables_are_numbered_in_document_order_inner_ones_included() -> None:
    body = tbl(tr(tc(tbl(tr(tc(tbl("deep") + p()))) + p()))) + tbl("last")
    assert [(x.place.table, x.parent.table if x.parent else None) for x in tables(docx(body))] == [
        (1, None), (2, 1), (3, 2), (4, None),
    ]  # fmt: skip


def test_an_embedded_part_is_handed_back_at_its_place() -> None:
    data = docx(p("before") + '<w:altChunk r:id="chunk.html"/>' + p("after"), {"chunk.html": "<p>inside</p>"})
    kinds = [type(item) for item in yielded(data) if isinstance(item, Paragraph | Embedded)]
    assert kinds == [Paragraph, Embedded, Paragraph]
    assert [item.data for item in yielded(data) if isinstance(item, Embedded)] == [b"<p>inside</p>"]


def test_an_embedded_part_in_a_cell_follows_its_table() -> None:
    data = docx(tbl(tr(tc('<w:altChunk r:id="c.html"/>' + p("x")))), {"c.html": "<p/>"})
    assert [type(item) for item in yielded(data) if isinstance(item, Table | Embedded)] == [Table, Embedded]


def test_an_embedded_part_that_is_missing_is_nothing() -> None:
    assert shown(docx('<w:altChunk r:id="gone"/>' + p("after"))) == ["after"]


def test_headers_and_footers_are_margins_each_text_once() -> None:
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    parts = {"header": p("Anytown Council") + tbl("Draft|v2"), "footer": p("Anytown Council") + p(t("Page ") + page)}
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    data = docx(p("x") + section, parts)
    assert [x.paragraph.text for x in yielded(data) if isinstance(x, Margin)] == [
        "Anytown Council",
        "Draft",
        "v2",
        "Page",
    ]
    assert [x.text for x in paragraphs(data)] == ["x"]
