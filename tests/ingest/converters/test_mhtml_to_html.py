"""A page packed into a mail message is read as the page it is, whatever the file is called."""

from __future__ import annotations

import pytest

from ingest.errors import Unsupported
from ingest.reading import read_document
from tests.ingest.readers.shown import shown

HEAD = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"


def test_the_page_is_found_and_decoded_by_what_its_part_says() -> None:
    part = (
        b"--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x\r\nContent-Type: text/html; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>Caf=E9<td>=A35</table>\r\n--x--\r\n"
    )
    document = read_document(HEAD + part)
    assert document.format == "mhtml"
    assert shown(document) == [[["Café", "£5"]]]


def test_a_message_without_a_page_is_unsupported() -> None:
    with pytest.raises(Unsupported):
        read_document(HEAD + b"--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--\r\n")


PAGE = b"--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>Plan</table>\r\n"
FILE = (
    b'--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="the plan.pdf"\r\n\r\n%PDF\r\n'
)


def test_what_is_attached_to_a_message_is_told_of_beside_its_page() -> None:
    document = read_document(HEAD + PAGE + FILE + b"--x--\r\n")
    assert shown(document) == [[["Plan"]]]
    assert [note.message for note in document.notes] == ["“the plan.pdf” is attached to this e-mail and was not read."]


def test_the_name_of_what_is_attached_holds_no_sign_that_cannot_be_seen() -> None:
    named = FILE.replace(b"the plan.pdf", b"the\x1b[31m plan\x00.pdf")
    document = read_document(HEAD + PAGE + named + b"--x--\r\n")
    assert all(note.message.isprintable() for note in document.notes)


def test_a_message_that_has_nothing_but_files_says_to_save_them() -> None:
    with pytest.raises(Unsupported, match="save what is attached to it"):
        read_document(HEAD + FILE + b"--x--\r\n")
