"""Comments and notes: each read from its own part when the text first mentions one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.model import Note, Paragraph, Place, Yielded
from ingest.numerals import numeral
from ingest.readers.from_docx.content import Passage, contents
from ingest.readers.from_docx.names import W
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import Mention

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class Remarks:
    """Gives what hangs on a mention: a comment as a note, a footnote as a paragraph with its number as mark."""

    story: Story
    _parts: dict[str, dict[str, _Element]] = field(default_factory=dict)
    _stories: dict[str, Story] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _given: set[Mention] = field(default_factory=set)

    def of(self, mentions: tuple[Mention, ...], place: Place | None) -> Iterator[Yielded]:
        """What the mentions of one paragraph or cell refer to, each remark once; a mention of nothing gives nothing."""
        for mention in mentions:
            element = self._part(mention.kind).get(mention.id)
            if element is None or mention in self._given:
                continue
            self._given.add(mention)
            if mention.kind == "comment":
                yield self._comment(element, place)
            else:
                yield from self._footnote(mention.kind, element, place)

    def _comment(self, element: _Element, place: Place | None) -> Note:
        words = " ".join(p.shown for p in self._paragraphs("comment", element))
        author = element.get(W + "author", "").strip() or "Someone"
        return Note("comment", f"{author} commented: {words}", "Read it beside the text.", "info", place)

    def _footnote(self, kind: str, element: _Element, place: Place | None) -> Iterator[Yielded]:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        mark = numeral(self._numbers[kind], _FORMATS[kind])
        paragraphs = self._paragraphs(kind, element)
        for index, paragraph in enumerate(paragraphs):
            shown = replace(paragraph, mark=mark) if index == 0 and not paragraph.mark else paragraph
            yield replace(shown, place=self.story.counts.paragraph())
        if place is not None and place.table is not None and paragraphs:
            words = " ".join(p.shown for p in paragraphs)
            yield Note("footnote", f"{kind.capitalize()} {mark} belongs to this cell: {words}", "", "info", place)

    def _paragraphs(self, kind: str, element: _Element) -> list[Paragraph]:
        """The paragraphs of a comment or note; a table inside gives the paragraphs of its cells."""
        found: list[Paragraph] = []
        for item in contents(element, self._stories[kind]):
            if isinstance(item, Passage) and item.paragraph is not None:
                found.append(item.paragraph)
        return found

    def _part(self, kind: str) -> dict[str, _Element]:
        if kind not in self._parts:
            package = self.story.package
            name = package.related(f"{kind}s")
            root = package.xml(name)
            self._stories[kind] = replace(self.story, relationships=package.relationships(name) if name else {})
            self._parts[kind] = {} if root is None else {e.get(W + "id", ""): e for e in root}
        return self._parts[kind]
