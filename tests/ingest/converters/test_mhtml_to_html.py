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
