"""OpenDocument text, each feature in a document of a few words."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.model import Document, Note, Paragraph, Table
from ingest.reading import read_document

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
SPACES += ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'


def odt(body: str, automatic: str = "", **parts: str) -> bytes:
    """A file of this body and these automatic styles; other parts by name, "meta" for meta.xml."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", f"<office:document {SPACES}>{content}</office:document>")
    return buffer.getvalue()


def table(*rows: str) -> str:
    """A table of rows of cells parted by "|"."""
    return f"<table:table>{''.join(map(row, rows))}</table:table>"


def row(cells: str) -> str:
    """A row of cells parted by "|"."""
    return f"<table:table-row>{''.join(map(cell, cells.split('|')))}</table:table-row>"


def cell(text: str, attributes: str = "") -> str:
    """A cell of one paragraph."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def read(body: str, styles: str = "") -> Document:
    """The document of this body."""
    return read_document(odt(body, styles))


def texts(found: Table) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell.text for cell in row] for row in found.rows]


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of the body as shown."""
    return [block.shown for block in document.blocks if isinstance(block, Paragraph)]


def test_headings_paragraphs_and_tables_come_in_order() -> None:
    document = read(f'<text:h text:outline-level="2">Plan</text:h>{table("Action|Lead", "Plant trees|Parks")}')
    heading, found = document.blocks
    assert isinstance(heading, Paragraph)
    assert (heading.text, heading.level) == ("Plan", 2)
    assert isinstance(found, Table)
    assert texts(found) == [["Action", "Lead"], ["Plant trees", "Parks"]]


def test_merged_cells_stand_wherever_they_cover() -> None:
    body = (
        "<table:table><table:table-row>"
        + cell("Theme", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row><table:table-row>"
        + cell("Issue", 'table:number-rows-spanned="2"')
        + f"{cell('Plant')}</table:table-row><table:table-row><table:covered-table-cell/>{cell('Water')}"
        "</table:table-row></table:table>"
    )
    assert texts(read(body).tables[0]) == [["Theme", "Theme"], ["Issue", "Plant"], ["Issue", "Water"]]


def test_header_rows_are_marked_and_repeated_columns_written_out() -> None:
    body = (
        f"<table:table><table:table-header-rows>{row('A|B|C')}</table:table-header-rows><table:table-row>"
        + cell("x", 'table:number-columns-repeated="3"')
        + "</table:table-row></table:table>"
    )
    found = read(body).tables[0]
    assert [[c.header for c in line] for line in found.rows] == [[True] * 3, [False] * 3]
    assert texts(found)[1] == ["x"] * 3


def test_a_billion_repeated_rows_are_refused() -> None:
    line = row("x|y").replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1000000000">')
    with pytest.raises(TooLarge):
        read(f"<table:table>{line}</table:table>")


LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2" '
    'style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/>'
    "</text:list-style>"
)  # fmt: skip


def test_lists_are_numbered_through_levels_and_continuations() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('mend', '')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item.format("plant", inner)}{item.format("dig", "")}</text:list>'
        '<text:list text:style-name="L" text:continue-numbering="true">' + item.format("water", "") + "</text:list>"
        '<text:list text:style-name="B">' + item.format("weed", "") + "</text:list>"
    )
    assert paragraphs(read(body, LISTS)) == ["1. plant", "1.a) mend", "2. dig", "3. water", "• weed"]


def test_a_list_that_continues_one_that_is_nowhere_goes_on_with_the_last_of_its_style() -> None:
    style = (
        '<text:list-style style:name="n"><text:list-level-style-number text:level="1" '
        'style:num-format="01, 02, 03, ..." style:num-suffix="."/></text:list-style>'
    )
    item = "<text:list-item><text:p>Plant</text:p></text:list-item>"
    body = f'<text:list text:style-name="n">{item}</text:list><text:list text:style-name="n" '
    assert paragraphs(read(f'{body}text:continue-list="gone">{item}</text:list>', style)) == ["01. Plant", "02. Plant"]


def test_an_automatic_number_in_an_empty_cell_is_its_text() -> None:
    number = '<text:list text:style-name="L"><text:list-item><text:p/></text:list-item></text:list>'
    body = (
        f"<table:table><table:table-row><table:table-cell>{number}</table:table-cell>{cell('Plant')}</table:table-row>"
        "</table:table>"
    )
    assert texts(read(body, LISTS).tables[0]) == [["1.", "Plant"]]


def test_colours_and_struck_text_come_from_styles_and_their_parents() -> None:
    styles = (
        '<style:style style:name="red" style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#ff0000"/></style:style><style:style style:name="old" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid" fo:color="#00b050"/></style:style>'
        '<style:style style:name="older" style:family="text" style:parent-style-name="old"/>'
    )
    gone = cell('<text:span text:style-name="older">Gone</text:span>', 'table:style-name="red"')
    body = f"<table:table><table:table-row>{gone}</table:table-row></table:table>"
    found = read(body, styles).tables[0].rows[0][0]
    assert (found.fill, found.colour, found.struck) == ("FF0000", "00B050", True)


def test_hidden_text_prompts_and_page_numbers_are_left_out() -> None:
    styles = (
        '<style:style style:name="h" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:p>Plant<text:span text:style-name="h"> secretly</text:span><text:s text:c="100"/>trees'
        "<text:placeholder>Choose an item.</text:placeholder> <text:page-number>7</text:page-number></text:p>"
    )
    assert paragraphs(read(body, styles)) == ["Plant trees"]


def test_more_spaces_in_a_row_than_any_document_has_are_damage() -> None:
    with pytest.raises(Damaged, match="spaces in a row"):
        read('<text:p>Plant<text:s text:c="1000000000"/>trees</text:p>')


def test_tables_nested_deeper_than_the_limit_are_refused() -> None:
    body = table("core")
    for _ in range(70):
        body = table(f"</text:p>{body}<text:p>")
    with pytest.raises(TooLarge, match="64 deep"):
        read(body)


def test_deleted_text_is_kept_out_and_the_reader_told() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Fell</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p><text:change/>Plant trees</text:p>"
    )
    document = read(body)
    assert paragraphs(document) == ["Plant trees"]
    assert [note.code for note in document.notes] == ["tracked-changes"]


def test_a_symbol_font_declared_under_another_name_shows_signs() -> None:
    styles = (
        '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/><style:style style:name="w" '
        'style:family="text"><style:text-properties style:font-name="Wingdings1"/></style:style>'
    )
    assert paragraphs(read('<text:p><text:span text:style-name="w">û</text:span></text:p>', styles)) == ["✗"]


def test_a_row_whose_words_were_all_deleted_is_gone() -> None:
    body = table("Action|Lead", "<text:change/>|<text:change/>", "Plant|Parks", "|")
    assert texts(read(body).tables[0]) == [["Action", "Lead"], ["Plant", "Parks"], ["", ""]]


def test_a_patch_of_coloured_blocks_is_no_text() -> None:
    styles = '<style:style style:name="r" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>'
    found = read(table('<text:span text:style-name="r">██</text:span>|██'), styles).tables[0].rows[0]
    assert [(cell.text, cell.colour) for cell in found] == [("", "FF0000"), ("██", "")]


def test_a_table_in_a_cell_is_known_and_its_text_stands_in_the_cell() -> None:
    body = table(f"Action|</text:p>{table('Step|Date')}<text:p>")
    outer, inner = read(body).tables
    assert texts(outer) == [["Action", "Step\nDate"]]
    assert inner.parent == outer.rows[0][1].place


def test_comments_become_notes_and_footnotes_paragraphs() -> None:
    comment = "<office:annotation><dc:creator>Jo</dc:creator><text:p>Late</text:p></office:annotation>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the budget</text:p>"
        "</text:note-body></text:note>"
    )
    document = read(f"<text:p>Plant{comment} trees{note}</text:p>")
    assert paragraphs(document) == ["Plant trees", "1 See the budget"]
    assert [(n.code, n.message) for n in document.notes] == [("comment", "Jo commented: Late")]
    assert isinstance(document.notes[0], Note)


def test_text_boxes_form_fields_and_links_are_read() -> None:
    body = (
        '<text:p>See <text:a xlink:href="https://example.org/">it</text:a><draw:frame><draw:text-box>'
        f"{table('Boxed|Table')}</draw:text-box></draw:frame></text:p>"
        '<text:p><field:fieldmark field:type="FORMCHECKBOX"><field:param field:name="Checkbox_Checked" '
        'field:value="true"/></field:fieldmark> Done</text:p>'
    )
    document = read(body)
    assert paragraphs(document) == ["See it", "☒ Done"]
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[0].links == ("https://example.org/",)
    assert texts(document.tables[0]) == [["Boxed", "Table"]]


def test_properties_and_running_headers_are_kept() -> None:
    parts = {
        "meta": "<dc:title>Green Plan</dc:title><meta:creation-date>2024-05-01T10:00:00</meta:creation-date>",
        "styles": "<style:header><text:p>Draft</text:p></style:header>",
    }
    document = read_document(odt("<text:p>Plant</text:p>", **parts))
    assert (document.facts.title, document.facts.created) == ("Green Plan", "2024-05-01")
    assert [margin.text for margin in document.margins] == ["Draft"]


def test_a_password_or_a_doctype_is_refused_in_a_sentence() -> None:
    sealed = {"META-INF/manifest": "<manifest:encryption-data xmlns:manifest='m'/>"}
    with pytest.raises(Encrypted):
        read_document(odt("<text:p>Plant</text:p>", **sealed))
    flat = f'<!DOCTYPE x [<!ENTITY e "x">]><office:document {SPACES}/>'
    with pytest.raises(Damaged):
        read_document(f'<?xml version="1.0"?>{flat}'.encode())
