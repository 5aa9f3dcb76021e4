"""Bytes to text for files that say nothing of their encoding, and repair of text that was decoded wrongly once."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\x1a\x1b") + b"\x7f"
_SAMPLE = 65_536
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_TWICE = re.compile("[ÂÃÄÅâ][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,2}")


def decode(data: bytes) -> str | None:
    """The text these bytes hold, or None where they are no text.

    A byte order mark decides; then UTF-16 by its zero bytes, UTF-8 if valid throughout, Windows-1252, and last what
    charset-normalizer finds likeliest. Bytes with many control characters, and EBCDIC, are no text.
    """
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding:
        return _mended(data.decode(encoding, "replace"))
    if _is_binary(data) or is_ebcdic(data):
        return None
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mended(_older(data))


def is_ebcdic(data: bytes) -> bool:
    """Whether these bytes look like text of an IBM mainframe: 0x40 as the space, no ASCII space, letters above 0x80."""
    sample = data[:_SAMPLE]
    if sample.count(b" ") * 20 > sample.count(b"\x40") or sample.count(b"\x40") * 50 < len(sample):
        return False
    letters = sum(0x81 <= c <= 0xA9 or 0xC1 <= c <= 0xE9 for c in sample)
    return letters * 2 > len(sample)


def _marked(data: bytes) -> str:
    return next((name for bom, name in _BOMS if data.startswith(bom)), "")


def _unmarked_utf16(data: bytes) -> str:
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) // 2
    if odd * 10 > half * 7 and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > half * 7 and odd * 20 < half else ""


def _is_binary(data: bytes) -> bool:
    return (len(data) - len(data.translate(None, _CONTROLS))) * 50 > len(data)


def _older(data: bytes) -> str:
    """Text that is not UTF-8: mostly UTF-8 with a few stray bytes, Windows-1252, or a guess."""
    lenient = data.decode("utf-8", "replace")
    strays = lenient.count("\ufffd")
    if strays * 20 < sum(not c.isascii() for c in lenient[:_SAMPLE]):
        return lenient
    if not _UNDEFINED_1252.search(data):
        return data.decode("cp1252")
    from charset_normalizer import from_bytes  # a slow import, and rarely needed

    guess = from_bytes(data[:_SAMPLE]).best()
    return data.decode(guess.encoding if guess else "cp1252", "replace")


def _mended(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 and saved again (â€™ for ’); what does not decode stays."""
    return text if text.isascii() else _TWICE.sub(_once, text)


def _once(match: re.Match[str]) -> str:
    found = match.group()
    for length in (len(found), 2):
        try:
            raw = b"".join(_byte(c) for c in found[:length])
            return raw.decode("utf-8") + found[length:]
        except UnicodeError:
            continue
    return found


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if 0x80 <= ord(character) <= 0x9F else character.encode("cp1252")
