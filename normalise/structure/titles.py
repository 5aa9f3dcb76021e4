"""Titles of sections, told by their words: theme, objective, a line that stands alone rather than prose."""

from __future__ import annotations

import re

from ingest.text import BULLETS, squash

_SAYS_THEME = re.compile(
    r"(?:strategic |key |corporate )?"
    r"(?:theme|priority|objective|aim|section|part|strand|pillar|goal|outcome|workstream)\b",
    re.IGNORECASE,
)
_SAYS_OBJECTIVE = re.compile(r"(?:strategic |key |corporate )?(?:objective|aim|goal)\b", re.IGNORECASE)
_LABEL = re.compile(r"theme\s*[-–—:]+\s*(?=\S)", re.IGNORECASE)
_BARE_LABEL = re.compile(
    rf"{_SAYS_THEME.pattern}\s*+(?:(?:\d+|[A-Z]|one|two|three|four|five|six)\s*+)?[-–—:.]?", re.IGNORECASE
)
_LIST_ITEM = re.compile(rf"[{BULLETS}*–-]\s*\S|(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s")
_NOTE = re.compile(r"\*|(?:please )?notes?\b(?! taking)|n\.?b\b|source\s*:|key\s*:", re.IGNORECASE)
_NUMBERED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} \d{1,2}\s*[:–—-]")
_AGAIN = re.compile(
    r"(?:(?<![\s,.:;…–—-])[\s,.:;…–—-]++|\b)[(\[]?(?<!be )(?<!is )(?<!are )\bcont(?:inued|inues|[’']?d|\.|\b)"
    r"(?: (?:overleaf|from|on|over|below|next|previous|page|the|\d+))*[\s.…)\]]*$",
    re.IGNORECASE,
)
"""What a title has after it where it is said again on a later page."""
_LONGEST_THEME, _LONGEST_NUMBERED = 30, 40
"""Words: a spanning row longer than this, or one of several sentences, is prose; more where it begins "Aim 2:"."""


def is_theme(text: str) -> bool:
    """Whether a text standing alone reads as a section's title rather than prose."""
    line = squash(text)
    if _NOTE.match(line):
        return False
    sentences = len(re.findall(r"[.!?](?:\s|$)", line))
    longest = _LONGEST_NUMBERED if _NUMBERED.match(line) else _LONGEST_THEME
    return len(line.split()) <= longest and not (sentences > 1 or (sentences == 1 and len(line.split()) > 14))


def says_theme(text: str) -> bool:
    """Whether a title calls itself a theme, priority, objective or the like."""
    return bool(_SAYS_THEME.match(text)) and is_theme(text)


def is_numbered_theme(text: str) -> bool:
    """Whether a title calls itself a theme or the like and has a number among them ("Priority 2: Warm homes")."""
    return says_theme(text) and bool(_NUMBERED.match(squash(text)))


def says_objective(text: str) -> bool:
    """Whether a title calls itself an objective, aim or goal."""
    return bool(_SAYS_OBJECTIVE.match(text)) and is_theme(text)


def like_title(text: str) -> bool:
    """Whether a text has a word in it and is no prose."""
    return bool(re.search(r"[^\W\d_]{3}", text)) and is_theme(text)


def is_note(text: str) -> bool:
    """Whether a line is a note to a table: a key, a source, or what a star refers to."""
    return bool(_NOTE.match(squash(text)))


def without_continued(text: str) -> str:
    """A title without the word that it goes on from an earlier page; that word alone stays as it is."""
    line = squash(text)
    return _AGAIN.sub("", line) or line


def theme_text(text: str) -> str:
    """A section's title without the word "Theme" before it, or "continued" behind; its list is left out."""
    title = without_list(text) if _has_list(text) or _BARE_LABEL.fullmatch(_lines(text)[0]) else _lines(text)[0]
    title = without_continued(title) if _AGAIN.search(title) else title
    return _LABEL.sub("", title, count=1) if _LABEL.match(title) else title


def without_list(text: str) -> str:
    """The lines of a text that stand before the first item of a list; the whole text where there is no list."""
    lines = _lines(text)
    listed = next((i for i, line in enumerate(lines) if i and _LIST_ITEM.match(line)), len(lines))
    return "\n".join(lines[:listed])


def _has_list(text: str) -> bool:
    return len(without_list(text).split("\n")) < len(_lines(text))


def _lines(text: str) -> list[str]:
    return [squash(part) for part in text.split("\n") if part.strip()] or [""]
