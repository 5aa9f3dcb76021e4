"""How far an action has got: from the words, letters and signs of its cell, else from the cell's colour."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from ingest.model import Note
from normalise.values.folding import fold
from normalise.values.hues import distance, hue_of, is_colour

_DATA = tomllib.loads((resources.files("normalise") / "data" / "status.toml").read_text(encoding="utf-8"))
_WORDS = {phrase: code for code, phrases in _DATA["words"].items() for phrase in phrases}
_COLOURS = {name: hue for hue, names in _DATA["colours"].items() for name in names}
_LETTERS: dict[str, str] = _DATA["letters"]
_HUES: dict[str, str] = _DATA["hues"]
_SIGNS: dict[str, str] = _DATA["signs"]


def _pattern(phrases: Mapping[str, str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in ordered)


_PHRASE = re.compile(rf"(?<!\w)(?:(?P<words>{_pattern(_WORDS)})|(?P<colour>{_pattern(_COLOURS)}))(?!\w)")
_LETTER = re.compile(r"[\s(\[]*(?:rag\s*[:=-]?\s*)?([ragby])(?:[\s)\].:-]+(.*))?", re.DOTALL)
_PERCENT = re.compile(r"(?<![\w.])([0-9]{1,3})(?:\.[0-9]+)?\s?%")
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))
_OPENING = re.compile(
    r"\W*(?:(?:status|update|progress|action|actions|task|this action|this|now|still|all|currently|already|has been|is|are|now|this is|this has been|work is|work)\b[\s:-]*){0,3}"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!()/\n-]|(?:and|on|in|at|with|as|but|by|since|for|until|from|to date|during|however|subject|[0-9]))"
)
_NOT_VERBS = frozenset(
    {
        "completed",
        "ongoing",
        "on going",
        "not started",
        "not yet started",
        "in progress",
        "on track",
        "on target",
        "on hold",
        "no longer required",
    }
)


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


_NO_KEY: Mapping[str, str] = {}


def read_status(text: str, colours: Colours = Colours(), key: Mapping[str, str] = _NO_KEY) -> Status:  # noqa: B008
    """The status of a cell: from its words, letters or signs, else from its colours.

    `key` is the document's own: colours (RRGGBB), colour names or letters to codes or words; it comes before the
    usual meanings. A colour and a word that contradict one another are noted, and the word holds.
    """
    said = _said(fold(text), key)
    shown = _shown(text, colours, key)
    if said and shown and shown not in _DATA["agree"][said]:
        note = Note(
            "status-conflict",
            f"The words “{' '.join(text.split())}” and the colour of the cell say different things.",
            "Check which one holds; the words were taken.",
        )
        return Status(said, (note,))
    return Status(said or shown)


def read_key(rows: Sequence[tuple[str, str]]) -> dict[str, str]:
    """A colour key as a mapping: from (fill, words) pairs, such as ("0070C0", "Complete") or ("", "G = on track")."""
    key: dict[str, str] = {}
    for fill, words in rows:
        named, meaning = _key_words(fold(words))
        code = _plain(meaning) or _plain(fold(words))
        if not code:
            continue
        if is_colour(fill):
            key[fill.upper()] = code
        if named:
            key[named] = code
    return key


def opening_status(text: str) -> str:
    """The status a progress cell opens with (`Completed, and published on …`), "" where it opens with other words."""
    folded = fold(text)
    sign = _SIGN.match(text.lstrip())
    if sign:
        return _SIGNS[sign.group()]
    start = _OPENING.match(folded)
    match = _PHRASE.match(folded, start.end() if start else 0)
    if match is None:
        return ""
    words = " ".join(re.split(r"[\s-]+", match.group()))
    if words not in _NOT_VERBS and not _GOES_ON.match(folded, match.end()):
        return ""
    return _WORDS.get(words) or _HUES.get(_COLOURS.get(words, ""), "")


def _key_words(folded: str) -> tuple[str, str]:
    """The colour name or letter a key line begins with, and what it says it means."""
    match = re.match(r"\W*([a-z]+(?:\s[a-z]+)?)\s*(?:=|-|:|\(|\n|means|is)\s*(.*)", folded, re.DOTALL)
    if match is None:
        return "", folded
    name = match.group(1)
    if name in _COLOURS:
        return _COLOURS[name], match.group(2)
    return (_LETTERS[name], match.group(2)) if name in _LETTERS else ("", folded)


def _keyed(hue: str, key: Mapping[str, str]) -> str:
    """What a named hue means: by the key's names and letters, by its colours of that hue, else as usual."""
    for name, meaning in key.items():
        known = hue_of(name) if is_colour(name) else _COLOURS.get(fold(name), _LETTERS.get(fold(name), ""))
        if known == hue:
            return _code(meaning)
    return _HUES.get(hue, "")


def _code(meaning: str) -> str:
    return meaning if meaning in _DATA["words"] else _plain(fold(meaning))


def _plain(folded: str) -> str:
    match = _PHRASE.search(folded)
    while match and not match.group("words"):
        match = _PHRASE.search(folded, match.end())
    return _WORDS[" ".join(re.split(r"[\s-]+", match.group()))] if match else ""


def _said(folded: str, key: Mapping[str, str]) -> str:
    letter = _LETTER.fullmatch(folded)
    if letter and (not letter.group(2) or not _PHRASE.match(folded)):
        return _keyed(_LETTERS[letter.group(1)], key)
    percent = _PERCENT.search(folded)
    if percent and (percent.group() == folded.strip() or "complete" in folded):
        return {100: "complete", 0: "not_started"}.get(int(percent.group(1)), "in_progress")
    match = _PHRASE.search(folded)
    sign = _SIGN.search(folded)
    if match is None:
        return _SIGNS[sign.group()] if sign and len(folded.strip()) <= 3 else ""
    words = " ".join(re.split(r"[\s-]+", match.group()))
    return _WORDS[words] if match.group("words") else _keyed(_COLOURS[words], key)


def _shown(text: str, colours: Colours, key: Mapping[str, str]) -> str:
    """Status by colour: the fill, else the highlight; the text's own colour only of a lone sign such as ●."""
    own = colours.colour if not any(c.isalpha() for c in text) and text.strip() else ""
    for colour in (colours.fill, colours.highlight, own):
        if is_colour(colour) and (code := _by_colour(colour.upper(), key)):
            return code
    return ""


def _by_colour(colour: str, key: Mapping[str, str]) -> str:
    if colour in key:
        return _code(key[colour])
    hue = hue_of(colour)
    alike = [c for c in key if is_colour(c) and hue_of(c) == hue]
    if alike:
        return _code(key[min(alike, key=lambda c: distance(c, colour))])
    return _keyed(hue, key) if hue else ""
