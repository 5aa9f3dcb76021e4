"""Text folded for reading: one case, one dash, one space, plain digits, every character still at its own place."""

from __future__ import annotations

DASHES = "‐‑‒–—―−﹘﹣⁃"
_QUOTES = "‘’‚‛ʼ′`´"
_SLASHES = "⁄∕"
_WIDE = {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    **{ord(c): "-" for c in DASHES},
    **{ord(c): "'" for c in _QUOTES},
    **{ord(c): "/" for c in _SLASHES},
    0x3000: " ",
    0xFFE1: "£",
}
_TABLE = {**_WIDE, **_SIGNS}


def fold(text: str) -> str:
    """Lower case, full-width forms made plain, all dashes "-", all slashes "/", all apostrophes "'".

    The result is as long as `text`, so that a place found in one is the same place in the other.
    """
    if text.isascii():
        return text.lower()
    folded = text.translate(_TABLE)
    lower = folded.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
