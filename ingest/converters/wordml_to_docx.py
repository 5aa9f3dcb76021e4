"""Word documents kept as one XML file to .docx: Word 2003's XML, and today's packages laid flat (Flat OPC)."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import TYPE_CHECKING

from ingest.converters.word_2003 import document_parts
from ingest.errors import Damaged
from ingest.limits import Limits
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def convert(data: bytes, limits: Limits) -> bytes:
    """The bytes of a .docx of the same text. Raises `Damaged` or `TooLarge`."""
    root = parse_xml(data, limits, "document")
    parts = _flat_parts(root) if root.tag == f"{_PKG}package" else document_parts(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        for name, (_, content) in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _flat_parts(root: _Element) -> dict[str, tuple[str, bytes]]:
    """The parts of a flat package by name, with their content types; pictures are left out."""
    from lxml import etree

    parts = {}
    for part in root.iterchildren(f"{_PKG}part"):
        name, kind = part.get(f"{_PKG}name", "").lstrip("/"), part.get(f"{_PKG}contentType", "")
        xml, binary = part.find(f"{_PKG}xmlData"), part.find(f"{_PKG}binaryData")
        if xml is not None and len(xml):
            parts[name] = (kind, etree.tostring(xml[0]))
        elif binary is not None and not kind.startswith("image/"):
            parts[name] = (kind, _unpacked(binary.text or ""))
    return parts


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error as error:
        raise Damaged("a part in it is not well written") from error


def _content_types(parts: dict[str, tuple[str, bytes]]) -> bytes:
    from lxml import etree

    types = etree.Element(f"{{{_TYPES}}}Types")
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(types, f"{{{_TYPES}}}Default", Extension="rels", ContentType=rels)
    for name, (kind, _) in parts.items():
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(types)
