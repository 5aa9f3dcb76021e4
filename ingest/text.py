"""Cleaning of text, done once, as it leaves a reader: white space tidied, invisible characters gone, nothing else."""

from __future__ import annotations

import re

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFC, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_CONTROL = (
    {c: None for c in range(32) if c not in (9, 10, 13)}
    | {0x7F: None}
    | {c: None for c in range(0x80, 0xA0) if c != 0x85}
)
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_TABLE = {**_INVISIBLE, **_CONTROL, **_BREAKS, 0xFFFE: None, 0xFFFF: None}
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLANK_LINES = re.compile(r"\n{2,}")

BULLETS = "•·▪◦●○■□‣⁃∙➢►▶❖✓✔"


def clean(text: str) -> str:
    """Tidy white space and drop soft hyphens, zero-width and control characters; line breaks stay, blank lines go."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    text = _SPACES.sub(" ", text)
    return _BLANK_LINES.sub("\n", _AROUND_BREAK.sub("\n", text)).strip()


def iso_day(value: str) -> str:
    """The day an ISO date and time begins with, "" where it begins with none."""
    found = _DAY.match(value)
    return found.group() if found else ""


def squash(text: str) -> str:
    """One line of text: every run of white space becomes one space."""
    return " ".join(text.split())
