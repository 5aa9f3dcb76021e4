"""Walking the runs of a paragraph: which marks are words, which wrap words, and which are nothing to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.readers.from_docx.controls import chosen, is_prompt
from ingest.readers.from_docx.fields import address_in, form_value, is_page_number
from ingest.readers.from_docx.look import Look, dressed
from ingest.readers.from_docx.names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    R_STYLE,
    REL_ID,
    RPR,
    SDT,
    SDT_CONTENT,
    TXBX_CONTENT,
    VAL,
    M,
    R,
    T,
    W,
)
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import Words
from ingest.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset({W + name for name in ("smartTag", "customXml", "dir", "bdo")})
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", M + "t": "",
}  # fmt: skip
_CODE = re.compile("[0-9A-Fa-f]{1,6}")
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote", W + "commentReference": "comment"}


def walk(parent: _Element, words: Words, look: Look, story: Story) -> None:
    """Gather the words below an element: a paragraph, a run, or anything that wraps them."""
    for child in parent:
        tag = child.tag
        if tag == T:
            words.say((child.text or "").replace("\n", " "), look)
        elif tag == R:
            walk(child, words, words.base, story)
        elif tag == RPR:
            look = _look(child, words, story)
        elif tag in _THROUGH:
            walk(child, words, look, story)
        elif tag in _SIGNS:
            words.say(_SIGNS[tag] or child.text or "", look)
        elif tag in _NOTES:
            words.mention(_NOTES[tag], child.get(W + "id"))
        elif tag in _ACTS:
            _ACTS[tag](child, words, look, story)
        elif str(tag).startswith(M):
            walk(child, words, look, story)


def _look(properties: _Element, words: Words, story: Story) -> Look:
    """The look of a run: the paragraph's, its character style's over it, its own over that."""
    named = properties.find(R_STYLE)
    look = words.base if named is None else story.styles.run(words.base, named.get(VAL, ""))
    return dressed(look, properties, story.styles.theme)


def _hyperlink(element: _Element, words: Words, look: Look, story: Story) -> None:
    related = story.relationships.get(element.get(REL_ID, ""))
    if related is not None and related.external:
        words.link(related.target)
    walk(element, words, look, story)


def _simple_field(element: _Element, words: Words, look: Look, story: Story) -> None:
    code = element.get(W + "instr", "")
    if not is_page_number(code):
        words.link(address_in(code))
        walk(element, words, look, story)


def _field_mark(element: _Element, words: Words, look: Look, story: Story) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        words.say(form_value(element), look)
        words.fields.begin()
    elif kind == "separate":
        words.link(words.fields.separate())
    elif kind == "end":
        words.say(words.fields.end(), look)


def _code(element: _Element, words: Words, look: Look, story: Story) -> None:
    words.fields.add_code(element.text or "")


def _control(element: _Element, words: Words, look: Look, story: Story) -> None:
    content = element.find(SDT_CONTENT)
    if content is not None:
        before, words.prompt = words.prompt, words.prompt or is_prompt(element)
        walk(content, words, look, story)
        words.prompt = before


def _symbol(element: _Element, words: Words, look: Look, story: Story) -> None:
    code = element.get(W + "char", "")
    if _CODE.fullmatch(code):
        words.say(symbol(int(code, 16), element.get(W + "font", "")), look)


def _inserted(element: _Element, words: Words, look: Look, story: Story) -> None:
    story.log.changed = True
    walk(element, words, look, story)


def _deleted(element: _Element, words: Words, look: Look, story: Story) -> None:
    story.log.changed = True


def _ruby(element: _Element, words: Words, look: Look, story: Story) -> None:
    """Text with a reading aid above it: the text alone."""
    base = element.find(W + "rubyBase")
    if base is not None:
        walk(base, words, look, story)


def _alternate(element: _Element, words: Words, look: Look, story: Story) -> None:
    walk(chosen(element), words, look, story)


def _drawing(element: _Element, words: Words, look: Look, story: Story) -> None:
    """The text boxes of a drawing, each once, none that stands inside another."""
    pending = [element]
    while pending:
        for child in pending.pop():
            if child.tag == TXBX_CONTENT:
                words.boxes.append(child)
            else:
                pending.append(chosen(child) if child.tag == ALTERNATE else child)


_ACTS: dict[str, Callable[[_Element, Words, Look, Story], None]] = {
    W + "hyperlink": _hyperlink,
    W + "fldSimple": _simple_field,
    W + "fldChar": _field_mark,
    W + "instrText": _code,
    W + "sym": _symbol,
    W + "ruby": _ruby,
    W + "drawing": _drawing,
    W + "pict": _drawing,
    W + "object": _drawing,
    SDT: _control,
    INS: _inserted,
    MOVE_TO: _inserted,
    DEL: _deleted,
    MOVE_FROM: _deleted,
    ALTERNATE: _alternate,
}
