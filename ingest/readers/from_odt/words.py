"""The words of a paragraph: spans, fields, links, and what hangs on it: notes, comments, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.errors import Damaged
from ingest.opendocument import q
from ingest.prompts import is_prompt_text
from ingest.readers.from_odt.styles import Look, Styles, laid_over
from ingest.symbols import signs
from ingest.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {q("text:s"): " ", q("text:tab"): "\t", q("text:line-break"): "\n"}
_COUNT, _LONGEST_COUNT = q("text:c"), 6  # digits
_UNREAD = frozenset(
    q(name)
    for name in (
        "text:page-number", "text:page-count", "text:placeholder", "text:change", "text:change-start",
        "text:change-end", "office:annotation-end", "text:soft-page-break", "text:bookmark", "text:ruby-text",
        "text:label", "text:script",
    )
)  # fmt: skip
_MENTIONED = {q("text:note"): "note", q("office:annotation"): "comment"}
_STYLE, _SPAN, _LINK = q("text:style-name"), q("text:span"), q("text:a")
_HIDDEN = (q("text:hidden-text"), q("text:hidden-paragraph"))
_CONTROL, _PROMPT = q("loext:content-control"), q("loext:showing-place-holder")
_FIELD, _PARAMETER = q("field:fieldmark"), q("field:param")
_SEEN = {0x2011: "-"}  # what a non-breaking hyphen looks like
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


@dataclass(slots=True)
class Words:
    """What has been gathered of one paragraph."""

    pieces: list[str] = field(default_factory=list)
    looks: set[Look] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    mentions: list[tuple[str, _Element]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    def say(self, text: str | None, look: Look) -> None:
        """Add text, unless it is hidden."""
        if text and not look.hidden:
            self.pieces.append(signs(text.translate(_SEEN), look.font))
            if text.strip():
                self.looks.add(look)

    @property
    def text(self) -> str:
        """The words, tidied."""
        text = clean("".join(self.pieces))
        return "" if is_prompt_text(text) else text

    @property
    def struck(self) -> bool:
        """Whether all of the text is struck out."""
        return bool(self.looks) and all(look.struck for look in self.looks)


def words_of(element: _Element, look: Look, styles: Styles) -> Words:
    """The words of a paragraph or heading whose style has this look."""
    words = Words()
    _walk(element, words, look, styles)
    return words


def _walk(element: _Element, words: Words, look: Look, styles: Styles) -> None:
    words.say(_one_spaced(element.text), look)
    for child in element:
        _take(child, words, look, styles)
        words.say(_one_spaced(child.tail), look)


def _take(child: _Element, words: Words, look: Look, styles: Styles) -> None:
    tag = str(child.tag)
    if tag == _SPAN:
        style = styles.of("text", child.get(_STYLE))
        _walk(child, words, laid_over(look, style.look), styles)
    elif tag in _SIGNS:
        if len(child.get(_COUNT, "")) > _LONGEST_COUNT:
            raise Damaged("it writes more spaces in a row than any document does")
        words.say(_SIGNS[tag], look)
    elif tag in _MENTIONED:
        words.mentions.append((_MENTIONED[tag], child))
    elif tag in _UNREAD or (tag in _HIDDEN and child.get(q("text:is-hidden")) != "false"):
        return
    elif tag.startswith(_DRAWN):
        words.boxes.append(child)
    elif tag == _CONTROL:
        _control(child, words, look, styles)
    elif tag == _FIELD:
        words.say(_form_value(child), look)
    else:
        if tag == _LINK and (address := child.get(q("xlink:href"), "")) and not address.startswith("#"):
            words.links.append(address)
        _walk(child, words, look, styles)


def _control(child: _Element, words: Words, look: Look, styles: Styles) -> None:
    """A form control: what was filled in, not the prompt that asks for it."""
    if child.get(_PROMPT) != "true":
        _walk(child, words, look, styles)


def _form_value(field: _Element) -> str:
    """What an old form field shows: a ticked or empty box, or the entry chosen from its list."""
    named = [(p.get(q("field:name"), ""), p.get(q("field:value"), "")) for p in field.iterchildren(_PARAMETER)]
    values = dict(named)
    if "CHECKBOX" in field.get(q("field:type"), ""):
        return "☒" if values.get("Checkbox_Checked") == "true" else "☐"
    entries = [value for name, value in named if name == "Dropdown_ListEntry"]
    chosen = values.get("Dropdown_Selected", values.get("Dropdown_Result", ""))
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""


def _one_spaced(text: str | None) -> str | None:
    """White space in the XML counts as one space; only `text:s` and `text:line-break` mean more."""
    return text.replace("\n", " ") if text else text
