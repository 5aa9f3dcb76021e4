"""The parts of an Excel package (ECMA-376): found by relationship, parsed when asked for."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ingest.archive import Archive
from ingest.limits import Limits
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(main|relationships)")


class Parts:
    """Strict ISO namespaces are turned into the usual ones as parts are read."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive(data, limits)
        self._limits = limits

    def xml(self, name: str) -> _Element | None:
        """A parsed part, None where there is none of this name."""
        if not name or name not in self._archive:
            return None
        data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", self._archive.read(name))
        return parse_xml(data, self._limits, name)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points at, by relationship id: the last word of its type, and a part's name or an address."""
        folder, _, name = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for element in () if root is None else root:
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
        return found

    def first(self, part: str, kind: str) -> str:
        """The name of the first part of this kind that a part points at, "" where there is none."""
        return next((target for found, target in self.related(part).values() if found == kind), "")
