"""Paragraph properties of old Word files whose padding is not zero, as LibreOffice leaves it: the padding made zero.

Follows [MS-DOC] 2.9.175 (PapxInFkp: padded to an even length) and 2.6 (Sprm: how long a modifier is).
"""

from __future__ import annotations

import struct

from ingest.converters.word_binary import PAGE, WordBinary

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE, _TABS = 0xD608, 0xC615  # the two whose length is written otherwise
_STYLE = 2  # bytes of the style's number, before the modifiers
_ENTRY = 13  # bytes that a page keeps for each run of paragraphs


def with_even_padding(data: bytes, old: WordBinary) -> bytes:
    """The file with a zero wherever one lone byte follows a paragraph's last modifier; itself where none does."""
    found, last = bytearray(data), 0
    for page in old.paragraph_pages():
        mended = _mended(page)
        if mended != page:
            at = found.find(page, last)  # they mostly follow one another: a long file is not searched anew for each
            last = at if at >= 0 else max(0, found.find(page))
            if found.startswith(page, last):
                found[last : last + PAGE] = mended
    return bytes(found)


def _mended(page: bytes) -> bytes:
    """One page of paragraph properties ([MS-DOC] 2.9.174, PapxFkp)."""
    found = bytearray(page)
    runs = page[-1]
    for run in range(runs):
        at = 2 * page[4 * (runs + 1) + _ENTRY * run]
        if not at:
            continue
        begin = at + 1 if page[at] else at + 2
        end = begin + (2 * page[at] - 1 if page[at] else 2 * page[at + 1])
        if end < PAGE and _left_over(page[begin + _STYLE : end]) == 1:
            found[end - 1] = 0
    return bytes(found)


def _left_over(modifiers: bytes) -> int:
    """How many bytes follow the last whole modifier; 0 where one is of a length that only its own rules tell."""
    at = 0
    while at + 2 < len(modifiers):
        code = struct.unpack_from("<H", modifiers, at)[0]
        if code == _TABS:
            return 0
        if code == _TABLE and at + 4 <= len(modifiers):
            at += 3 + int(struct.unpack_from("<H", modifiers, at + 2)[0])
        else:
            at += 2 + (_SIZES.get(code >> 13) or 1 + modifiers[at + 2])
    return len(modifiers) - at
