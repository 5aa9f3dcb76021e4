"""How far an action has got: from the words, letters and signs of its cell, else from the cell's colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ingest.model import Note
from normalise.values.folding import fold
from normalise.values.hues import distance, hue_of, is_colour
from normalise.values.status_words import (
    AGREE,
    CODES,
    COLOURS,
    HUES,
    LETTERS,
    PHRASE,
    PLAIN_WORDS,
    SIGN,
    SIGNS,
    code_of,
)

_FAR_ON = 80
"""Characters of a cell after which its words are commentary, not its status."""

_FEW = 4
"""Words of a cell that is all status."""

_ALIKE = 0.12
_LABEL = r"(?:b?ragg?(?:\s*(?:status|rating))?\W*)?"
_LETTER = re.compile(rf"\W*{_LABEL}([{''.join(LETTERS)}])(?:\W*|\s*[)\].:/(\n-].*)", re.DOTALL)
_LETTER_LINE = re.compile(rf"(?m)^[^\w\n]*{_LABEL}([{''.join(LETTERS)}])[^\w\n]*$")
"""A line with nothing but a letter, below or above others: `60` / `RAG: A`."""
_PERCENT = re.compile(r"(?<![\w.])([0-9]{1,3})(?:\.[0-9]+)?\s?%")
_NOW = re.compile(r"\bnow(?: back)?\s+(?=\w)")
_OPENING = re.compile(
    r"\W*(?:(?:status|update|progress|actions?|task|this|now|still|all|currently|already|has been|have been|is|are"
    r"|work)\b[\s:-]*){0,4}"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!()/\n-]|[0-9]"
    r"|(?:and|on|in|at|as|but|by|since|for|until|from|to date|during|however|subject)\b)"
)
_APART = re.compile(
    r"(?:^|[.,;:!()/\n-]|\b(?:status|this|is|are|now|still|all|fully|been|actions?|tasks?|works?|projects?))\s*$"
)
_NEAR = 40
"""Characters before a phrase that may tell that it says the status."""
_KEY_LEAD = re.compile(r"^\W*(?:rag |brag |colour |status )*(?:key|rating|status)s?\s*[:–-]\s*", re.IGNORECASE)
_KEY_PARTS = re.compile(
    r"(?:[,;|]\s*+|\n[^\S\n]*+)(?=(?:[RAGB]|red|amber|green|blue|grey|yellow)\s*[=:–-])", re.IGNORECASE
)
_KEYED = re.compile(r"(?:[RAGB]|(?:red|amber|green|blue|grey|yellow))\s*[=:–-]\s*\S[^.\n]{0,80}\.?", re.IGNORECASE)
_KEY_LINE = re.compile(r"\W*(?P<name>\w+(?:\s\w+)?)\s*(?:=|-|:|\(|\n|\bmeans\b|\bis\b)\s*(?P<meaning>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of a cell, RRGGBB or "": behind the text, of the text, and of its highlight."""

    fill: str = ""
    colour: str = ""
    highlight: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A status code of the contract, "" where none is said, with its doubts."""

    code: str = ""
    notes: tuple[Note, ...] = ()


_NO_COLOURS = Colours()
_TROUBLE = ("amber", "red")
_NO_KEY: Mapping[str, str] = MappingProxyType({})


def read_status(text: str, colours: Colours = _NO_COLOURS, key: Mapping[str, str] = _NO_KEY) -> Status:
    """The status of a cell: from its words, letters or signs, else from its colours.

    `key` is the document's own: colours (RRGGBB), colour names or letters to codes or words; it comes before the
    usual meanings. A colour and a word that contradict one another are noted, and the word holds.
    """
    said, shown = _said(fold(text), key), _shown(text, colours, key)
    if said and shown and shown not in AGREE[said]:
        note = Note(
            "status-conflict",
            f"The words “{' '.join(text.split())}” and the colour of the cell say different things.",
            "Check which one holds; the words were taken.",
        )
        return Status(said, (note,))
    return Status(said or shown)


def read_key(rows: Sequence[tuple[str, str]]) -> dict[str, str]:
    """A colour key as a mapping: from (fill, words) pairs, such as ("0070C0", "Complete") or ("", "G = on track").

    Rows that name no status are left out, and a colour of trouble whose meaning only ends with something done ("Amber:
    some risk, mitigation in place").
    """
    key: dict[str, str] = {}
    for fill, words in rows:
        name, meaning = _key_words(fold(words))
        code = code_of(meaning)
        hue = name if name in _TROUBLE or not is_colour(fill) else hue_of(fill)
        if code == "complete" and hue in _TROUBLE and not opening_status(meaning):
            continue
        if code and is_colour(fill):
            key[fill.upper()] = code
        if code and name:
            key[name] = code
    return key


def key_lines(texts: Iterable[str]) -> list[str]:
    """The lines of a key among paragraphs: several in one ("R = late, G = done"), or one each; none where there is one.

    Each is a colour or its letter and what it means.
    """
    parted = (part.strip() for text in texts for part in _KEY_PARTS.split(_KEY_LEAD.sub("", text)))
    lines = [part for part in parted if _KEYED.fullmatch(part) and code_of(fold(part))]
    return lines if len(lines) > 1 else []


def opening_status(text: str) -> str:
    """The status a progress cell opens with (`Completed, and published on …`), "" where it opens with other words."""
    folded = fold(text)
    sign = SIGN.match(text.lstrip())
    if sign:
        return SIGNS[sign.group()]
    start = _OPENING.match(folded)
    match = PHRASE.match(folded, start.end() if start else 0)
    if match is None or not (_spoken(match) in PLAIN_WORDS or _GOES_ON.match(folded, match.end())):
        return ""
    return CODES.get(_spoken(match)) or HUES.get(COLOURS.get(_spoken(match), ""), "")


def _spoken(match: re.Match[str]) -> str:
    """The phrase as the vocabulary has it, however it was spaced."""
    return " ".join(re.split(r"[\s-]+", match.group()))


def _key_words(folded: str) -> tuple[str, str]:
    """The colour name or code a key line begins with, "" for none, and what it says it means."""
    line = _KEY_LINE.fullmatch(folded)
    if line is None or not code_of(line.group("meaning")):
        return "", folded
    name = line.group("name")
    if name in COLOURS:
        return COLOURS[name], line.group("meaning")
    if name in LETTERS:
        return LETTERS[name], line.group("meaning")
    return (name, line.group("meaning")) if len(name) <= 4 else ("", folded)


def _meaning(words: str) -> str:
    return words if words in AGREE else code_of(fold(words))


def _keyed(hue: str, key: Mapping[str, str]) -> str:
    """What a named hue means: by the key's names and letters, by its colours of that hue, else as usual."""
    for name, meaning in key.items():
        known = hue_of(name) if is_colour(name) else COLOURS.get(fold(name), LETTERS.get(fold(name), ""))
        if known == hue:
            return _meaning(meaning)
    return HUES.get(hue, "")


def _said(folded: str, key: Mapping[str, str]) -> str:
    bare = folded.strip(" \t\n.:()[]")
    for name in key:
        if bare and fold(name) == bare:
            return _meaning(key[name])
    letter = _LETTER.fullmatch(folded) or _LETTER_LINE.search(folded)
    if letter and not PHRASE.match(folded):
        return _keyed(LETTERS[letter.group(1)], key)
    percent = _PERCENT.search(folded)
    if percent and (percent.group() == bare or "complete" in folded):
        return {100: "complete", 0: "not_started"}.get(int(percent.group(1)), "in_progress")
    return _in_words(folded, key) or _in_signs(bare)


def _in_words(folded: str, key: Mapping[str, str]) -> str:
    """The first status that the words say; in a cell that is all status a word holds over the name of a colour."""
    now = _NOW.search(folded)
    match = (now and PHRASE.match(folded, now.end())) or PHRASE.search(folded, 0, _FAR_ON)
    brief = len(folded.split()) <= _FEW
    named = ""
    while match:
        phrase = _spoken(match)
        if brief or _tells(folded, match):
            code = CODES.get(phrase, "")
            named = named or (_keyed(COLOURS[phrase], key) if phrase in COLOURS else "")
            if code or (named and not brief):
                return code or named
        match = PHRASE.search(folded, match.end(), _FAR_ON)
    return named


def _tells(folded: str, match: re.Match[str]) -> bool:
    """Whether a phrase tells the status and is not a word of the sentence: `Met`, but not `Met with partners`."""
    phrase = _spoken(match)
    if " " in phrase or phrase in PLAIN_WORDS:
        return True
    return bool(
        _APART.search(folded, max(0, match.start() - _NEAR), match.start()) and _GOES_ON.match(folded, match.end())
    )


def _in_signs(bare: str) -> str:
    sign = SIGN.search(bare)
    return SIGNS[sign.group()] if sign and len(bare) <= 3 else ""


def _shown(text: str, colours: Colours, key: Mapping[str, str]) -> str:
    """Status by colour: the fill, else the highlight; the text's own colour only of a lone sign such as ●."""
    own = colours.colour if text.strip() and not any(c.isalnum() for c in text) else ""
    for colour in (colours.fill, colours.highlight, own):
        if is_colour(colour) and (code := _by_colour(colour.upper(), key)):
            return code
    return ""


def _by_colour(colour: str, key: Mapping[str, str]) -> str:
    if colour in key:
        return _meaning(key[colour])
    hue = hue_of(colour)
    near = {c: distance(c, colour) for c in key if is_colour(c)}
    alike = [c for c in near if (hue and hue_of(c) == hue) or near[c] < _ALIKE]
    if alike:
        return _meaning(key[min(alike, key=lambda c: near[c])])
    return _keyed(hue, key) if hue else ""
