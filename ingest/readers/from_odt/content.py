"""What stands in a body or a cell, in order: passages and tables, lists and sections opened up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Paragraph
from ingest.opendocument import q
from ingest.readers.from_odt.numbering import Counters
from ingest.readers.from_odt.story import Story
from ingest.readers.from_odt.styles import Look
from ingest.readers.from_odt.words import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _H, _LIST = q("text:p"), q("text:h"), q("text:list")
TABLES = (q("table:table"), q("loext:table"))  # the second in shapes
_ITEM, _LIST_HEADER = q("text:list-item"), q("text:list-header")
_STYLE, _START = q("text:style-name"), q("text:start-value")
_UNREAD = frozenset(
    q(name)
    for name in (
        "text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
        "text:table-of-content-source", "text:soft-page-break", "table:shapes", "office:event-listeners",
    )
)  # fmt: skip
_DEEPEST_HEADING = 9


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with what hangs on it; the paragraph is None where only something hangs there."""

    paragraph: Paragraph | None
    looks: frozenset[Look] = frozenset()
    fill: str = ""
    mentions: tuple[tuple[str, _Element], ...] = ()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where in a list a paragraph stands: the list's style, its level and its counters."""

    style: str
    level: int
    counters: Counters


def contents(container: _Element, story: Story, place: ListPlace | None = None) -> Iterator[Passage | _Element]:
    """The passages and `table:table` elements below a container, in order; text boxes follow their paragraph."""
    for child in container:
        tag = child.tag
        if tag in (_P, _H):
            yield from _passage(child, story, "")
        elif tag in TABLES:
            yield child
        elif tag == _LIST:
            yield from _list(child, story, place)
        elif tag not in _UNREAD and child.get(q("text:display")) != "none":
            yield from contents(child, story, place)


def _list(element: _Element, story: Story, outer: ListPlace | None) -> Iterator[Passage | _Element]:
    style = element.get(_STYLE) or (outer.style if outer else _paragraphs_list(element, story))
    counters = outer.counters if outer else story.numbering.begun(element, style)
    here = ListPlace(style, outer.level + 1 if outer else 1, counters)
    for item in element:
        if item.tag in (_ITEM, _LIST_HEADER):
            yield from _item(item, story, here)


def _item(item: _Element, story: Story, here: ListPlace) -> Iterator[Passage | _Element]:
    """An item's blocks: the first paragraph carries the mark, unless the item only holds a deeper list."""
    unmarked = item.tag == _ITEM
    for child in item:
        if child.tag in (_P, _H):
            start = item.get(_START)
            mark = ""
            if unmarked:
                mark = story.numbering.mark(here.style, here.level, here.counters, int(start) if start else None)
            unmarked = False
            yield from _passage(child, story, mark)
        elif child.tag == _LIST:
            yield from _list(child, story, here)
        elif child.tag in TABLES:
            yield child


def _paragraphs_list(element: _Element, story: Story) -> str:
    """The list style that the first paragraph's style names, for a list that names none."""
    first = next(element.iter(_P, _H), None)
    return "" if first is None else story.styles.of("paragraph", first.get(_STYLE)).list_style


def _passage(element: _Element, story: Story, mark: str) -> Iterator[Passage | _Element]:
    style = story.styles.of("paragraph", element.get(_STYLE))
    words = words_of(element, style.look, story.styles)
    level = 0
    if element.tag == _H:
        level = min(int(element.get(q("text:outline-level"), "1")), _DEEPEST_HEADING)
        if not mark and element.get(q("text:is-list-header")) != "true":
            mark = story.numbering.heading(level)
    paragraph = None
    if words.text or (mark and mark != "•" and not style.look.hidden):
        paragraph = Paragraph(words.text, mark, level, words.struck, tuple(dict.fromkeys(words.links)))
    if paragraph or words.mentions:
        yield Passage(paragraph, frozenset(words.looks), style.fill, tuple(words.mentions))
    for box in words.boxes:
        yield from contents(box, story)
