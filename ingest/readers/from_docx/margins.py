"""Running headers and footers: each different paragraph once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.model import Margin, Paragraph
from ingest.readers.from_docx.content import Passage, contents
from ingest.readers.from_docx.names import REL_ID, TC, W
from ingest.readers.from_docx.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCES = (W + "headerReference", W + "footerReference")


def margins_of(body: _Element, story: Story) -> Iterator[Margin]:
    """The paragraphs of every header and footer a section names, in order, page numbers left out."""
    parts = dict.fromkeys(
        related.target
        for reference in body.iter(*_REFERENCES)
        if (related := story.relationships.get(reference.get(REL_ID, ""))) and not related.external
    )
    seen: set[str] = set()
    for name in parts:
        root = story.package.xml(name)
        if root is None:
            continue
        own = replace(story, relationships=story.package.relationships(name))
        for paragraph in _paragraphs(root, own):
            if paragraph.shown not in seen:
                seen.add(paragraph.shown)
                yield Margin(paragraph)


def _paragraphs(container: _Element, story: Story) -> Iterator[Paragraph]:
    for item in contents(container, story):
        if isinstance(item, Passage):
            if item.paragraph is not None:
                yield item.paragraph
        elif not hasattr(item, "data"):
            for cell in item.iter(TC):
                yield from _paragraphs(cell, story)
