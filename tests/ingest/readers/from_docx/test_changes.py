"""Tracked changes: the text as if all were accepted, and a note that there are any."""

from __future__ import annotations

from tests.ingest.readers.from_docx.written import cell_text, docx, notes, only_table, p, shown, t, tables, tbl, tc, tr

WHO = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'


def ins(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    assert cell_text(p(deleted("October ") + ins(t("December ")) + t("2009"))) == "December 2009"


def test_moved_words_stand_where_they_went() -> None:
    moved = f"<w:moveFrom {WHO}>{t('gone')}</w:moveFrom>" + t("Start ") + f"<w:moveTo {WHO}>{t('here')}</w:moveTo>"
    assert cell_text(p(moved)) == "Start here"


def test_a_paragraph_whose_end_is_deleted_joins_the_next() -> None:
    body = p("First ", f"<w:rPr><w:del {WHO}/></w:rPr>") + p("second") + p("third")
    assert shown(docx(body)) == ["First second", "third"]


def test_a_paragraph_whose_end_is_deleted_before_a_table_stands_alone() -> None:
    body = p("First", f"<w:rPr><w:del {WHO}/></w:rPr>") + tbl("a")
    assert shown(docx(body)) == ["First"]


def test_a_wholly_deleted_paragraph_takes_no_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(deleted("gone"), f"{number}<w:rPr><w:del {WHO}/></w:rPr>") + p("kept", number)
    assert shown(docx(body, {"numbering": numbering})) == ["1. kept"]


def test_deleted_rows_are_left_out_and_inserted_ones_kept() -> None:
    gone = tr(tc(p(deleted("x"))), tc(p(deleted("y"))), properties=f"<w:del {WHO}/>")
    new = tr(tc(p(ins(t("c")))), tc(p(ins(t("d")))), properties=f"<w:ins {WHO}/>")
    assert only_table(tbl("a|b", gone, new)) == [["a", "b"], ["c", "d"]]


def test_a_deleted_cell_is_left_out() -> None:
    row = tr(tc("a"), tc(p(deleted("x")), f"<w:cellDel {WHO}/>"), tc("b", f"<w:cellIns {WHO}/>"))
    assert only_table(tbl(row, "c|d")) == [["a", "b"], ["c", "d"]]


def test_a_tracked_merge_is_read_as_merged() -> None:
    rows = (
        tr(tc("Goal", f'<w:cellMerge {WHO} w:vMerge="rest"/>'), "a"),
        tr(tc("", f'<w:cellMerge {WHO} w:vMerge="cont"/>'), "b"),
    )
    assert only_table(tbl(*rows)) == [["Goal", "a"], [None, "b"]]


def test_a_wholly_deleted_table_is_no_table() -> None:
    gone = tr(tc(p(deleted("x"))), properties=f"<w:del {WHO}/>")
    found = tables(docx(tbl(gone) + tbl("a|b")))
    assert [table.place.table for table in found] == [1]


def test_properties_of_before_a_change_do_not_count() -> None:
    old = f'<w:tcPrChange {WHO}><w:tcPr><w:gridSpan w:val="3"/><w:shd w:fill="FF0000"/></w:tcPr></w:tcPrChange>'
    table = tables(docx(tbl(tr(tc("a", old), "b"))))[0]
    assert (table.width, table.rows[0][0].fill) == (2, "")


def test_tracked_changes_are_noted_once_for_the_document() -> None:
    found = notes(docx(p(ins(t("a")) + deleted("b")) + tbl(tr(tc(p(ins(t("c"))))))))
    assert [(note.code, note.severity) for note in found] == [("tracked-changes", "info")]


def test_any_kind_of_tracked_change_is_noted() -> None:
    bodies = (
        tbl(tr("a", properties=f"<w:del {WHO}/>"), "b"),
        tbl(tr("a", properties=f"<w:ins {WHO}/>")),
        tbl(tr(tc("a", f"<w:cellIns {WHO}/>"))),
        p("a", f"<w:rPr><w:ins {WHO}/></w:rPr>"),
        p(f"<w:moveFrom {WHO}>{t('a')}</w:moveFrom>"),
    )
    assert all([note.code for note in notes(docx(body))] == ["tracked-changes"] for body in bodies)


def test_a_document_without_changes_has_no_such_note() -> None:
    assert notes(docx(p("a") + tbl("b"))) == []
