"""The dispatcher keeps what was read before a fault, and lets no library's error out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import ingest.readers.from_txt as reader
import ingest.reading as reading_room
from ingest.errors import Damaged, TooLarge, Unreadable
from ingest.limits import Limits
from ingest.model import Embedded, Facts, Margin, Note, Paragraph, Place, Table, Yielded
from ingest.reading import read_document


def reading(monkeypatch: pytest.MonkeyPatch, *items: Yielded | Exception) -> None:
    """Let the text reader yield these items, or raise where one is an exception."""

    def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
        for item in items:
            if isinstance(item, Exception):
                raise item
            yield item

    monkeypatch.setattr(reader, "read", read)


def test_a_file_is_read_into_blocks_facts_notes_and_margins(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("tracked-changes", "The document holds tracked changes.")
    reading(monkeypatch, Facts(title="Plan"), Paragraph("Trees"), note, Margin(Paragraph("Draft")), Facts(pages=2))
    document = read_document(b"any text")
    assert document.blocks == (Paragraph("Trees"),)
    assert document.facts == Facts(title="Plan", pages=2, engine="txt")
    assert document.notes == (note,)
    assert document.margins == (Paragraph("Draft"),)
    assert document.complete


@pytest.mark.parametrize("fault", [Damaged("its end is missing"), ValueError("offset 12"), RecursionError()])
def test_what_was_read_before_a_fault_is_kept_and_noted(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    reading(monkeypatch, Paragraph("Trees"), fault)
    document = read_document(b"any text")
    assert document.blocks == (Paragraph("Trees"),)
    assert not document.complete
    assert document.notes[0].code == "read-in-part"
    assert "offset" not in document.notes[0].message


@pytest.mark.parametrize(
    ("fault", "error"),
    [(TooLarge(), TooLarge), (KeyError("x"), Damaged), (MemoryError(), TooLarge), (RecursionError(), Damaged)],
)
def test_a_fault_before_any_block_is_one_plain_sentence(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, error: type[Unreadable]
) -> None:
    reading(monkeypatch, fault)
    with pytest.raises(error):
        read_document(b"any text")


def test_a_fault_of_our_own_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_room, "sniff", lambda data: "format-without-a-reader")
    with pytest.raises(ModuleNotFoundError):
        read_document(b"any text")


def test_a_file_above_the_size_limit_is_refused_unopened() -> None:
    with pytest.raises(TooLarge):
        read_document(b"any text", Limits(file_bytes=3))


def test_a_document_inside_another_stands_in_its_place_and_tables_count_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Embedded(b"Inner,cell,words\n1,2,3\n")
    outer = [Table(Place(table=number), ()) for number in (1, 2)]
    reading(monkeypatch, outer[0], page, outer[1])
    blocks = read_document(b"any text").blocks
    assert [b.place.table for b in blocks if isinstance(b, Table)] == [1, 2, 3]
    assert isinstance(blocks[1], Table)
    assert [cell.place.table for cell in blocks[1].rows[0]] == [2, 2, 2]


def test_an_embedded_document_that_cannot_be_read_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, Paragraph("Trees"), Embedded(b"\x89PNG"))
    document = read_document(b"any text")
    assert document.complete
    assert [note.code for note in document.notes] == ["embedded-unread"]


def test_documents_inside_one_another_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, Paragraph("Trees"), Embedded(b"any text"))
    document = read_document(b"any text")
    assert len(document.blocks) == 3
    assert document.notes[0].code == "embedded-unread"
