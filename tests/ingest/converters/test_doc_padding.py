"""Padding of paragraph properties: one lone byte after the last modifier is made zero, all else stays."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ingest.converters.doc_padding import with_even_padding

KEEP_LINES, LEFT = b"\x05\x24\x01", b"\x0f\x84\x10\x02"
LONG = b"\x08\xd6\x05\x00abcd"


@dataclass(frozen=True, slots=True)
class Pages:
    """What is asked of an old Word file here."""

    pages: tuple[bytes, ...]

    def paragraph_pages(self) -> list[bytes]:
        """The pages of its paragraphs' properties."""
        return list(self.pages)


def page(modifiers: bytes) -> bytes:
    """A page of one run, its properties of a style and these modifiers, an even number of bytes in all."""
    held = b"\0\0" + modifiers
    found = bytearray(512)
    found[8], found[511] = 100, 1
    found[200:202] = bytes((0, len(held) // 2))
    found[202 : 202 + len(held)] = held
    return bytes(found)


def mended(modifiers: bytes) -> bytes:
    """The same modifiers as they stand in a file after it was looked at."""
    old = page(modifiers)
    file = b"\xd0\xcf" + old + b"end"
    found = with_even_padding(file, Pages((old,)))  # type: ignore[arg-type]
    return found[2 + 204 : 2 + 204 + len(modifiers)]


@pytest.mark.parametrize("before", [KEEP_LINES, LEFT + KEEP_LINES, LONG + LEFT + KEEP_LINES])
def test_a_lone_byte_after_the_last_modifier_becomes_zero(before: bytes) -> None:
    assert mended(before + b"\x92") == before + b"\0"


@pytest.mark.parametrize("whole", [LEFT, KEEP_LINES + KEEP_LINES, LONG, b"\x15\xc6\x02\x00\x00\x92"])
def test_whole_modifiers_stay_as_they_are(whole: bytes) -> None:
    assert mended(whole) == whole
