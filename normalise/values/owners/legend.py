"""Abbreviations that a document explains: `Three Rivers District Council (TRDC)`, `JS – Jane Smith`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalise.values.owners.asides import abbreviates

_AFTER = re.compile(
    r"(?<![\w'’&.-])((?:[^\W\d_][\w'’&.-]*+[ ,]++){1,9}[^\W\d_][\w'’.-]*+)\s*+\(([A-Z][A-Za-z&]{1,9})\)"
)
_BEFORE = re.compile(
    r"(?:^|[\n;,(])[^\S\n]*+([A-Z][A-Za-z&]{1,7})\s*(?:[-–—=:]|stands for)\s*(?=([^\W\d_][^\n;=()]{3,80}))"
)


def read_legend(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviations with the full forms whose first letters they are; the first explanation holds."""
    found: dict[str, str] = {}
    for text in texts:
        for short, full in (*_after(text), *_before(text)):
            found.setdefault(short, full)
    return found


def _after(text: str) -> Iterator[tuple[str, str]]:
    for match in _AFTER.finditer(text):
        full = _tail(match[1], match[2])
        if full:
            yield match[2], full


def _before(text: str) -> Iterator[tuple[str, str]]:
    for match in _BEFORE.finditer(text):
        full = _head(match[2], match[1])
        if full:
            yield match[1], full


def _tail(words: str, short: str) -> str:
    """The last words that the letters stand for, "" where they stand for none."""
    parts = words.split()
    sizes = range(2, min(len(parts), 9) + 1)
    tails = (" ".join(parts[-size:]) for size in sizes)
    return next((t for t in tails if t[0].isupper() and _starts_alike(t, short) and abbreviates(short, t)), "")


def _head(words: str, short: str) -> str:
    parts = words.rstrip(" .,").split()
    heads = (" ".join(parts[:size]) for size in range(2, min(len(parts), 9) + 1))
    return next((h.rstrip(",.") for h in heads if _starts_alike(h, short) and abbreviates(short, h)), "")


def _starts_alike(words: str, short: str) -> bool:
    return words[0].lower() == short[0].lower()
