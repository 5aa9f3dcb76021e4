"""The pages of a file by their references, as its own bytes have them."""

from __future__ import annotations

from typing import Any

from ingest.readers.from_pdf.tagged.plain_objects import PlainObjects


def numbered(objects: PlainObjects) -> dict[str, int] | None:
    """The number of each page, counted from 1, by its reference (ISO 32000-1, 7.7.3); None where qpdf must tell."""
    pages: dict[str, int] = {}
    seen: set[str] = set()
    waiting: list[Any] = [(objects.catalog() or {}).get("/Pages")]
    while waiting:
        reference = waiting.pop()
        node = objects.referred(reference)
        if node is None or reference in seen:
            return None
        seen.add(reference)
        kind, kids = node.get("/Type"), node.get("/Kids")
        if kind == "/Pages" and isinstance(kids, list):
            waiting += reversed(kids)
        elif kind == "/Page" and kids is None:
            pages[reference] = len(pages) + 1
        else:
            return None
    return pages
