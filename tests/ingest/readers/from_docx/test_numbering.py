"""Automatic numbers as Word shows them: levels, restarts, letters, styles' lists, legal numbers, bullets."""

from __future__ import annotations

import pytest

from ingest.numerals import numeral
from tests.ingest.readers.from_docx.written import (
    cell_text,
    docx,
    only_cell,
    only_table,
    p,
    paragraphs,
    shown,
    tbl,
    tc,
    tr,
)


def level(depth: int, text: str, how: str = "decimal", more: str = "", start: int = 1) -> str:
    counts = f'<w:start w:val="{start}"/><w:numFmt w:val="{how}"/>'
    return f'<w:lvl w:ilvl="{depth}">{counts}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, nums: str = "") -> dict[str, str]:
    """A numbering part with one definition, list 1 of it, and any further lists."""
    definition = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return {"numbering": f'{definition}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'}


def item(text: str = "", depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def restarting(number: int, *starts: tuple[int, int]) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{d}"><w:startOverride w:val="{s}"/></w:lvlOverride>' for d, s in starts
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{overrides}</w:num>'


TWO = (level(0, "%1."), level(1, "%1.%2"))


def test_numbers_count_through_an_otherwise_empty_ref_column() -> None:
    body = item("Priority one") + tbl(*(tr(tc(item("", 1)), tc(text)) for text in ("Plant trees", "Mow less")))
    assert only_table(body, lists(*TWO)) == [["1.1", "Plant trees"], ["1.2", "Mow less"]]


def test_the_mark_stands_apart_from_the_words() -> None:
    paragraph = paragraphs(docx(item("Plant trees"), lists(*TWO)))[0]
    assert (paragraph.mark, paragraph.text, paragraph.shown) == ("1.", "Plant trees", "1. Plant trees")


def test_lower_levels_restart_under_each_upper_number() -> None:
    body = item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1)
    assert shown(docx(body, lists(*TWO))) == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"]


def test_a_level_told_never_to_restart_counts_on() -> None:
    on = level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')
    assert shown(docx(item("a") + item("b", 1) + item("c") + item("d", 1), lists(TWO[0], on)))[-1] == "2.2 d"


def test_a_level_that_restarts_only_after_the_first_counts_on_after_the_second() -> None:
    third = level(2, "%3)", more='<w:lvlRestart w:val="1"/>')
    body = item("a") + item("b", 1) + item("c", 2) + item("d", 1) + item("e", 2) + item("f") + item("g", 2)
    assert shown(docx(body, lists(*TWO, third)))[2::2] == ["1) c", "2) e", "1) g"]


def test_two_lists_of_one_definition_count_on() -> None:
    parts = lists(*TWO, nums='<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>')
    assert shown(docx(item("a") + item("b", number=2), parts)) == ["1. a", "2. b"]


def test_a_list_with_a_start_of_its_own_begins_there_once() -> None:
    parts = lists(*TWO, nums=restarting(2, (0, 5)))
    body = item("a") + item("b", number=2) + item("c", number=2)
    assert shown(docx(body, parts)) == ["1. a", "5. b", "6. c"]


def test_a_level_that_has_not_counted_shows_its_start() -> None:
    assert shown(docx(item("a", 1), lists(*TWO))) == ["1.1 a"]


def test_a_list_may_start_late() -> None:
    assert shown(docx(item("a"), lists(level(0, "%1.", start=7)))) == ["7. a"]


def test_words_around_a_number_are_kept() -> None:
    assert shown(docx(item("Plant trees"), lists(level(0, "Action %1:")))) == ["Action 1: Plant trees"]


def test_legal_numbers_are_digits_throughout() -> None:
    parts = lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%2.%3"))
    body = item("a") + item("b", 1) + item("c", 2)
    assert shown(docx(body, parts)) == ["I. a", "1.1 b", "I.1.1 c"]


def test_a_bullet_level_inside_a_number_shows_nothing() -> None:
    parts = lists(level(0, "%1."), level(1, "-", "bullet"), level(2, "%1.%2%3"))
    assert shown(docx(item("a") + item("b", 2), parts)) == ["1. a", "1.1 b"]


def test_an_override_may_replace_a_level() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    parts = lists(*TWO, nums=f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{changed}</w:num>')
    assert shown(docx(item("x", number=2), parts)) == ["a) x"]


@pytest.mark.parametrize("sign", ["\uf0b7", "o", "–", "•", "\uf0a7"])
def test_bullets_are_marks(sign: str) -> None:
    assert shown(docx(item("Invite partners"), lists(level(0, sign, "bullet")))) == ["• Invite partners"]


def test_a_bullet_that_is_a_tick_stays_a_tick() -> None:
    tick = level(0, "\uf0fc", "bullet").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>')
    assert cell_text(item(), lists(tick)) == "✓"


def test_a_bullet_before_nothing_is_nothing() -> None:
    assert only_cell(item(), "", lists(level(0, "\uf0b7", "bullet"))).paragraphs == ()


def test_a_style_numbers_its_paragraphs_at_the_level_linked_to_it() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="H1"><w:name w:val="heading 1"/>{numbered}</w:style>'
        f'<w:style w:styleId="H2"><w:name w:val="heading 2"/>{numbered}</w:style>'
        '<w:style w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>'
    )
    linked = [level(d, text, more=f'<w:pStyle w:val="H{d + 1}"/>') for d, text in enumerate(("%1", "%1.%2"))]
    body = "".join(p(style, f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "Mine"))
    assert shown(docx(body, {**lists(*linked), "styles": styles})) == ["1 H1", "1.1 H2", "1.2 Mine"]


def test_a_paragraph_can_step_out_of_its_styles_list() -> None:
    styles = '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = p("in", '<w:pStyle w:val="L"/>') + p("out", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert shown(docx(body, {**lists(*TWO), "styles": styles})) == ["1. in", "out"]


def test_a_list_defined_by_a_list_style_is_followed() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Plan"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Plan"/>{level(0, "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    )
    assert shown(docx(item("a"), {"numbering": numbering})) == ["1) a"]


def test_a_list_that_is_not_defined_gives_no_mark() -> None:
    assert shown(docx(item("a", number=9), lists(*TWO))) == ["a"]
    assert shown(docx(item("a", depth=8), lists(*TWO))) == ["a"]
    assert shown(docx(item("a"))) == ["a"]


def test_hidden_paragraphs_are_not_counted() -> None:
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
               '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')  # fmt: skip
    assert shown(docx(hidden + item("a"), lists(*TWO))) == ["1. a"]


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [
        (4, "upperRoman", "IV"), (1990, "lowerRoman", "mcmxc"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
        (3, "decimalZero", "03"), (22, "ordinal", "22nd"), (13, "ordinal", "13th"), (21, "cardinalText", "Twenty-one"),
        (3, "ordinalText", "Third"), (20, "ordinalText", "Twentieth"), (105, "ordinalText", "One hundred fifth"),
        (6, "chicago", "††"), (3, "decimalEnclosedCircle", "③"), (5, "none", ""), (5, "unheardOf", "5"),
        (0, "upperRoman", "0"), (99999, "upperLetter", "99999"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(value: int, style: str, written: str) -> None:
    assert numeral(value, style) == written
