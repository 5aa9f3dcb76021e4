"""Content controls, fields and form fields: their values are text, their prompts and codes are not."""

from __future__ import annotations

import pytest

from tests.ingest.readers.from_docx.written import cell_text, docx, only_cell, only_table, p, sdt, shown, t, tbl, tc, tr

PROMPT = "<w:showingPlcHdr/>"


def mark(kind: str, data: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def field(code: str, result: str, data: str = "") -> str:
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark("begin", data) + instruction + mark("separate") + result + mark("end")


def test_controls_are_looked_through_at_every_level() -> None:
    whole = sdt(tbl(sdt(tr(sdt(tc(sdt(p(sdt(t("deep")))))), "b"))))
    assert only_table(whole) == [["deep", "b"]]


def test_repeating_sections_give_each_of_their_rows() -> None:
    items = "".join(sdt(tr(f"a{i}", f"b{i}"), "<w15:repeatingSectionItem xmlns:w15='x'/>") for i in (1, 2))
    assert only_table(tbl(sdt(items))) == [["a1", "b1"], ["a2", "b2"]]


def test_custom_markup_around_rows_and_cells_is_looked_through() -> None:
    row = f'<w:customXml w:element="e">{tr("<w:customXml>" + tc("a") + "</w:customXml>", "b")}</w:customXml>'
    assert only_table(tbl(row)) == [["a", "b"]]


def test_a_prompt_is_no_value() -> None:
    assert cell_text(p(sdt(t("Pick a status"), PROMPT))) == ""
    assert cell_text(sdt(p("Pick a status"), PROMPT)) == ""


def test_a_cell_that_shows_a_prompt_keeps_its_place() -> None:
    assert only_table(tbl(tr("a", sdt(tc("Pick a lead"), PROMPT), "c"))) == [["a", "", "c"]]


def test_a_prompt_switched_off_is_a_value() -> None:
    assert cell_text(p(sdt(t("Amber"), '<w:showingPlcHdr w:val="0"/>'))) == "Amber"


def test_values_of_date_pickers_lists_and_boxes_are_read() -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    assert cell_text(p(sdt(t("31/10/2009"), '<w:date w:fullDate="2009-10-31T00:00:00Z"/>'))) == "31/10/2009"
    assert cell_text(p(sdt(t("Amber"), "<w:dropDownList/>"))) == "Amber"
    assert cell_text(p(sdt(t("☒"), box) + t(" Done"))) == "☒ Done"


def test_fields_show_their_results_only() -> None:
    assert cell_text(p(t("ref ") + field("REF _Ref1 \\h", t("Section 4")) + t(" ok"))) == "ref Section 4 ok"
    assert cell_text(p(f'<w:fldSimple w:instr=" REF x ">{t("May 2009")}</w:fldSimple>')) == "May 2009"


def test_a_field_inside_a_code_is_part_of_the_code() -> None:
    code = mark("begin") + field("PAGE", t("3")) + mark("separate") + t("shown") + mark("end")
    assert cell_text(p(code)) == "shown"


def test_a_field_without_a_result_shows_nothing() -> None:
    code = "<w:r><w:instrText>MACROBUTTON NoMacro [type here]</w:instrText></w:r>"
    assert cell_text(p(mark("begin") + code + mark("end") + t("x"))) == "x"


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES", "PAGEREF _Toc1 \\h", "sectionpages"])
def test_page_numbers_are_left_out(code: str) -> None:
    assert shown(docx(p(t("Page ") + field(code, t("7"))))) == ["Page"]
    assert shown(docx(p(t("Page ") + f'<w:fldSimple w:instr="{code}">{t("7")}</w:fldSimple>'))) == ["Page"]


def test_a_link_written_as_a_field_keeps_its_address() -> None:
    cell = only_cell(p(field('HYPERLINK "http://x.example/a b" \\t "_blank"', t("words"))))
    assert (cell.text, cell.paragraphs[0].links) == ("words", ("http://x.example/a b",))


def test_a_link_field_to_a_place_in_the_document_has_no_address() -> None:
    assert only_cell(p(field('HYPERLINK \\l "_Toc1"', t("words")))).paragraphs[0].links == ()


def test_a_code_that_never_ends_does_not_swallow_the_rest() -> None:
    assert shown(docx(p(mark("begin") + t("code")) + p("after"))) == ["after"]


def test_an_end_without_a_beginning_is_harmless() -> None:
    assert shown(docx(p(mark("end") + mark("separate") + t("a")))) == ["a"]


def test_a_result_may_run_over_several_paragraphs() -> None:
    start = mark("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + mark("separate")
    assert shown(docx(p(start + t("one")) + p(t("two") + mark("end")) + p("three"))) == ["one", "two", "three"]


def test_a_symbol_field_shows_its_sign() -> None:
    code = '<w:r><w:instrText>SYMBOL 252 \\f "Wingdings" \\s 12</w:instrText></w:r>'
    assert cell_text(p(mark("begin") + code + mark("end"))) == "✓"


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ("<w:default w:val='0'/><w:checked/>", "☒"), ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
        ("<w:default w:val='1'/>", "☒"), ("<w:default w:val='0'/>", "☐"),
    ],
)  # fmt: skip
def test_legacy_tick_boxes_show_whether_they_are_ticked(box: str, sign: str) -> None:
    data = f"<w:ffData><w:checkBox>{box}</w:checkBox></w:ffData>"
    assert cell_text(p(field("FORMCHECKBOX", "", data) + t(" Done"))) == f"{sign} Done"


def test_a_legacy_list_shows_its_chosen_entry() -> None:
    entries = '<w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    first = f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>"
    broken = f'<w:ffData><w:ddList><w:result w:val="9"/>{entries}</w:ddList></w:ffData>'
    shows = [cell_text(p(field("FORMDROPDOWN", "", data))) for data in (chosen, first, broken)]
    assert shows == ["Amber", "Red", ""]


def test_a_legacy_text_field_shows_what_was_typed() -> None:
    assert cell_text(p(field("FORMTEXT", t("Typed"), "<w:ffData><w:textInput/></w:ffData>"))) == "Typed"
    assert cell_text(p(field("FORMTEXT", t("\u2002\u2002\u2002")))) == ""
