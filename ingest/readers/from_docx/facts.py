"""What a package says of itself: title and dates, from its core properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Facts
from ingest.readers.from_docx.package import Package
from ingest.text import iso_day, squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED, _MODIFIED = "{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified"


def facts_of(package: Package) -> Facts:
    """Title and dates (ISO, the day) as the package states them.

    Its page count is left out: it is what the last program to lay the text out made of it, often a template's 1.
    """
    name = next((r.target for r in package.relationships("").values() if r.kind == "core-properties"), "")
    core = package.xml(name)
    return Facts(
        title=squash(_text(core, _TITLE)),
        created=iso_day(_text(core, _CREATED)),
        modified=iso_day(_text(core, _MODIFIED)),
    )


def _text(root: _Element | None, tag: str) -> str:
    return "" if root is None else root.findtext(tag) or ""
