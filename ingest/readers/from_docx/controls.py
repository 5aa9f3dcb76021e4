"""Content controls and other wrappers: what they hold is read as if they were not there, unless it is a prompt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.readers.from_docx.look import is_on
from ingest.readers.from_docx.names import ALTERNATE, CHOICE, FALLBACK, INS, MOVE_TO, SDT, SDT_CONTENT, SDT_PR, P, T, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHOWING = W + "showingPlcHdr"
_WRAPPERS = frozenset({INS, MOVE_TO, W + "customXml", W + "smartTag"})


def is_prompt(control: _Element) -> bool:
    """Whether a content control shows its placeholder ("Choose an item.") and holds no value."""
    properties = control.find(SDT_PR)
    return properties is not None and is_on(properties.find(_SHOWING))


def unwrapped(parent: _Element, wanted: frozenset[str], *, prompt: bool = False) -> Iterator[tuple[_Element, bool]]:
    """The wanted elements below a parent, through controls and other wrappers, each with whether it is a prompt."""
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield child, prompt
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from unwrapped(content, wanted, prompt=prompt or is_prompt(child))
        elif tag in _WRAPPERS:
            yield from unwrapped(child, wanted, prompt=prompt)
        elif tag == ALTERNATE:
            yield from unwrapped(chosen(child), wanted, prompt=prompt)


def chosen(alternate: _Element) -> _Element:
    """The branch of an AlternateContent to read: the first that holds words, in the order Word would take them."""
    branches = [child for child in alternate if child.tag in (CHOICE, FALLBACK)]
    return next((b for b in branches if next(b.iter(T, P), None) is not None), branches[0] if branches else alternate)
