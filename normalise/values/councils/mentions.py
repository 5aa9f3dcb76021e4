"""Where a text names councils: longest name first, exact words only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from normalise.values.councils.names import Keys, Names, council_words, domain_labels, full_names, short_names
from normalise.values.councils.register import Council
from normalise.values.councils.words import Word, keys_of, words_of

_DOMAIN = re.compile(r"[@./]([a-z0-9-]+)\.(?:gov\.uk|gov\.wales|llyw\.cymru)", re.IGNORECASE)
_LITTLE = {"and", "of", "the", "upon", "on", "le", "in", "with", "under", "y", "ar", "nan", "na", "h"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A council named in a text, from `start` to `end`; `councils` are those the name may mean.

    `full` when the name says "council" in some way, false for a bare place.
    """

    keys: Keys
    councils: tuple[Council, ...]
    full: bool
    start: int
    end: int


def find_mentions(text: str, *, capitals: bool = True) -> tuple[Mention, ...]:
    """The councils a text names, in order; a bare place counts only where it is written with capitals.

    With `capitals` false (file names) small letters will do.
    """
    words = words_of(text)
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention = _mention_at(words, at, capitals)
        if mention:
            found.append(mention)
        at += len(mention.keys) if mention else 1
    return tuple(found)


def find_domains(text: str) -> tuple[Council, ...]:
    """The councils whose web or mail domain stands in a text."""
    if ".gov" not in text and ".llyw" not in text:
        return ()
    labels = (re.sub(r"[^a-z0-9]", "", m[1].lower()) for m in _DOMAIN.finditer(text))
    return tuple(council for label in labels for council in domain_labels().get(label, ()))


def _mention_at(words: Sequence[Word], at: int, capitals: bool) -> Mention | None:
    full = _longest(words, at, _by_first(True))
    short = _longest(words, at, _by_first(False))
    if full and (not short or len(full) >= len(short)):
        return _mention(words, at, full, full_names()[full], True)
    if short and _stands_alone(words, at, len(short), capitals):
        return _mention(words, at, short, short_names()[short], False)
    return None


def _mention(words: Sequence[Word], at: int, keys: Keys, found: tuple[Council, ...], full: bool) -> Mention:
    return Mention(keys, found, full, words[at].start, words[at + len(keys) - 1].end)


def _longest(words: Sequence[Word], at: int, index: dict[str, tuple[Keys, ...]]) -> Keys | None:
    names = index.get(words[at].key, ())
    return next((k for k in names if len(words) - at >= len(k) and _same(words, at, k)), None)


def _same(words: Sequence[Word], at: int, keys: Keys) -> bool:
    return all(words[at + n].key == key for n, key in enumerate(keys))


def _stands_alone(words: Sequence[Word], at: int, size: int, capitals: bool) -> bool:
    """Whether a bare place is written as a name and is no part of a longer one (Bury St Edmunds, Kevin Kent)."""
    end = at + size
    if capitals and not all(w.capital or w.key in _LITTLE for w in words[at:end]):
        return False
    after = (" ".join(w.key for w in words[end : end + n]) for n in (1, 2))
    before = (" ".join(w.key for w in words[max(0, at - n) : at]) for n in (1, 2))
    return not (_around("not_before") & set(after)) and not (_around("not_after") & set(before))


@cache
def _around(side: str) -> frozenset[str]:
    return frozenset(" ".join(keys_of(word)) for word in council_words()["bare"][side])


@cache
def _by_first(full: bool) -> dict[str, tuple[Keys, ...]]:
    names: Names = full_names() if full else short_names()
    found: dict[str, list[Keys]] = {}
    for keys in sorted(names, key=len, reverse=True):
        found.setdefault(keys[0], []).append(keys)
    return {first: tuple(rest) for first, rest in found.items()}
