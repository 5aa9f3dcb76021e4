"""The parts of an OpenDocument file: a zip's content, styles and properties, or the one XML of a flat file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.archive import Archive
from ingest.errors import Damaged, Encrypted
from ingest.limits import Limits
from ingest.opendocument import q
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEALED = b"encryption-data"


@dataclass(frozen=True, slots=True)
class Package:
    """The roots that hold the text, the styles and the properties; a flat file is all three in one."""

    content: _Element
    styles: _Element | None
    meta: _Element | None

    @property
    def body(self) -> _Element:
        """What holds the text, in order."""
        body = self.content.find(f"{q('office:body')}/{q('office:text')}")
        if body is None:
            raise Damaged("it holds no text")
        return body


def opened(data: bytes, limits: Limits) -> Package:
    """The parts of a file; raises `Encrypted` where a password seals them, `Damaged` where they are missing."""
    if not data.startswith(b"PK"):
        root = parse_xml(data, limits, "content")
        return Package(root, root, root)
    archive = Archive(data, limits)
    if "META-INF/manifest.xml" in archive and _SEALED in archive.read("META-INF/manifest.xml"):
        raise Encrypted
    if "content.xml" not in archive:
        raise Damaged("the part with the text is missing")
    styles, meta = (
        parse_xml(archive.read(name), limits, name) if name in archive else None for name in ("styles.xml", "meta.xml")
    )
    return Package(parse_xml(archive.read("content.xml"), limits, "content.xml"), styles, meta)
