"""Word documents kept as one XML file go through the Word reader."""

from __future__ import annotations

import pytest

from ingest.errors import Damaged
from ingest.reading import read_document
from tests.ingest.readers.shown import shown

OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
NEW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Plant</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def word_2003(body: str) -> bytes:
    """A document in Word 2003's XML."""
    return (
        f'<?xml version="1.0"?><w:wordDocument xmlns:w="{OLD}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/'
        f'auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>{body}</w:body></w:wordDocument>'
    ).encode()


def test_word_2003_xml_is_read_through_its_wrappers_with_numbers_and_without_deletions() -> None:
    document = read_document(
        word_2003(
            f'<wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="1."/></w:listPr></w:pPr><w:r><w:t>Dig'
            f'</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>Fell</w:delText></w:r>'
            f"</aml:content></aml:annotation></w:p>{TABLE}</wx:sect>"
        )
    )
    assert document.format == "wordml"
    assert shown(document) == ["1. Dig", [["Plant"]]]


def test_a_package_laid_flat_is_read_like_the_package() -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}" Target="word/document.xml"/></Relationships>'
    )
    page = (
        f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PKG}"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="x">'
        f'<pkg:xmlData>{relationships}</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" '
        f'pkg:contentType="{MAIN}"><pkg:xmlData><w:document xmlns:w="{NEW}"><w:body>{TABLE}</w:body></w:document>'
        "</pkg:xmlData></pkg:part></pkg:package>"
    )
    assert shown(read_document(page.encode())) == [[["Plant"]]]


def test_a_document_without_a_body_is_damaged() -> None:
    with pytest.raises(Damaged):
        read_document(f'<?xml version="1.0"?><w:wordDocument xmlns:w="{OLD}"/>'.encode())
