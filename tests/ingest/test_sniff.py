"""A file is known by its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.errors import Damaged, Empty, Encrypted, Unreadable, Unsupported
from ingest.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**entries: str) -> bytes:
    """A zip of these entries; "__" in a name stands for a slash, "_xml" at its end for ".xml"."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name.replace("__", "/").replace("_xml", ".xml"))  # undated: its bytes name a test
            archive.writestr(entry, content)
    return buffer.getvalue()


def ole(*streams: str, root_class: bytes = b"") -> bytes:
    """The head of an OLE file whose directory names these streams."""
    entries = [_entry("Root Entry", root_class), *(_entry(name) for name in streams)]
    return OLE.ljust(512, b"\0") + b"".join(entries)


def _entry(name: str, class_id: bytes = b"") -> bytes:
    return (name.encode("utf-16-le").ljust(80, b"\0") + class_id).ljust(128, b"\0")


def _flat(what: str) -> bytes:
    spaces = "".join(f' xmlns:n{n}="urn:oasis:names:tc:opendocument:xmlns:n{n}:1.0"' for n in range(60))
    kind = f'n0:mimetype="application/vnd.oasis.opendocument.{what}"'
    return f'<?xml version="1.0"?><office:document{spaces} {kind}><n0:body/></office:document>'.encode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(word__document_xml="<w/>"), "docx"),
        (zipped(xl__workbook_xml="<w/>"), "xlsx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<c/>"), "odt"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<c/>"), "ods"),
        (zipped(plans="a folder"), "zip"),
        (zipped(word__plan="a folder called word"), "zip"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("Workbook", "WordDocument", root_class=b"\x20\x08\x02\0"), "xls"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk\n" * 200 + b"%PDF-1.4\n", "pdf"),
        (b"%QDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF\n", "pdf"),
        (b"{\\rtf1\\ansi hello}", "rtf"),
        (b"<!-- saved --> <TABLE><tr><td>Ref</table>", "html"),
        ("\ufeff<!DOCTYPE html><p>Plan".encode("utf-16-le"), "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "mhtml"),
        (b'<?xml version="1.0"?><w:d xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "wordml"),
        (b"Ref,Action,Lead\n1,Plant trees,Parks\n", "csv"),
        (b'Ref;Action;Lead\n1;"Plant trees; many";Parks\n', "csv"),
        (b"# Plan\n\n| Action | Lead |\n|---|---|\n| Plant | Parks |\n", "md"),
        (b"# Plan\n\nAction\tLead\nPlant trees\tParks\n", "txt"),
        (b"# Plan\nAction,Lead,When\nPlant,Parks,May\nCut,Streets,June\nMend,Homes,July\nDig,Parks,May\n", "csv"),
        (b"# Plan\n\n\tindented code\n\tmore code\n", "md"),
        (_flat("text"), "odt"),
        (_flat("spreadsheet"), "ods"),
        (b"Action plan\n\nWe plant trees, build homes, and mend roads.\nWe like parks, trees, and ponds.\n", "txt"),
        ("Caf\xe9 plan".encode("cp1252"), "txt"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b" \n\n", Empty),
        (zipped(word__document_xml="<w/>")[:60], Damaged),
        (b"P", Damaged),
        (ole("EncryptedPackage"), Encrypted),
        (OLE.ljust(512, b"\0"), Damaged),
        (ole("PowerPoint Document"), Unsupported),
        (zipped(ppt__presentation_xml="<p/>"), Unsupported),
        (b"GIF89a", Unsupported),
        (b"MZ\x90\0", Unsupported),
        (bytes(range(1, 30)), Unsupported),
        ("Action plan, Lead and Date".encode("cp037") * 20, Unsupported),
        (b"\x04Jane".ljust(162, b"\0"), Unsupported),
        (b'<?xml version="1.0"?><invoice/>', Unsupported),
    ],
)
def test_what_cannot_hold_a_plan_is_refused_in_a_sentence(data: bytes, error: type[Unreadable]) -> None:
    with pytest.raises(error) as raised:
        sniff(data)
    assert str(raised.value).endswith(".")


def test_text_of_a_mainframe_and_lock_files_are_named_as_such() -> None:
    with pytest.raises(Unsupported, match="EBCDIC"):
        sniff("Action plan, Lead and Date".encode("cp037") * 20)
    with pytest.raises(Unsupported, match="lock file"):
        sniff(b"\x04Jane".ljust(162, b"\0"))


@pytest.mark.parametrize("names", [("Index/Document.iwa", "preview.jpg"), ("Index.zip", "Metadata/Properties.plist")])
def test_a_document_of_pages_is_named_as_such_and_never_unpacked(names: tuple[str, ...]) -> None:
    with pytest.raises(Unsupported, match="Apple's Pages"):
        sniff(zipped(**dict.fromkeys(names, "-")))


@pytest.mark.parametrize("stream", ["MatOST", "StarWriterDocument"])
def test_what_libreoffice_alone_reads_names_the_option(stream: str) -> None:
    with pytest.raises(Unsupported, match="--office"):
        sniff(ole(stream))


def test_notebooks_and_messages_are_named_as_such() -> None:
    with pytest.raises(Unsupported, match="OneNote"):
        sniff(bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3") + bytes(99))
    with pytest.raises(Unsupported, match="save what is attached to it"):
        sniff(ole("__nameid_version1.0"))
