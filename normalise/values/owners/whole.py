"""Whether a few words are a whole name by themselves, or go on in what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalise.values.owners.lexicon import listed, singular
from normalise.values.owners.names import Names
from normalise.values.owners.tokens import Token, tokens_of

_ADJECTIVE = re.compile(r"(?:al|ic|ary|ory|ive|ous|able|ent|ish|less|ed|ing)$")
_NOUNS = frozenset(
    {"police", "housing", "planning", "building", "parking", "training", "marketing", "music", "learning"}
)
_HANGING = re.compile(r"(?:\b(?:of|and|for|the|with|to|in|by|from|on|at|a)|[&/(+-])$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:and|of|for|the|in|&|\+|/|\()(?:\W|$)")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def has_head(text: str) -> bool:
    """Whether words end in the head of a body or a role, in letters, or have one before "of"."""
    tokens = _tokens(text)
    if not tokens:
        return False
    kinds = "".join(t.kind for t in tokens)
    if _is_phrase(tokens[-2:]):
        return True
    return kinds[-1] in "BKAHPQa" or bool(re.search(r"[BHQ]o[dt]?[NCSP]+$", kinds))


def is_subject(text: str) -> bool:
    """Whether words say only what a service is about (Housing, Children and Families)."""
    return all(t.kind in "SMdtoP" for t in _tokens(text))


def shares_head(text: str) -> bool:
    """Whether words end in a head that other subjects before them may share (Team, Board)."""
    tokens = _tokens(text)
    return bool(tokens) and _needs_subject(tokens[-1])


def is_whole(text: str) -> bool:
    """Whether words can be a body, role or person without more: they end in a head, a name or a noun."""
    tokens = _tokens(text)
    return bool(tokens) and not _HANGING.search(text.strip()) and (_is_phrase(tokens[-2:]) or not _hangs(tokens[-1]))


def name_cost(text: str) -> float:
    """How badly words make a name of their own; 1 is well."""
    tokens = _tokens(text)
    if not tokens or not is_whole(text):
        return 3.0
    started = 2.0 if _GOES_ON.match(text) else 0.0
    if _needs_subject(tokens[0]):
        return 2.5
    return started + (1.0 if has_head(text) else 1.1 if is_subject(text) else 1.2)


def break_cost(left: str, right: str) -> float:
    """What it costs that a line break stands inside one name, `left` before it and `right` after; 0 where it must."""
    before, after = _tokens(left), _tokens(right)
    if not before or not after or _HANGING.search(left) or _GOES_ON.match(right):
        return 0.0
    last, first = before[-1], after[0]
    if _is_phrase((last, first)) or (_hangs(last) and not _is_phrase(before[-2:])):
        return 0.0
    if _needs_subject(first):
        return 0.3
    if has_head(left) or _alone(first):
        return 1.5
    return 0.3 if first.kind in "BHPQ" else _named_break(before, after)


def _named_break(before: tuple[Token, ...], after: tuple[Token, ...]) -> float:
    """A break between words without a head: after a place a bare body goes on (Anytown / County Council)."""
    if all(t.kind in "NC" for t in before):
        return 0.4 if all(t.kind in "SMB" for t in after) or len(after) == 1 else 1.4
    return 1.3


def _is_phrase(tokens: Sequence[Token]) -> bool:
    return " ".join(t.text for t in tokens).lower() in listed("bodies", "phrases")


def _needs_subject(token: Token) -> bool:
    return singular(token.text.lower()) in listed("bodies", "shared")


def _hangs(last: Token) -> bool:
    """Whether a word cannot end a name: an adjective, an opener, a possessive, Youth, County."""
    low = last.text.lower()
    if last.kind in "MdtorQ" and low != "all":
        return last.kind != "Q"
    possessive = last.kind != "K" and low.endswith(_POSSESSIVE)
    adjective = last.kind == "S" and low not in _NOUNS and bool(_ADJECTIVE.search(low))
    return possessive or adjective or low in listed("subjects", "hanging")


def _alone(token: Token) -> bool:
    return token.kind in "KAa" or singular(token.text.lower()) in listed("bodies", "alone")


@lru_cache(maxsize=10_000)
def _tokens(text: str) -> tuple[Token, ...]:
    return tokens_of(text, Names())
