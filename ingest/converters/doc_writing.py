"""The old Word converter's package without what the .docx reader never looks at: most of what it writes for a cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.converters.doc_rewiring import rewired_module

if TYPE_CHECKING:
    from doc2docx.model import CharacterProperties

UNREAD = ("_append_borders", "_append_cell_margins")
"""The library's functions that write lines around cells and the room inside them."""


def library_write() -> Callable[..., None]:
    """The library's `write_docx`, without those."""
    from doc2docx.ooxml import package

    asked = _asked_once(package._has_character_properties)
    names = rewired_module(package, {"_has_character_properties": asked, **dict.fromkeys(UNREAD, _nothing)})
    write: Callable[..., None] = names["write_docx"]
    return write


def _nothing(*values: object, **more: object) -> None:
    pass


def _asked_once(has_any: Callable[[CharacterProperties], bool]) -> Callable[[CharacterProperties], bool]:
    """The function, run once for each object; they are kept, so that none takes another's place."""
    known: dict[int, tuple[CharacterProperties, bool]] = {}

    def asked(properties: CharacterProperties) -> bool:
        found = known.get(id(properties))
        if found is None:
            found = known[id(properties)] = properties, has_any(properties)
        return found[1]

    return asked
