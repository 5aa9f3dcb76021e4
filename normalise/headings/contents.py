"""What a column holds: the share of its cells that are dates, names, sums, status words and so on."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from ingest.text import BULLETS

FILE = Path(__file__).with_name("contents.toml")
MOST_CELLS = 24
_LONGEST = 240
_SHORTEST_DEED = 3
"""Words: a command of so few may be the name of a post ("Lead officer")."""
_THREE_DIGITS = 3
_LONGEST_CODE = 20
_SCALE = 10
"""The highest mark of the scales in use: numbers above it that each come once are references, in whatever order."""
_MARK = re.compile(rf"^(?:[{BULLETS}\-–*]\s*|(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s+|\d{{1,2}}\s+(?=[A-Z][a-z]))+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|£|%")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"""\b(?:\d{{1,2}}[./\-]\d{{1,2}}[./\-]\d{{2,4}}|{_MONTH}\.?[\s\-,']*(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{2,4}}
    |\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|(?<!\d/)(?:19|20)\d\d(?:\s*[/\-–]\s*\d{{2,4}})?|(?:0?[1-9]|1[0-2])/20\d\d|q[1-4]|quarter\s*[1-4]
    |(?:spring|summer|autumn|winter)|(?:january|february|march|april|june|july|august|september|october|november|december)
    |(?:within|next|year|months?|weeks?|term)\s*\d+(?:\s+(?:months?|weeks?|years?))?|\d+\s*(?:months?|weeks?|years?|yrs?|days?|terms?))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"[(\[]?(?:[A-Za-z]{1,5}[\s\-./]*)?\d{1,4}(?:[./\-]?[A-Za-z]{0,2}\d{0,4}){0,4}[a-z]?[)\].:]?"
    r"|[A-Za-z](?:[ivx]{1,4})?[).]?|[ivx]{1,5}[).]?|[IVX]{1,5}[).]?"
)
_OUTLINE = re.compile(r"^\d{1,2}(?:\.\d{1,2})+$")
_YEAR = re.compile(r"20[0-5]\d")
_NUMBER = re.compile(r"^[-+]?\d[\d,]*(?:\.\d+)?$")
_SUM = re.compile(r"£\s*[\dx]|\b\d[\d,.]*\s*(?:k|m|million|pounds)\b", re.IGNORECASE)
_PLAIN = re.compile(r"[^\w✓✔✗/]+")


def kind_of(values: Sequence[str]) -> dict[str, float]:
    """The share (0–1) of a column's cells that are of each kind, most common first; blank cells do not count.

    At most two dozen cells, spread evenly, are looked at. The kinds are those of contents.toml.
    """
    filled = [text for value in values if (text := value.strip())]
    step = max(1, -(-len(filled) // MOST_CELLS))
    kinds = Counter(map(kind, filled[::step]))
    bare = sum(map(_is_bare, filled[::step]))
    if bare * 2 > kinds["references"] and _are_scores([int(text) for text in filled if _is_bare(text)]):
        kinds = kinds - Counter(references=bare) + Counter(scores=bare)
    total = kinds.total()
    return {name: count / total for name, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))}


def are_codes(values: Sequence[str]) -> bool:
    """Whether cells hold nothing but letters or numbers such as references are, one or more of them filled."""
    filled = [text for value in values if (text := value.strip())]
    return bool(filled) and all(len(text) <= _LONGEST_CODE and _REFERENCE.fullmatch(text) for text in filled)


def _is_bare(text: str) -> bool:
    """Whether a cell holds a small number and nothing else: a score, or a reference without letters and dots."""
    return len(text) < _THREE_DIGITS and text.isdecimal()


def _are_scores(numbers: Sequence[int]) -> bool:
    """Whether numbers come again or are of a scale, and do not rise through all rows, or from 1 in each section."""
    pairs = list(pairwise(numbers))
    falls = sum(after < before for before, after in pairs)
    again = len(set(numbers)) < len(numbers)
    anew = numbers[0] == 1 and all(after in (1, before + 1) for before, after in pairs)
    if not falls or (anew and numbers.count(1) * 2 < len(numbers)):
        return False
    return again or (max(numbers) <= _SCALE and falls * 2 >= len(pairs))


def kind(text: str) -> str:
    """The one kind a cell's text is of."""
    text = _MARK.sub("", text[:_LONGEST].strip()) or text
    plain = " ".join(_PLAIN.sub(" ", text.casefold()).split())
    return _listed(plain) or _coded(text) or _worded(text, plain)


def _listed(plain: str) -> str:
    lists = _lists()
    exactly = next((name for name in ("yes_no", "status", "levels", "times", "open") if plain in lists[name]), "")
    return exactly or ("status" if plain.count(" ") < 5 and _stated(plain) else "")


def _stated(plain: str) -> bool:
    return f"{plain} ".startswith(_begun()) or f" {plain}".endswith(_ended())


def _coded(text: str) -> str:
    if _NUMBER.match(text):
        if _YEAR.fullmatch(text):
            return "dates"
        return "references" if len(text) < _THREE_DIGITS or _OUTLINE.match(text) else "numbers"
    if _SUM.search(text):
        return "sums"
    dates = _DATE.findall(text)
    if dates and "%" not in text:
        around = _lists()["around_dates"]
        spare = sum(w.casefold() not in around for w in _WORD.findall(_DATE.sub(" ", text)))
        return "dates" if not spare else "dated" if spare <= 9 or len(dates) > 1 else ""
    return "references" if _REFERENCE.fullmatch(text) else ""


def _worded(text: str, plain: str) -> str:
    tokens = _WORD.findall(text)
    low = [t.casefold() for t in tokens]
    if _told_to(low):
        return "deeds"
    if plain.startswith(_feared()):
        return "risks"
    told = _is_sentence(text, tokens) or _commanded(tokens, low) or _bettered(tokens, low)
    names = len(tokens) <= 12 and not told
    who = _people(tokens, low) if names else ""
    return who or _spoken(text, low, f" {plain} ")


def _is_sentence(text: str, tokens: list[str]) -> bool:
    return text.rstrip().endswith(".") and len(tokens) > 3 and sum(t[0].isupper() for t in tokens) * 2 < len(tokens)


def _told_to(low: list[str]) -> bool:
    """Whether it says who is to do what ("Clerk to write to the county council")."""
    return len(low) > 4 and any(word == "to" and after in _verbs() for word, after in pairwise(low[1:8]))


def _commanded(tokens: list[str], low: list[str]) -> bool:
    """Whether it opens with what is to be done, and goes on in small letters as no role or body does."""
    lists = _lists()
    if len(low) <= _SHORTEST_DEED or low[1] in lists["roles"] | lists["bodies"] or low[1] == "of":
        return False
    return (low[0] in lists["ends"] or _is_deed(low[0])) and tokens[1][0].islower()


def _bettered(tokens: list[str], low: list[str]) -> bool:
    """Whether it says at some length what will be more, better or different ("More children walk to school")."""
    opens = len(low) > _SHORTEST_DEED and low[0] in _lists()["outcomes"]
    return opens and sum(t[0].isupper() for t in tokens) == 1


def _is_deed(word: str) -> bool:
    """Whether a word is a verb of plans, or such a verb done again ("retrain")."""
    deeds = _lists()["deeds"]
    return word in deeds or (word.startswith("re") and word[2:].removeprefix("-") in deeds)


def _people(tokens: list[str], low: list[str]) -> str:
    lists = _lists()
    capital = sum(t[0].isupper() for t in tokens)
    mostly = capital * 2 >= len(tokens)
    told = {
        "names": not lists["titles"].isdisjoint(low[:2]) or _named(tokens, low),
        "roles": not lists["roles"].isdisjoint(low if mostly else low[-1:]),
        "documents": mostly and not lists["documents"].isdisjoint(low[-1:]),
        "bodies": not lists["bodies"].isdisjoint(low if mostly else low[-1:]) and (mostly or low[0] not in _verbs()),
        "acronyms": all(t.isupper() and len(t) <= 6 for t in tokens),
    }
    return next((name for name, holds in told.items() if capital and holds), "")


def _named(tokens: list[str], low: list[str]) -> bool:
    names = _lists()["forenames"]
    return any(
        t[0].isupper() and w in names and (i + 1 == len(tokens) or tokens[i + 1][0].isupper())
        for i, (t, w) in enumerate(zip(tokens, low, strict=True))
    )


def _spoken(text: str, low: list[str], plain: str) -> str:
    lists = _lists()
    short = len(low) <= 12
    ended = text.rstrip().endswith(".") and len(low) > 3
    if not low:
        return "labels"
    verb = low[1] if low[0] == "to" and len(low) > 1 else low[0]
    if verb in lists["ends"] and len(low) > 2:
        return "aims"
    if _is_deed(verb) and len(low) > 1 and low[0] != "to" and not low[-1].endswith("ed"):
        return "deeds"
    if ended or (len(low) > 8 and _says(plain, "reports")):
        return "sentences"
    if sum(word in lists["documents"] for word in low) > 1 and sum(c.isupper() for c in text) * 3 > len(low):
        return "documents"
    telling = next((name for name in ("risks", "money", "proofs") if short and _says(plain, name)), "")
    return telling or _noun_phrase(text, low, plain)


def _noun_phrase(text: str, low: list[str], plain: str) -> str:
    lists = _lists()
    told = {
        "figures": "%" in text,
        "documents": len(low) <= 8 and not lists["documents"].isdisjoint(low) and any(c.isupper() for c in text[1:]),
        "outcomes": low[0] in lists["outcomes"] or " feel " in plain or " able to " in plain,
        "targets": _says(plain, "targets") or (len(low) > 1 and low[-1].endswith("ed")),
        "reports": _says(plain, "reports"),
        "texts": len(low) > 4,
        "proper": len(low) > 1 and all(t[0].isupper() for t in _WORD.findall(text) if t[0].isalpha()),
    }
    return next((name for name, holds in told.items() if holds), "labels")


def _says(plain: str, name: str) -> bool:
    return any(word in plain for word in _spaced(name))


@cache
def _verbs() -> frozenset[str]:
    return _lists()["deeds"] | _lists()["ends"]


@cache
def _begun() -> tuple[str, ...]:
    return tuple(f"{state} " for state in sorted(_lists()["states"]))


@cache
def _feared() -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(_lists()["risks"]))


@cache
def _ended() -> tuple[str, ...]:
    return tuple(f" {state}" for state in sorted(_lists()["states"]))


@cache
def _spaced(name: str) -> tuple[str, ...]:
    return tuple(f" {word} " for word in sorted(_lists()[name]))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in _file()["words"].items()}


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
