"""What counts as text in a cell: runs, breaks, signs, links, hidden and struck words."""

from __future__ import annotations

from tests.ingest.readers.from_docx.written import (
    cell_text,
    docx,
    only_cell,
    only_table,
    p,
    paragraphs,
    shown,
    styled,
    t,
    tables,
    tbl,
    tc,
    tr,
)  # fmt: skip


def test_plain_rows_are_read_in_order() -> None:
    assert only_table(tbl("Action|Lead", "Plant trees|Parks Manager")) == [
        ["Action", "Lead"], ["Plant trees", "Parks Manager"],
    ]  # fmt: skip


def test_paragraphs_of_a_cell_are_joined_by_a_newline() -> None:
    assert cell_text(p("HCC") + p() + p("TRDC")) == "HCC\nTRDC"


def test_split_runs_are_one_text() -> None:
    assert cell_text(p(t("Ta") + t("rget ") + t("date"))) == "Target date"


def test_a_row_with_one_odd_cell_reads_like_its_neighbours() -> None:
    odd = tr(tc(p("<w:r><w:t>Line one</w:t><w:br/><w:t>Line two</w:t></w:r>")), "Parks")
    assert only_table(tbl("a|b", odd, "c|d")) == [["a", "b"], ["Line one\nLine two", "Parks"], ["c", "d"]]


def test_hyphens_and_tabs() -> None:
    run = "<w:r><w:t>part</w:t><w:softHyphen/><w:t>ner</w:t><w:tab/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>"
    assert cell_text(p(run)) == "partner co-op"


def test_hidden_text_is_left_out() -> None:
    assert cell_text(p(t("Seen") + styled("unseen", "<w:vanish/>"))) == "Seen"


def test_text_switched_back_from_hidden_is_kept() -> None:
    assert cell_text(p(styled("Seen", '<w:vanish w:val="0"/>'))) == "Seen"


def test_text_hidden_by_its_style_is_left_out() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert cell_text(p(t("Seen") + styled("unseen", '<w:rStyle w:val="Secret"/>')), {"styles": styles}) == "Seen"


def test_text_hidden_by_a_style_it_is_based_on_is_left_out() -> None:
    styles = (
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="R&amp;D"><w:basedOn w:val="Base"/></w:style>'
    )
    assert cell_text(p("unseen", '<w:pStyle w:val="R&amp;D"/>'), {"styles": styles}) == ""


def test_a_struck_action_can_be_told() -> None:
    assert only_cell(p(styled("Old plan", "<w:strike/>"))).struck
    assert only_cell(p(styled("Old plan", "<w:dstrike/>"))).struck


def test_a_partly_struck_action_is_kept_whole_and_not_struck() -> None:
    cell = only_cell(p(styled("Old", "<w:strike/>") + t(" New")))
    assert (cell.text, cell.struck) == ("Old New", False)


def test_capitals_stay_as_typed() -> None:
    assert cell_text(p(styled("Thrive homes", "<w:caps/>"))) == "Thrive homes"


def test_a_wingdings_tick_is_a_tick() -> None:
    assert cell_text(p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')) == "✓"


def test_a_tick_typed_in_wingdings_is_a_tick() -> None:
    assert cell_text(p(styled("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))) == "✓"
    assert cell_text(p("\uf0fb")) == "✗"


def test_words_that_merely_stand_in_a_symbol_font_stay_words() -> None:
    assert cell_text(p(styled("Improve", '<w:rFonts w:ascii="Symbol"/>'))) == "Improve"


def test_a_symbol_of_an_ordinary_font_is_itself() -> None:
    assert cell_text(p('<w:r><w:sym w:font="Arial" w:char="2713"/></w:r>')) == "✓"


def test_a_symbol_code_that_is_nonsense_is_nothing() -> None:
    assert cell_text(p('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>')) == ""


def test_smart_tags_custom_markup_and_direction_marks_are_looked_through() -> None:
    for name in ("smartTag", "customXml", "dir", "bdo"):
        assert cell_text(p(f"<w:{name}>{t('South')}</w:{name}>{t(' Oxhey')}")) == "South Oxhey"


def test_ruby_gives_its_base() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{t('aid')}</w:rt><w:rubyBase>{t('word')}</w:rubyBase></w:ruby></w:r>"
    assert cell_text(p(ruby)) == "word"


def test_formulas_give_their_letters() -> None:
    assert cell_text(p("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>")) == "x=2"


def test_a_link_gives_its_words_and_keeps_its_address() -> None:
    body = tbl(tr(tc(p(f'{t("see ")}<w:hyperlink r:id="l1">{t("the site")}</w:hyperlink>'))))
    cell = tables(docx(body, links={"l1": "http://homes.example/"}))[0].rows[0][0]
    assert (cell.text, cell.paragraphs[0].links) == ("see the site", ("http://homes.example/",))


def test_a_link_within_the_document_has_no_address() -> None:
    assert only_cell(p(f'<w:hyperlink w:anchor="top">{t("up")}</w:hyperlink>')).paragraphs[0].links == ()


def test_an_emoji_written_two_ways_stands_once() -> None:
    run = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:x/></mc:Choice>'
        "<mc:Fallback><w:t>🟢</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert cell_text(p(run)) == "🟢"


def test_headings_have_the_level_of_their_style() -> None:
    styles = (
        '<w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Titre2"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="O"><w:name w:val="O"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    body = "".join(p("x", f'<w:pStyle w:val="{name}"/>') for name in ("Titre2", "Own", "T", "O", "Unknown"))
    levels = [paragraph.level for paragraph in paragraphs(docx(body, {"styles": styles}))]
    assert levels == [2, 2, 1, 3, 0]


def test_an_outline_level_of_the_paragraph_itself_makes_a_heading() -> None:
    assert paragraphs(docx(p("x", '<w:outlineLvl w:val="0"/>')))[0].level == 1
    assert paragraphs(docx(p("x", '<w:outlineLvl w:val="9"/>')))[0].level == 0


def test_body_paragraphs_are_counted() -> None:
    found = paragraphs(docx(p("one") + p() + p("two")))
    assert [(x.text, x.place.paragraph if x.place else None) for x in found] == [("one", 1), ("two", 2)]


def test_words_prompts_are_no_values_even_without_their_control() -> None:
    assert only_table(tbl("Choose an item.|Click or tap to enter a date.|Choose an item. Or not.")) == [
        ["", "", "Choose an item. Or not."]
    ]


def test_the_ghost_of_a_picture_is_no_text() -> None:
    assert shown(docx(p("Box: \ufffc"))) == ["Box:"]


def test_a_line_break_in_the_markup_is_a_space() -> None:
    assert only_table(tbl("Plant\ntrees")) == [["Plant trees"]]
    assert cell_text(p(t("Plant\ntrees") + "<w:r><w:br/></w:r>" + t("now"))) == "Plant trees\nnow"
