"""Addresses that words lead to without showing them: kept as notes, so that nothing of the document is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.model import Block, Note, Paragraph, Place
from ingest.text import squash

_SHOWN = re.compile(r"^(?:https?://|mailto:)?(?:www\.)?|/$")
_LONGEST = 500


def link_notes(block: Block) -> Iterator[Note]:
    """A note for each paragraph or cell whose words lead somewhere that they do not name.

    A nested table gives none, since its words stand in the outer cell too.
    """
    if isinstance(block, Paragraph):
        if block.links:
            yield from _notes((block,), block.place)
    elif block.parent is None:
        linked = {
            cell.place: cell.paragraphs
            for row in block.rows
            for cell in row
            for paragraph in cell.paragraphs
            if paragraph.links
        }
        for place, paragraphs in linked.items():
            yield from _notes(paragraphs, place)


def _notes(paragraphs: tuple[Paragraph, ...], place: Place | None) -> Iterator[Note]:
    links = dict.fromkeys(a for p in paragraphs for a in p.links if _plain(a) not in _unbroken(p.text))
    if links:
        addresses = " ".join(squash(a)[:_LONGEST] for a in links)
        yield Note("link", f"The words here lead to {addresses}", "Nothing was fetched from there.", "info", place)


def _plain(address: str) -> str:
    """An address as it is written in a text: without what a reader leaves out."""
    return _SHOWN.sub("", _unbroken(address))


def _unbroken(text: str) -> str:
    """The text as an address in it reads, over the ends of its lines."""
    return "".join(text.casefold().split())
