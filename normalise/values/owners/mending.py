"""Words that a narrow column broke, and words run together, put right."""

from __future__ import annotations

import re

from normalise.values.owners.lexicon import is_word, listed_kinds
from normalise.values.owners.names import Names

_PARTED = re.compile(r"\b([^\W\d_]{3,}) (?=([a-z]{1,9})\b)")
_BROKEN = re.compile(r"([^\W\d_]+)\n(?=([^\W\d_]+))")
_HYPHEN = re.compile(r"([^\W\d_]{2,})-\n([^\W\d_]+)")
_INITIALS = re.compile(r"((?:^|[,;/&\n]|\band\b)[^\S\n]*+[A-Z]\.) (?=[A-Z]\.\s*(?:$|[,;/&\n]|and\b))")
_GLUED = re.compile(r"\b([A-Z][a-z]{3,})([A-Z]{2,}|[A-Z][a-z]+)\b")


def mend(cell: str, names: Names) -> str:
    """The cell with broken words and initials joined (`Commissio` / `n`, `J. S.`), glued ones parted (`TeamDSA`)."""
    if "\n" in cell:
        words = {word for person in names.persons for word in person.split()}
        cell = _BROKEN.sub(lambda m: m[1] if _is_broken(m[1], m[2], words) else m[0], cell)
        cell = _HYPHEN.sub(_rejoined, cell)
    cell = _PARTED.sub(lambda m: m[1] if _is_one_word(m[1].lower(), m[2]) else m[0], cell)
    return _GLUED.sub(_parted, _INITIALS.sub(r"\1", cell))


def _rejoined(match: re.Match[str]) -> str:
    """A word broken at a hyphen: the hyphen stays where both parts are words or the whole is none (Co-ordinator)."""
    whole = match[1] + match[2]
    split = (
        is_word(whole.lower()) and not is_word(match[2].lower()) and match[1].lower() not in ("co", "sub", "non", "pre")
    )
    return whole if split else f"{match[1]}-{match[2]}"


def _is_one_word(left: str, right: str) -> bool:
    """Whether two pieces that a space parts are one word, as only that is one: `Headteac her`."""
    return is_word(left + right) and not is_word(left)


def _is_broken(left: str, right: str, words: set[str]) -> bool:
    """Whether both pieces are one word: only that is a word, or the second is no word at all."""
    if not right[0].islower():
        return False
    whole = (left + right).lower()
    known = is_word(whole) or whole in words
    stands = is_word(right.lower()) and len(right) > 1
    fits = known and not (stands and is_word(left.lower()))
    stray = (
        right.islower() and not is_word(right) and len(right) < 4 and left[:1].isupper() and not is_word(left.lower())
    )
    return fits or stray


def _parted(match: re.Match[str]) -> str:
    kinds = listed_kinds()
    if match[0].lower() in kinds or match[1].lower() not in kinds:
        return match[0]
    return f"{match[1]} {match[2]}" if match[2].isupper() or match[2].lower() in kinds else match[0]
