"""What a file is, by its bytes and never by its name."""

from __future__ import annotations

import io
import re
import zipfile

from ingest.encoding import decode, is_ebcdic
from ingest.errors import Damaged, Empty, Encrypted, Unsupported
from ingest.text_kinds import text_kind

_HEAD = 4_096
_PICTURES = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"))
_OTHER_PICTURE = "a picture of another kind than JPEG, PNG and TIFF"
_OTHERS = (
    (b"GIF8", _OTHER_PICTURE),
    (b"BM", _OTHER_PICTURE),
    (b"RIFF", "a picture, sound or film"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "an archive; unpack it first"),
    (b"Rar!", "an archive; unpack it first"),
    (b"\x1f\x8b", "an archive; unpack it first"),
    (b"SQLite format", "a database"),
    (b"ID3", "a sound recording"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "a OneNote notebook"),
    (b"\xffWPC", "a WordPerfect document, which --office reads where LibreOffice is installed"),
)
_PHONES = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
"""How pictures of newer phones name their form."""
_ZIPPED = (
    ("word/", "document.xml", "docx"), ("xl/", "workbook.xml", "xlsx"), ("ppt/", "presentation.xml", ""),
    ("visio/", "document.xml", ""),
)  # fmt: skip
_PACKAGE = frozenset(("[content_types].xml", "_rels/.rels"))
_OPEN_DOCUMENT = (
    ("opendocument.text", "odt"), ("opendocument.spreadsheet", "ods"), ("sun.xml.writer", "odt"),
    ("sun.xml.calc", "ods"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = ("EncryptedPackage", "EncryptionInfo")
_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_ROOT = "Root Entry"
_MESSAGE = "__nameid_version1.0"
"""A storage that every Outlook message has ([MS-OXMSG] 2.2.3)."""
_CLASSES = {0x20906: "doc", 0x20820: "xls", 0x20810: "xls"}
_OLD = ((b"{\\rt", "rtf"), (b"\xffWPC", "wpd"), (b"\xdb\xa5", "doc"))
_OLD_STREAMS = (("WordDocument", "doc"), ("MatOST", "wps"), ("StarWriterDocument", "sdw"))
_WORKS = "a document of Works or StarOffice, which --office reads where LibreOffice is installed"
OLD_OFFICE = (_OLE, *(magic for magic, _ in _OLD))
"""How files begin that `office_format` may name."""
_PDF = re.compile(rb"%PDF-\d")
_PDF_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_BEGINNINGS = (b"PK\3\4", b"%PDF-1", b"{\\rtf1", _OLE)


def sniff(data: bytes) -> str:
    """The format of a file: docx, doc, odt, xlsx, xls, ods, pdf, rtf, html, mhtml, wordml, zip, csv, md or txt; of
    a picture jpeg, png or tiff.

    Raises `Empty`, `Damaged`, `Encrypted` or `Unsupported` where the bytes alone show that there is nothing to read.
    """
    if not data:
        raise Empty
    if any(beginning.startswith(data) for beginning in _BEGINNINGS):
        raise Damaged("nothing but its first bytes are there")
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(_OLE):
        return _ole(data)
    if found := next((kind for magic, kind in _PICTURES if data.startswith(magic)), ""):
        return found
    head = data[:_HEAD]
    if head.startswith(b"{\\rt"):
        return "rtf"
    if _PDF.search(head) or _PDF_END.search(data[-_HEAD:]):
        return "pdf"
    return _text(data)


def office_format(data: bytes) -> str:
    """The kind of a text document of the old kinds that LibreOffice reads: doc, rtf, wpd, wps, sdw; "" for all else."""
    if not data.startswith(_OLE):
        return next((kind for magic, kind in _OLD if data.startswith(magic)), "")
    if any(_entry(data, name) >= 0 for name in _SEALED):
        return ""
    return next((kind for name, kind in _OLD_STREAMS if _entry(data, name) >= 0), "")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            _refuse_apple(names)
            return _office(names) or _open_document(archive, names) or "zip"
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise Damaged("its end is missing or its parts cannot be found") from error


def _office(names: list[str]) -> str:
    """The kind of an Office package; a folder called word in any other zip makes none."""
    known = {name.replace("\\", "/").lstrip("/").lower() for name in names}
    for folder, main, kind in _ZIPPED:
        inside = any(name.startswith(folder) for name in known)
        if inside and (f"{folder}{main}" in known or known & _PACKAGE):
            if not kind:
                raise Unsupported("it holds slides or drawings")
            return kind
    return ""


def _refuse_apple(names: list[str]) -> None:
    packed = "Index.zip" in names and "Metadata/Properties.plist" in names
    if packed or any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise Unsupported("a document of Apple's Pages, Numbers or Keynote")


def _open_document(archive: zipfile.ZipFile, names: list[str]) -> str:
    if "content.xml" not in names or "mimetype" not in names:
        return "odt" if "content.xml" in names else ""
    with archive.open("mimetype") as entry:
        kind = entry.read(200).decode("ascii", "replace")
    found = next((short for name, short in _OPEN_DOCUMENT if name in kind), None)
    if found is None:
        raise Unsupported("it holds slides, drawings or formulas")
    return found


def _ole(data: bytes) -> str:
    """Word, Excel or a password's wrapping, by the class of the root and else by the first stream's name."""
    if any(_entry(data, name) >= 0 for name in _SEALED):
        raise Encrypted
    root = _entry(data, _ROOT)
    kind = _CLASSES.get(int.from_bytes(data[root + 80 : root + 84], "little")) if root >= 0 else None
    found = kind or next((kind for name, kind in _STREAMS if _entry(data, name) >= 0), None)
    if found is None and _entry(data, _MESSAGE) >= 0:
        raise Unsupported("an Outlook message; save what is attached to it as files of their own")
    if found is None and root < 0:
        raise Damaged("its list of contents is missing")
    if found is None:
        raise Unsupported(
            _WORKS if office_format(data) else "an old Office file that is neither a Word document nor a workbook"
        )
    return found


def _entry(data: bytes, name: str) -> int:
    """Where a directory entry of this name begins: entries are 128 bytes, on 128-byte bounds, the name first."""
    sought = name.encode("utf-16-le") + b"\0\0"
    at = data.find(sought)
    while at >= 0 and at % 128:
        at = data.find(sought, at + 1)
    return at


def _text(data: bytes) -> str:
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise Unsupported(what)
    if data[4:8] == b"ftyp":
        is_picture = data[8:12] in _PHONES
        raise Unsupported(_OTHER_PICTURE if is_picture else "a picture or film")
    if _is_lock(data):
        raise Unsupported("a lock file that Office leaves beside a document while it is open")
    text = decode(data)
    if text is None:
        raise Unsupported("text of a mainframe (EBCDIC)" if is_ebcdic(data) else "neither a document nor text")
    if not text.strip():
        raise Empty
    return text_kind(text)


def _is_lock(data: bytes) -> bool:
    """Office's owner file: 162 to 165 bytes, the user's name led by its length, then zeros or spaces."""
    return 160 <= len(data) <= 170 and 0 < data[0] <= 54 and not data[1 + data[0] : 52].strip(b"\0 ")
