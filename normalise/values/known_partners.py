"""Partners that a narrow column ran together, told by those that other cells of the document name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LONGEST = 5
"""Words of a partner that is looked for among others."""
_LETTERS = re.compile(r"[A-Z]{3,}s?")
_OPENERS = frozenset(("nhs", "hm", "uk", "bbc"))
"""Letters that go before the name of a part of that body (NHS England)."""


def known_names(lists: Iterable[Sequence[str]]) -> frozenset[str]:
    """The names, in small letters, that stand alone in lists of partners, by commas, bullets or lines."""
    return frozenset(name.lower() for names in lists for name in names if len(name.split()) <= _LONGEST)


def parted(name: str, known: frozenset[str]) -> list[str]:
    """A name as several, where all of its words make known names and letters; as it is otherwise."""
    words = name.split()
    if len(words) < 2:
        return [name]
    return _parted(words, known - {name.lower()}) or [name]


def _parted(words: Sequence[str], known: frozenset[str]) -> list[str]:
    """The fewest known names that the words make, one of them known for sure; none where they make none."""
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(words) + 1):
        found = [
            (*before, piece)
            for start in range(max(0, end - _LONGEST), end)
            if (before := ways[start]) is not None and _stands(piece := " ".join(words[start:end]), known)
        ]
        ways.append(min(found, key=len, default=None))
    whole = ways[-1] or ()
    sure = any(piece.lower() in known for piece in whole)
    opened = any(piece.lower() in _OPENERS for piece in whole[:-1])
    return list(whole) if len(whole) > 1 and sure and not opened else []


def _stands(piece: str, known: frozenset[str]) -> bool:
    return piece.lower() in known or _LETTERS.fullmatch(piece) is not None
