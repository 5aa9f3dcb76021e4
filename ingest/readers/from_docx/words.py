"""The words of a paragraph as they are gathered from its runs, with how they look and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.prompts import is_prompt_text
from ingest.readers.from_docx.fields import Fields
from ingest.readers.from_docx.look import PLAIN, Look
from ingest.symbols import has_private, signs
from ingest.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in the text to a comment, footnote or endnote."""

    kind: str
    id: str


@dataclass(slots=True)
class Words:
    """Gathers a paragraph; `prompt` is true inside a content control that shows only its placeholder."""

    fields: Fields
    base: Look = PLAIN
    prompt: bool = False
    pieces: list[str] = field(default_factory=list)
    looks: set[Look] = field(default_factory=set)
    links: dict[str, None] = field(default_factory=dict)
    boxes: list[_Element] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def say(self, text: str, look: Look) -> None:
        """Add text, unless it is hidden, a placeholder or a field's code."""
        if self.prompt or look.hidden or self.fields.hushed:
            return
        self.pieces.append(signs(text, look.font) if look.font else text)
        if text.strip():
            self.looks.add(look)

    def link(self, address: str) -> None:
        """Keep an address the text points to, once."""
        if address:
            self.links[address] = None

    def mention(self, kind: str, name: str | None) -> None:
        """Keep a reference to a comment or note."""
        if name is not None and not self.prompt:
            self.mentions.append(Mention(kind, name))

    @property
    def text(self) -> str:
        """The words so far, tidied."""
        return tidy("".join(self.pieces))


def shared_colour(looks: set[Look]) -> str:
    """The colour all the words have, "" where they differ."""
    colours = {look.colour for look in looks}
    return colours.pop() if len(colours) == 1 else ""


def shared_highlight(looks: set[Look]) -> str:
    """The highlight all the words have, "" where they differ."""
    highlights = {look.highlight for look in looks}
    return highlights.pop() if len(highlights) == 1 else ""


def tidy(text: str) -> str:
    """The words of a paragraph, cleaned: signs for private characters, nothing for Word's own prompts."""
    words = clean(text if text.isascii() or not has_private(text) else signs(text, ""))
    return "" if is_prompt_text(words) else words
