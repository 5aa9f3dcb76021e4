"""Old Word files become .docx, with what the converter itself leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.converters import doc_to_docx
from ingest.converters.doc_remains import form_values, with_remains
from ingest.converters.doc_to_docx import convert
from ingest.converters.word_binary import WordBinary
from ingest.errors import Damaged, TooLarge, TooSlow
from ingest.limits import Limits
from ingest.model import Paragraph
from ingest.reading import read_document
from tests.ingest.converters.old_word import OldWord, form
from tests.ingest.readers.from_docx.written import docx, p, shown, t

FIELD = "\x13 FORMCHECKBOX \x01\x14\x15 Done"
LIST = "\x13 FORMDROPDOWN \x01\x14\x15"
OLD = Path(__file__).parents[3].parent / "shared/word/doc"


def ghost() -> str:
    return "<w:r><w:rPr/><w:t>\ufffc</w:t></w:r>"


def test_text_is_found_by_position_in_either_width() -> None:
    for wide in (True, False):
        old = WordBinary(OldWord("Plant £5 trees", wide=wide).streams)
        assert old.text(6, 8) == "£5"


@pytest.mark.parametrize(("chosen", "default", "sign"), [(1, 0, "☒"), (0, 1, "☐"), (25, 1, "☒"), (25, 0, "☐")])
def test_a_tick_box_shows_whether_it_is_ticked(chosen: int, default: int, sign: str) -> None:
    data = form(1, chosen, default)
    old = OldWord(FIELD, bookmarks=((0, "Check1"),), pictures=((FIELD.index("\x01"), 0),), data=data)
    assert form_values(WordBinary(old.streams)) == {"Check1": sign}


def test_a_list_shows_its_chosen_entry() -> None:
    data = b"xx" + form(2, 1, 0, "Red", "Amber")
    old = OldWord("RAG " + LIST, bookmarks=((4, "R"),), pictures=((4 + LIST.index("\x01"), 2),), data=data)
    assert form_values(WordBinary(old.streams)) == {"R": "Amber"}


def test_values_are_put_where_their_bookmark_begins() -> None:
    old = OldWord(FIELD, bookmarks=((0, "A&B"),), pictures=((FIELD.index("\x01"), 0),), data=form(1, 1, 0))
    package = docx(p('<w:bookmarkStart w:id="0" w:name="A&amp;B"/><w:bookmarkEnd w:id="0"/>' + t(" Done")))
    assert shown(with_remains(package, WordBinary(old.streams))) == ["☒ Done"]


def test_a_lost_text_box_is_put_at_its_anchor() -> None:
    old = OldWord("Box: \x08 and \x13 REF \x01 \x14\x01\x15\r", boxes=((5, "inside\r"), (17, "more\r")))
    package = docx(p(t("Box: ") + ghost() + t(" and ") + ghost()))
    assert shown(with_remains(package, WordBinary(old.streams)))[:2] == ["Box: and", "inside"]


def test_a_lost_text_box_without_a_sure_anchor_ends_the_text() -> None:
    old = OldWord("a \x08 b", boxes=((2, "inside\r"),))
    package = docx(p("a b") + "<w:sectPr/>")
    assert shown(with_remains(package, WordBinary(old.streams))) == ["a b", "inside"]


def test_a_text_box_that_was_converted_is_not_put_in_again() -> None:
    old = OldWord("a \x08", boxes=((2, "inside\r"),))
    package = docx(p(f"<w:r><w:pict><w:txbxContent>{p('inside')}</w:txbxContent></w:pict></w:r>"))
    assert shown(with_remains(package, WordBinary(old.streams))) == ["inside"]


def test_a_file_with_nothing_left_behind_is_not_touched() -> None:
    package = docx(p("a"))
    assert with_remains(package, WordBinary(OldWord("a\r").streams)) is package


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), b"text"])
def test_what_does_not_hold_together_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        convert(data, Limits())


def test_a_file_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        convert(bytes(11), Limits(file_bytes=10))


def test_a_file_that_takes_too_long_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(source: Path, target: Path) -> bytes:
        raise TooSlow

    monkeypatch.setattr(doc_to_docx, "_converted", interrupted)
    with pytest.raises(TooSlow) as raised:
        convert(b"old", Limits())
    assert "--office" in raised.value.suggestion
    assert raised.value.outcome == "set_aside"


@pytest.mark.skipif(not OLD.is_dir(), reason="the old Word files to test against are not here")
def test_real_old_files_are_read_through_the_converter() -> None:
    document = read_document((OLD / "16_controls.doc").read_bytes())
    texts = [[cell.text for cell in row[:2]] for row in document.tables[0].rows]
    assert ["Row legacycheck", "☒ Done"] in texts
    assert ["Row placeholder", ""] in texts
    assert any(isinstance(block, Paragraph) for block in document.blocks)
