"""The division of a cell's words into people, roles and bodies that costs least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from normalise.values.owners.cuts import Cut, cut
from normalise.values.owners.lexicon import listed
from normalise.values.owners.names import Names
from normalise.values.owners.tokens import Token

_LONGEST = 12


class Unit(NamedTuple):
    """Words that belong together: `label` is P(erson), R(ole), O (body) or X (nothing known)."""

    label: str
    tokens: tuple[Token, ...]

    @property
    def gap(self) -> str:
        """What stands before it."""
        return self.tokens[0].sign.gap

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join([t.text for t in self.tokens])


def divide(tokens: tuple[Token, ...], names: Names) -> tuple[Unit, ...]:
    """Cut the words into units; every word is in exactly one."""
    known = tuple(_known(tokens, names)) if names.persons or names.bodies or _may_be_namesake(tokens) else ()
    cuts = cut(tuple([t.sign for t in tokens]), known)
    return tuple([Unit(label, tokens[start:end]) for label, start, end in cuts])


def _may_be_namesake(tokens: Sequence[Token]) -> bool:
    return any(t.text.lower() in _namesake_words() for t in tokens)


@cache
def _namesake_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in listed("bodies", "namesakes"))


def _known(tokens: Sequence[Token], names: Names) -> Iterator[Cut]:
    """The runs of words that the document shows elsewhere to be a person or a body, or that are a body everywhere."""
    words = [t.text.lower() for t in tokens]
    for start in range(len(words)):
        text = ""
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            text = f"{text} {words[end - 1]}" if text else words[start]
            if text in listed("bodies", "namesakes"):
                yield Cut("O", start, end)
            elif text in names.persons:
                yield Cut("P", start, end)
            elif text in names.bodies:
                yield Cut("O", start, end)
