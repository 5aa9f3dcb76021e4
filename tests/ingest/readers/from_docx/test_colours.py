"""Colours handed on with a cell: shading, patterns, themes, text colour, highlight, and none from table styles."""

from __future__ import annotations

import pytest

from tests.ingest.readers.from_docx.written import docx, only_cell, p, styled, t, tables, tbl, tc, tr

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent6><a:srgbClr val="70AD47"/></a:accent6>'
    "</a:clrScheme></a:themeElements></a:theme>"
)


def shade(attributes: str) -> str:
    return f"<w:shd {attributes}/>"


@pytest.mark.parametrize(
    ("attributes", "fill"),
    [
        ('w:val="clear" w:color="auto" w:fill="ff0000"', "FF0000"),
        ('w:val="solid" w:color="FF0000" w:fill="auto"', "FF0000"),
        ('w:val="pct50" w:color="FF0000" w:fill="FFFFFF"', "FF8080"),
        ('w:val="pct25" w:color="auto" w:fill="auto"', "BFBFBF"),
        ('w:val="clear" w:fill="auto"', ""),
        ('w:val="nil" w:fill="FF0000"', ""),
        ('w:val="clear" w:fill="nonsense"', ""),
        ('w:val="clear" w:fill="92D050" w:themeFill="accent6"', "92D050"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6"', "70AD47"),
        ('w:val="clear" w:themeFill="accent6" w:themeFillTint="33"', "E2EFD9"),
        ('w:val="clear" w:themeFill="accent1" w:themeFillShade="BF"', "2F5496"),
        ('w:val="clear" w:themeFill="background1" w:themeFillShade="D9"', "D9D9D9"),
        ('w:val="clear" w:themeFill="accent9"', ""),
    ],
)
def test_shading_of_a_cell(attributes: str, fill: str) -> None:
    found = only_cell("", shade(attributes), {"theme": THEME}).fill
    assert len(found) == len(fill)
    assert all(abs(int(found[i : i + 2], 16) - int(fill[i : i + 2], 16)) <= 1 for i in range(0, len(fill), 2))


def test_a_theme_colour_without_a_theme_is_none() -> None:
    assert only_cell("", shade('w:val="clear" w:themeFill="accent6"')).fill == ""


def test_shading_behind_the_only_paragraph_is_the_cells() -> None:
    assert only_cell(p("G", shade('w:val="clear" w:fill="00B050"'))).fill == "00B050"


def test_shading_by_the_paragraphs_style_is_the_cells() -> None:
    red = shade('w:fill="FF0000"')
    styles = f'<w:style w:styleId="Red"><w:pPr>{red}</w:pPr></w:style>'
    assert only_cell(p("", '<w:pStyle w:val="Red"/>'), "", {"styles": styles}).fill == "FF0000"


def test_the_cells_own_shading_goes_before_its_paragraphs() -> None:
    assert only_cell(p("G", shade('w:fill="00B050"')), shade('w:fill="FF0000"')).fill == "FF0000"


def test_bands_of_a_table_style_are_no_fill() -> None:
    grey = shade('w:fill="DDDDDD"')
    band = f'<w:tblStylePr w:type="band1Horz"><w:tcPr>{grey}</w:tcPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="Grid">{band}</w:style>'
    body = tbl("a|b", "c|d").replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>')
    assert {cell.fill for row in tables(docx(body, {"styles": styles}))[0].rows for cell in row} == {""}


def test_the_colour_of_all_the_text_is_the_cells() -> None:
    assert only_cell(p(styled("On track", '<w:color w:val="00b050"/>'))).colour == "00B050"
    assert only_cell(p(styled("R", '<w:color w:val="FF0000"/>') + t(" rest"))).colour == ""
    assert only_cell(p(styled("x", '<w:color w:val="auto"/>'))).colour == ""


def test_the_colour_of_a_character_style_counts_and_its_own_goes_before() -> None:
    styles = '<w:style w:styleId="Ok"><w:rPr><w:color w:val="00FF00"/><w:strike/></w:rPr></w:style>'
    cell = only_cell(p(styled("x", '<w:rStyle w:val="Ok"/>')), "", {"styles": styles})
    assert (cell.colour, cell.struck) == ("00FF00", True)
    own = only_cell(p(styled("x", '<w:rStyle w:val="Ok"/><w:color w:val="0000FF"/>')), "", {"styles": styles})
    assert own.colour == "0000FF"


def test_highlighted_text() -> None:
    assert only_cell(p(styled("G", '<w:highlight w:val="green"/>'))).highlight == "00FF00"
    assert only_cell(p(styled("G", shade('w:val="clear" w:fill="FFFF00"')))).highlight == "FFFF00"
    assert only_cell(p(styled("G", '<w:highlight w:val="none"/>'))).highlight == ""


def test_a_red_cell_without_a_word_keeps_its_place_and_colour() -> None:
    row = tables(docx(tbl(tr("Plant trees", tc("", shade('w:fill="FF0000"')), "Parks"))))[0].rows[0]
    assert [(cell.text, cell.fill) for cell in row] == [("Plant trees", ""), ("", "FF0000"), ("Parks", "")]


def test_a_patch_drawn_with_blocks_is_colour_and_no_words() -> None:
    cell = only_cell(p(styled("██", '<w:color w:val="00B050"/>')))
    assert (cell.text, cell.colour) == ("", "00B050")


def test_black_blocks_are_a_redaction_and_stay() -> None:
    assert only_cell(p(styled("████", '<w:b/><w:highlight w:val="none"/>'))).text == "████"
