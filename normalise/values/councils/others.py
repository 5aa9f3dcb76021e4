"""Bodies that are no council: schools, NHS bodies, police. What they own belongs to no council."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from normalise.values.councils.names import council_words
from normalise.values.councils.words import Word, keys_of, words_of

_LONGEST = 5


def find_other_body(text: str) -> int | None:
    """Where a text names a body that is no council (character position of its name), None where it names none.

    A name needs a word of its own: "Decoy Primary School" is one, "Primary School Places" is not.
    """
    words = words_of(text)
    found = [at for at in range(len(words)) if _opens(words, at) or _ends(words, at)]
    return words[found[0]].start if found else None


def _opens(words: Sequence[Word], at: int) -> bool:
    for size in range(1, 4):
        if " ".join(w.key for w in words[at : at + size]) in _openings() and words[at].capital:
            following = words[at + size : at + size + 1]
            return bool(following) and following[0].capital and following[0].key not in _common()
    return False


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether the word here is the last of a body's name: an ending with a name of its own before it."""
    if not words[at].capital:
        return False
    for size in range(min(_LONGEST, at), 0, -1):
        if " ".join(w.key for w in words[at - size + 1 : at + 1]) in _endings():
            return _has_own_name(words[max(0, at - size - 3) : at - size + 1])
    return False


def _has_own_name(before: Sequence[Word]) -> bool:
    for word in reversed(before):
        if word.key not in _common():
            return word.capital
    return False


@cache
def _endings() -> frozenset[str]:
    return frozenset(" ".join(keys_of(e)) for e in council_words()["others"]["endings"])


@cache
def _openings() -> frozenset[str]:
    return frozenset(" ".join(keys_of(o)) for o in council_words()["others"]["openings"])


@cache
def _common() -> frozenset[str]:
    return frozenset(council_words()["others"]["common"])
