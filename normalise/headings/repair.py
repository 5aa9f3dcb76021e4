"""Words broken by narrow columns joined again ("Refe rence"), run-together ones parted, slips of the pen mended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from normalise.headings.lexicon import Phrase
from normalise.headings.wording import singular

_MOST_PIECES = 6
_LONGEST = 18
_NEAR = 84.0
_SURELY, _ENDING = 9, 2
"""Letters: of so many a word may be known by all but one, and the last so many tell its form ("identifier")."""


def mended(tokens: Sequence[str], vocabulary: frozenset[str]) -> Phrase:
    """The same words with broken, run-together and misspelt ones put right where the vocabulary knows better."""
    whole: list[str] = []
    position = 0
    while position < len(tokens):
        word, taken = _joined(tokens, position, vocabulary)
        whole.extend((word,) if word in vocabulary else _parted(word, vocabulary))
        position += taken
    return tuple(whole)


def _joined(tokens: Sequence[str], start: int, vocabulary: frozenset[str]) -> tuple[str, int]:
    pieces: list[str] = []
    best = (tokens[start], 1)
    for count, token in enumerate(tokens[start : start + 2 * _MOST_PIECES], 1):
        if token == "and" and pieces:
            continue
        pieces.append(token)
        together = "".join(pieces)
        if len(pieces) > _MOST_PIECES or len(together) > _LONGEST:
            break
        word = singular(together)
        if len(pieces) > 1 and word in vocabulary and _broken(pieces, vocabulary):
            best = (word, count)
    return best


def _broken(pieces: Sequence[str], vocabulary: frozenset[str]) -> bool:
    return len(pieces[0]) > 2 or any(p not in vocabulary or len(p) == 1 for p in pieces)


def _parted(word: str, vocabulary: frozenset[str]) -> Phrase:
    if len(word) < 6:
        return (word,)
    for cut in range(len(word) - 3, 1, -1):
        left, right = word[:cut], singular(word[cut:])
        if right in vocabulary and singular(left) in vocabulary and (len(left) > 3 or left == "by"):
            return (singular(left), right)
    return (_respelt(word, vocabulary),)


@lru_cache(maxsize=4096)
def _respelt(word: str, vocabulary: frozenset[str]) -> str:
    near = process.extractOne(word, _beginning(word[0], vocabulary), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return near[0] if near and not _another(word, near[0]) else word


def _another(word: str, known: str) -> bool:
    """Whether it is another word and no slip: one letter stands for another in a short word or at its end."""
    if len(word) != len(known) or sorted(word) == sorted(known):
        return False
    return len(word) < _SURELY or word[:-_ENDING] == known[:-_ENDING]


@lru_cache(maxsize=128)
def _beginning(letter: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(w for w in vocabulary if len(w) > 4 and w[0] == letter))
