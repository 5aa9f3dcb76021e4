"""The parts of a Word package: found by relationship, unpacked and parsed only when asked for."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ingest.archive import Archive
from ingest.errors import Damaged
from ingest.limits import Limits
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENTS = "[Content_Types].xml"
_USUAL = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(main|math|relationships)")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points at: `kind` is the last word of its type, `target` a part name, or an address if `external`."""

    kind: str
    target: str
    external: bool


class Package:
    """A Word file's parts. Strict ISO namespaces are turned into the transitional ones as parts are read."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self._archive = Archive(data, limits)
        self._relationships: dict[str, dict[str, Relationship]] = {}
        if _CONTENTS not in self._archive:
            raise Damaged("its list of contents is missing")
        self.main = next((r.target for r in self.relationships("").values() if r.kind == "officeDocument"), _USUAL)
        if self.main not in self._archive:
            raise Damaged("it holds no text part")

    def bytes_of(self, name: str) -> bytes | None:
        """A part as it is, None where there is none of this name."""
        return self._archive.read(name) if name and name in self._archive else None

    def text_of(self, name: str) -> bytes | None:
        """An XML part, unparsed, in the transitional namespaces."""
        data = self.bytes_of(name)
        return _STRICT_NAMES.sub(_transitional, data) if data and _STRICT in data else data

    def xml(self, name: str) -> _Element | None:
        """A parsed part, None where there is none of this name."""
        data = self.text_of(name)
        return None if data is None else parse_xml(data, self.limits, name)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part points at, by relationship id; "" is the package itself."""
        if part not in self._relationships:
            folder, _, name = part.rpartition("/")
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relationships[part] = {} if root is None else dict(_relationships(root, folder))
        return self._relationships[part]

    def related(self, kind: str) -> str:
        """The name of the first part of this kind that the main part points at, "" where there is none."""
        return next((r.target for r in self.relationships(self.main).values() if r.kind == kind), "")


def _transitional(found: re.Match[bytes]) -> bytes:
    family, last = found.groups()
    return _TRANSITIONAL + family + b"/2006/" + last


def _relationships(root: _Element, folder: str) -> list[tuple[str, Relationship]]:
    found = []
    for element in root:
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        found.append((element.get("Id", ""), Relationship(kind, target, external)))
    return found
