"""Line ends of a cell that part owners: a post and its service end there, and the next line begins another post.

Words alone would cut `Service Manager – Skills` / `Director of Housing` at the dash: "Skills Director" is a post too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from normalise.values.owners.costs import person_cost
from normalise.values.owners.lexicon import listed
from normalise.values.owners.tokens import Token, sign_of
from normalise.values.owners.whole import is_whole

_HEADS = frozenset("HQa")
_POSTS = _HEADS | {"P"}
_NO_SERVICE = _HEADS | frozenset("er")
"""Kinds of words that no service is called by: heads of posts, everybody, and "to"."""
_HANGING = frozenset("Mdto")
_NOUNS = ("ing", "ment")
"""Ends of words that open a longer name, but are services by themselves as well (Commissioning, Environment)."""
_DOINGS = frozenset(("training", "planning", "learning", "support", "delivery", "care", "options", "needs", "safety"))
"""Services that stand after a subject as well as by themselves (Skills Training Team)."""
_SURELY = 1.0
"""The most that a name costs which is surely a person's."""


def part_lines(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a cell where line ends between a post's service and another post part as semicolons do.

    A service that goes on in the next line (`Economic` / `Development`) and one before a bare head (`Housing` /
    `Manager`) stay as they are.
    """
    ends = frozenset(_parting(tokens)) if any(t.gap == "n" for t in tokens) else frozenset()
    return tuple([_begun(t) if at in ends else t for at, t in enumerate(tokens)]) if ends else tokens


def _begun(token: Token) -> Token:
    sign = token.sign
    return token._replace(sign=sign_of(sign.kind, sign.face, ";", sign.bracket, sign.marks))


def _parting(tokens: Sequence[Token]) -> Iterator[int]:
    """Where words begin another owner after a service."""
    begins, told = 0, 0
    for at, token in enumerate(tokens):
        if token.gap in "/;:()" or token.sign.bracket:
            begins = told = at
            continue
        post, service = tokens[begins:told], tokens[told:at]
        if token.gap in "-," and not _is_served(post, service):
            told = at
        elif token.gap == "n" and _part_here(post, service, tokens[at:]):
            begins = told = at
            yield at


def _part_here(before: Sequence[Token], service: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a line end parts a post, or a person, with their service from what begins after it."""
    if _is_told(before, service) and _takes_no_subject(after):
        return True
    return _is_served(before, service) and _parts(before, service, after)


def _is_served(post: Sequence[Token], service: Sequence[Token]) -> bool:
    """Whether words are a post, or end in one, and the words after it may be its service."""
    ends = (n + 1 == len(post) or post[n + 1].kind == "o" for n, t in enumerate(post) if t.kind in _POSTS)
    return any(ends) and all(t.kind not in _NO_SERVICE for t in service)


def _is_told(person: Sequence[Token], service: Sequence[Token]) -> bool:
    """Whether words are a person's name, and those after it, by themselves, the service or body that person is of."""
    if not person or not service or service[0].gap not in "-,":
        return False
    named = person_cost("".join([t.face for t in person])) <= _SURELY if len(person) > 1 else False
    plain = all(t.kind not in _NO_SERVICE for t in service) and service[-1].kind not in _HANGING
    return named and all(t.gap == " " for t in person[1:]) and plain and is_whole(_words(service))


def _parts(post: Sequence[Token], service: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a line end parts the service of a post and what begins after it; the same post again always does."""
    again = _words(post) == _words(after[: len(post)])
    if service[-1].kind in _HANGING:
        return again and len(post) > 1
    if again or _takes_no_subject(after):
        return True
    label = post[-1].kind == "Q" and post[-1].text.lower() in listed("phrases", "labels")
    if label or service[0].gap != "-":
        return False
    whole = service[-1].text.lower().endswith(_NOUNS) or is_whole(_words(service))
    line = _line(after)
    return whole and (_is_post(line) or _is_body(line))


def _is_post(line: Sequence[Token]) -> bool:
    """Whether a line holds a post that is told of something, or that more than its head names."""
    if line[0].kind in "or":
        return False
    told = line[0].kind in _HEADS and any(t.kind == "o" for t in line[1:2])
    return told or line[0].kind == "a" or any(t.kind in _HEADS for t in line[1:])


def _is_body(line: Sequence[Token]) -> bool:
    """Whether a line holds a body with a service of its own (Housing Team), and goes on with nothing before it."""
    first = line[0]
    return len(line) > 1 and line[-1].kind == "B" and first.kind in "SN" and is_whole(first.text) and not _acts(first)


def _acts(token: Token) -> bool:
    """Whether a word tells of what is done, so that it may go on with the subject before it (Skills / Development)."""
    return token.text.lower().endswith(("ment", "tion")) or token.text.lower() in _DOINGS


def _takes_no_subject(words: Sequence[Token]) -> bool:
    """Whether words begin with a post, or with an employer's name, that no subject goes before (Head of, Chief)."""
    first = words[0]
    of_something = first.kind in "HQ" and len(words) > 1 and words[1].text == "of"
    employer = first.kind == "N" and any("e" in t.sign.marks for t in _line(words))
    return of_something or employer or "c" in first.sign.marks or "w" in first.sign.marks


def _line(words: Sequence[Token]) -> list[Token]:
    return [words[0], *takewhile(lambda t: t.gap in " &", words[1:])]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join([t.text for t in tokens])
