"""What a package says of itself: title and dates from its core properties, pages from the extended ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.model import Facts
from ingest.readers.from_docx.package import Package
from ingest.text import squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED, _MODIFIED = "{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def facts_of(package: Package) -> Facts:
    """Title, dates (ISO, the day) and page count as the package states them; the page count is often stale."""
    parts = {r.kind: r.target for r in package.relationships("").values() if not r.external}
    core = package.xml(parts.get("core-properties", ""))
    extended = package.xml(parts.get("extended-properties", ""))
    pages = _text(extended, _PAGES)
    return Facts(
        title=squash(_text(core, _TITLE)),
        created=_day(_text(core, _CREATED)),
        modified=_day(_text(core, _MODIFIED)),
        pages=int(pages) if pages.isdecimal() and len(pages) < 7 else None,
    )


def _text(root: _Element | None, tag: str) -> str:
    return "" if root is None else root.findtext(tag) or ""


def _day(value: str) -> str:
    found = _DATE.match(value)
    return found.group() if found else ""
