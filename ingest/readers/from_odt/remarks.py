"""Comments and notes: a comment becomes a note of the reading, a footnote a paragraph with its number as mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.model import Note, Paragraph, Place, Yielded
from ingest.opendocument import q
from ingest.readers.from_odt.content import Passage, contents
from ingest.readers.from_odt.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_CITATION, _BODY = q("text:note-citation"), q("text:note-body")


def remarks_of(mentions: Iterable[tuple[str, _Element]], place: Place | None, story: Story) -> Iterator[Yielded]:
    """What hangs on a paragraph or cell at this place."""
    for kind, element in mentions:
        if kind == "comment":
            words = " ".join(paragraph.shown for paragraph in _paragraphs(element, story))
            author = (element.findtext(q("dc:creator")) or "").strip() or "Someone"
            yield Note("comment", f"{author} commented: {words}", "Read it beside the text.", "info", place)
        else:
            yield from _footnote(element, place, story)


def _footnote(element: _Element, place: Place | None, story: Story) -> Iterator[Yielded]:
    body = element.find(_BODY)
    paragraphs = [] if body is None else _paragraphs(body, story)
    mark = (element.findtext(_CITATION) or "").strip()
    for index, paragraph in enumerate(paragraphs):
        marked = replace(paragraph, mark=mark) if not index and not paragraph.mark else paragraph
        yield replace(marked, place=story.counts.paragraph())
    if paragraphs and place is not None and place.table is not None:
        kind = "Endnote" if element.get(q("text:note-class")) == "endnote" else "Footnote"
        words = " ".join(paragraph.shown for paragraph in paragraphs)
        yield Note("footnote", f"{kind} {mark} belongs to this cell: {words}", "", "info", place)


def _paragraphs(element: _Element, story: Story) -> list[Paragraph]:
    found = (item.paragraph for item in contents(element, story) if isinstance(item, Passage))
    return [paragraph for paragraph in found if paragraph is not None]
