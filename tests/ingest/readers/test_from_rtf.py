"""Rich Text Format: text of any code page, tables by their edges, tables inside cells."""

from __future__ import annotations

import pytest

from ingest.errors import Damaged, TooLarge
from ingest.model import Document, Paragraph
from ingest.reading import read_document
from tests.ingest.readers.shown import shown, texts


def read(body: str) -> Document:
    """The document of this body."""
    return read_document(b"{\\rtf1\\ansi " + body.encode("latin-1") + b"}")


def row(*cells: str, edges: str = "\\cellx2000\\cellx4000") -> str:
    """A row of a table with these cells."""
    return f"\\trowd{edges}\\pard\\intbl " + "".join(f"{cell}\\cell " for cell in cells) + "\\row\\pard "


def test_paragraphs_and_tables_come_in_order() -> None:
    document = read("Plan\\par " + row("Action", "Lead") + row("Plant\\par water", "Parks") + "After\\par ")
    assert shown(document) == ["Plan", [["Action", "Lead"], ["Plant\nwater", "Parks"]], "After"]


def test_letters_come_from_unicode_code_pages_and_font_tables() -> None:
    document = read(
        "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset2 Wingdings;}}"
        "caf\\'e9 \\u8217?s \\u-10179?\\u-8704? {\\f1 \\'cf} {\\f2 \\'fc} \\emdash\\~x\\_y"
    )
    assert shown(document) == ["café ’s 😀 П ✓ — x-y"]


def test_cells_are_placed_by_their_edges_and_merges() -> None:
    wide = row("Theme", edges="\\cellx4000")
    first = row("Issue", "Plant", edges="\\clvmgf\\cellx2000\\cellx4000")
    second = row("", "Water", edges="\\clvmrg\\cellx2010\\cellx4000")
    across = row("Note", "", edges="\\clmgf\\cellx2000\\clmrg\\cellx4000")
    assert texts(read(wide + first + second + across).tables[0]) == [
        ["Theme", "Theme"], ["Issue", "Plant"], ["Issue", "Water"], ["Note", "Note"],
    ]  # fmt: skip


def test_colours_and_struck_or_hidden_words_are_told() -> None:
    document = read(
        "{\\colortbl;\\red255\\green0\\blue0;\\red0\\green176\\blue80;}"
        + row("{\\strike\\cf2 Gone}{\\v secret}", "b", edges="\\clcbpat1\\cellx2000\\cellx4000")
    )
    cell = document.tables[0].rows[0][0]
    assert (cell.text, cell.fill, cell.colour, cell.struck) == ("Gone", "FF0000", "00B050", True)


def test_a_table_in_a_cell_is_known_and_its_text_stands_in_the_cell() -> None:
    inner = (
        "\\pard\\intbl\\itap2 c\\nestcell d\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}"
        "{\\nonesttables\\par}\\pard\\intbl "
    )
    outer, nested = read(row("a", inner)).tables
    assert texts(outer) == [["a", "c\nd"]]
    assert texts(nested) == [["c", "d"]]
    assert nested.parent == outer.rows[0][1].place


def test_list_marks_fields_headers_and_notes_go_where_they_belong() -> None:
    document = read(
        "{\\info{\\title Green Plan}{\\creatim\\yr2009\\mo5\\dy1}}{\\header Draft\\par}"
        "{\\listtext 1.\\tab}Plant{\\footnote See budget}\\par {\\listtext\\'b7\\tab}Dig\\par "
        '{\\field{\\*\\fldinst HYPERLINK "https://example.org/"}{\\fldrslt See}}'
        "{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}{\\*\\atnauthor Jo}{\\*\\annotation Late}\\par "
        "{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield{\\ffres1}}}{\\fldrslt}} Done\\par\\outlinelevel0 Head\\par"
    )
    assert shown(document) == ["1 See budget", "1. Plant", "• Dig", "See", "☒ Done", "Head"]
    assert (document.facts.title, document.facts.created) == ("Green Plan", "2009-05-01")
    assert [margin.text for margin in document.margins] == ["Draft"]
    assert [note.code for note in document.notes] == ["comment", "link"]
    assert document.notes[0].message == "Jo commented: Late"
    link, head = document.blocks[3], document.blocks[5]
    assert isinstance(link, Paragraph)
    assert isinstance(head, Paragraph)
    assert (link.links, head.level) == (("https://example.org/",), 1)


def test_deleted_words_and_rows_are_gone_and_the_reader_told() -> None:
    document = read(row("Plant {\\deleted Fell}", "a") + row("{\\deleted Fell}", "{\\deleted b}"))
    assert shown(document) == [[["Plant", "a"]]]
    assert [note.code for note in document.notes] == ["tracked-changes"]


def test_prompts_and_patches_of_coloured_blocks_are_no_text() -> None:
    document = read("{\\colortbl;\\red255;}" + row("Choose an item.", "{\\cf1 \\u9608?\\u9608?}"))
    assert shown(document) == [[["", ""]]]
    assert document.tables[0].rows[0][1].colour == "FF0000"


def test_a_text_box_begins_a_paragraph_of_its_own() -> None:
    box = "{\\shp{\\*\\shpinst{\\shptxt Side words\\par}}}"
    assert shown(read("Anchor" + box + "\\par ")) == ["Anchor", "Side words"]
    assert shown(read(row("Anchor" + box, "Parks"))) == [[["Anchor\nSide words", "Parks"]]]


def test_empty_cells_beyond_the_edges_of_a_row_are_none() -> None:
    assert shown(read(row("Plant", "Parks", "", "") + row("Dig", "Estates", "late"))) == [
        [["Plant", "Parks", ""], ["Dig", "Estates", "late"]]
    ]


def test_a_footnote_in_a_cell_is_told_to_the_cell() -> None:
    document = read(row("Plant{\\footnote See budget}", "Parks"))
    (note,) = document.notes
    assert (note.code, note.message) == ("footnote", "Footnote 1 belongs to this cell: See budget")
    assert note.place is not None
    assert (note.place.row, note.place.column) == (1, 1)


def test_a_file_cut_short_keeps_what_was_read() -> None:
    document = read_document(b"{\\rtf1 Plan\\par {\\b Plant")
    assert shown(document) == ["Plan", "Plant"]
    assert not document.complete


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("{" * 1_000, Damaged),
        ("\\bin2147483647 abc", Damaged),
        ("\\pard\\intbl\\itap100000 x\\nestcell", TooLarge),
        ("\\trowd" + "\\cell" * 1_000 + "\\row", TooLarge),
    ],
)
def test_hostile_files_are_refused_in_a_sentence(body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(body)
