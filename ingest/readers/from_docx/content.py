"""The paragraphs, tables and embedded parts that stand in a container: body, cell, text box, note, header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Embedded, Paragraph
from ingest.readers.from_docx.colours import shade_of
from ingest.readers.from_docx.controls import unwrapped
from ingest.readers.from_docx.fields import Fields
from ingest.readers.from_docx.look import Look, is_on
from ingest.readers.from_docx.names import (
    ALT_CHUNK,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    REL_ID,
    RPR,
    SHD,
    TBL,
    VAL,
    P,
    W,
)
from ingest.readers.from_docx.runs import walk
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.styles import PLAIN_STYLE, ParagraphStyle, list_of, style_id_of
from ingest.readers.from_docx.words import Mention, Words
from ingest.symbols import BULLET

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({P, TBL, ALT_CHUNK})
_OUTLINE = W + "outlineLvl"
_VANISH = W + "vanish"
_CHANGES = frozenset({INS, DEL, MOVE_FROM, MOVE_TO})


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as read, without a place yet: None where it shows nothing; `shade` is the colour behind it."""

    paragraph: Paragraph | None
    looks: frozenset[Look]
    mentions: tuple[Mention, ...]
    shade: str


Content = Passage | Embedded


def contents(container: _Element, story: Story, *, prompt: bool = False) -> Iterator[Content | _Element]:
    """What stands in a container, in order: passages, embedded documents, and `w:tbl` elements for the caller.

    The words of a text box follow the paragraph it is anchored to. A paragraph whose mark is deleted runs on into
    the next, as Word shows it once the change is accepted.
    """
    fields = Fields()
    carried: Words | None = None
    for element, is_prompt in unwrapped(container, _BLOCKS, prompt=prompt):
        if element.tag == P:
            if carried is None and not len(element):
                continue
            words = carried or Words(fields)
            carried = words if _gather(element, words, story, prompt=is_prompt) else None
            if carried is None:
                yield from _finished(element, words, story)
            continue
        if carried is not None:
            yield from _finished(None, carried, story)
            carried = None
        if element.tag == TBL:
            yield element
        else:
            yield from _embedded(element, story)
    if carried is not None:
        yield from _finished(None, carried, story)


def _gather(element: _Element, words: Words, story: Story, *, prompt: bool) -> bool:
    """Add a paragraph's words; true where its mark is deleted, so that the next paragraph joins it."""
    properties = element.find(PPR)
    words.prompt = prompt
    words.base = _style(properties, story).look
    walk(element, words, words.base, story)
    words.fields.close_codes()
    mark = None if properties is None else properties.find(RPR)
    changes = [] if mark is None else [child.tag for child in mark if child.tag in _CHANGES]
    story.log.changed |= bool(changes)
    return DEL in changes or MOVE_FROM in changes


def _finished(element: _Element | None, words: Words, story: Story) -> Iterator[Content | _Element]:
    """The passage of gathered words, then what its text boxes hold."""
    properties = None if element is None else element.find(PPR)
    yield _passage(properties, words, story)
    for box in words.boxes:
        yield from contents(box, story)


def _passage(properties: _Element | None, words: Words, story: Story) -> Passage:
    text = words.text
    style = _style(properties, story)
    mark = "" if properties is None else _mark(properties, style, text, story)
    paragraph = None
    if text or mark:
        struck = bool(words.looks) and all(look.struck for look in words.looks)
        paragraph = Paragraph(text, mark, _level(properties, style), struck, tuple(words.links))
    return Passage(paragraph, frozenset(words.looks), tuple(words.mentions), _shade(properties, style, story))


def _style(properties: _Element | None, story: Story) -> ParagraphStyle:
    return PLAIN_STYLE if properties is None else story.styles.paragraph(style_id_of(properties))


def _mark(properties: _Element, style: ParagraphStyle, text: str, story: Story) -> str:
    """The automatic number or bullet; a bullet with nothing after it says nothing, a hidden paragraph counts not."""
    number, depth = list_of(properties, style)
    if not number or (not text and is_on(properties.find(f"{RPR}/{_VANISH}"))):
        return ""
    mark = story.numbering.mark(number, depth, style.numbered_as)
    return mark if text or mark != BULLET else ""


def _level(properties: _Element | None, style: ParagraphStyle) -> int:
    outline = None if properties is None else properties.find(_OUTLINE)
    if outline is None:
        return style.level
    value = outline.get(VAL, "")
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0


def _shade(properties: _Element | None, style: ParagraphStyle, story: Story) -> str:
    shading = None if properties is None else properties.find(SHD)
    return style.shade if shading is None else shade_of(shading, story.styles.theme)


def _embedded(element: _Element, story: Story) -> Iterator[Embedded]:
    related = story.relationships.get(element.get(REL_ID, ""))
    data = None if related is None or related.external else story.package.bytes_of(related.target)
    if data:
        yield Embedded(data)
