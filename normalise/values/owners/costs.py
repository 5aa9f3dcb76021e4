"""How well a few words together make a person, a role or a body: the less it costs, the better they fit."""

from __future__ import annotations

import re
from functools import lru_cache

NEVER = 99.0

_PEOPLE = tuple(
    (re.compile(pattern + r"\Z"), cost)
    for pattern, cost in (
        (r"T+[GWNCi]?i*p*[GNWCU]", 0.0),
        (r"T+[GWNC]i*[GNWC]p*[GNWC]", 0.0),
        (r"X", 0.1),
        (r"Gi*p*[GNWCU]", 0.0),
        (r"G[GNC]G[GNWCU]", 2.6),
        (r"GNp*[GNWC]", 0.3),
        (r"G[GNWC]i*U", 1.2),
        (r"G[GNWCUi]p*[GNWC]", 0.4),
        (r"Gip*U", 0.4),
        (r"G[GNWC][NCW][GNWC]", 1.6),
        (r"Wi*p*[NG]", 0.3),
        (r"W[CWU]", 0.6),
        (r"[GWi]T", 0.2),
        (r"[GN]p", 0.7),
        (r"W[NG][NGCU]", 0.8),
        (r"i+p*[GNWCU]{1,2}", 0.2),
        (r"[GN]i", 0.5),
        (r"[GNCU]p+[GNCWU]", 0.4),
        (r"N[NGW]", 0.6),
        (r"Ni+[NGCWU]", 0.6),
        (r"N[CU]", 1.2),
        (r"[CU]i*[NG]", 1.6),
        (r"N[GN][NGC]", 0.9),
        (r"G", 0.5),
        (r"N", 1.2),
        (r"W", 1.4),
    )
)
"""Patterns of faces (see faces.py) that make a name of a person."""

_ROLE_INSIDE = {
    "S": 0.0, "M": 0.0, "Q": 0.1, "B": 0.05, "K": 0.05, "A": 0.1, "#": 0.0, "d": 0.1, "P": 0.1, "t": 1.5, "C": 0.15, "c": 0.25,
    "N": 0.6, "H": 4.0, "a": 4.0, "o": 0.3, "r": 1.0, "&": 0.0, ",": 0.0, "(": 9.0,
}  # fmt: skip
_ENDED = re.compile(r"[SAN#BL]Q(?=[SMAN#])")
"""A role that ended: what follows belongs to the next (Maths lead, English lead)."""
_OF_ROLE = re.compile(r"[HPQa]o")
_NEXT_ROLE = re.compile(r"[HPQa]o|[QM]$")
"""What shows that another role begins in what a role is "of"."""
_BRACKET = re.compile(r"\([SBCcdM#&,o]+$")
_BODY_INSIDE = {
    "S": 0.0, "M": 0.1, "Q": 0.5, "B": 0.05, "K": 0.3, "A": 0.1, "#": 0.1, "d": 0.1, "P": 0.4, "t": 1.0, "C": 0.1, "c": 0.5,
    "N": 0.1, "H": 1.5, "a": 2.0, "o": 0.3, "r": 1.0, "&": 0.0, ",": 0.0, "(": 9.0,
}  # fmt: skip
_COMPLEMENT = {
    "S": 0.06, "M": 0.1, "Q": 0.2, "B": 0.06, "K": 0.1, "A": 0.2, "#": 0.1, "d": 0.05, "P": 0.1, "t": 0.05, "C": 0.1, "c": 0.3,
    "N": 0.3, "H": 4.0, "a": 4.0, "o": 0.1, "r": 0.3, "&": 0.0, ",": 0.0, "(": 9.0,
}  # fmt: skip


@lru_cache(maxsize=50_000)
def person_cost(faces: str) -> float:
    """The cost of words with these faces as one person's name."""
    return min((cost for pattern, cost in _PEOPLE if pattern.match(faces)), default=NEVER)


@lru_cache(maxsize=50_000)
def role_cost(kinds: str, named: float) -> float:
    """The cost of words of these kinds as one role; `named` says how many of them are given names."""
    kinds = kinds.removeprefix("t")
    inner = _BRACKET.search(kinds)
    if inner and inner.start():
        return 0.1 + role_cost(kinds[: inner.start()], named)
    best = min((_role_with_head(kinds, at) for at, kind in enumerate(kinds) if kind in "HPQa"), default=NEVER)
    best += 1.2 * len(_ENDED.findall(kinds))
    best += 0.7 * max(0, kinds.count("c") - 2)
    if re.fullmatch(r"M+[SBA]*A", kinds):
        best = min(best, 0.4)
    return best + 2.0 * named


@lru_cache(maxsize=50_000)
def body_cost(kinds: str, named: float) -> float:
    """The cost of words of these kinds as one body; `named` says how many of them are given names."""
    kinds = kinds.removeprefix("t")
    inner = _BRACKET.search(kinds)
    if kinds[:1] in ("o", "r"):
        return NEVER
    if inner and inner.start():
        return 0.3 + body_cost(kinds[: inner.start()], named)
    return min(
        _body_with_head(kinds) + (1.2 if kinds.endswith("B") else 2.0) * named,
        _body_by_words(kinds) + (0.3 if kinds in ("KN", "KC") else 2.5) * named,
    )


def _role_with_head(kinds: str, at: int) -> float:
    """The role's head is the word here: openers and subjects before it, "of" and what it is head of after it."""
    before, head, after = kinds[:at], kinds[at], kinds[at + 1 :]
    cost = sum(_ROLE_INSIDE[k] for k in before) + {"H": 0.0, "P": 0.0, "Q": 0.2, "a": 0.0}[head]
    if "o" in before:
        cost += 3.0 if _OF_ROLE.search(before) else 1.0
    if head == "a" and before.strip("MQ"):
        cost += 0.8
    if after.startswith("o") and set(before) & {"N", "C"}:
        cost += 0.8
    if not after:
        return cost + (0.1 if not before else 0.0)
    if after[0] == "r" and len(after) > 1:
        whole = role_cost(after[1:], 0)
        return cost + 0.1 + min(whole, sum(_COMPLEMENT[k] for k in after))
    if after[0] == "o" and len(after) > 1:
        if _NEXT_ROLE.search(after, 1):
            return NEVER
        return cost + sum(_COMPLEMENT[k] for k in after)
    if head == "P" and not before:
        cost += 1.5
    return cost + sum({"S": 0.6, "B": 1.0, "A": 0.9, "#": 0.3}.get(k, 4.0) for k in after)


def _body_with_head(kinds: str) -> float:
    heads = [n for n, kind in enumerate(kinds) if kind in "BK"]
    if not heads or _OF_ROLE.search(kinds):
        return NEVER
    whole = sum(_BODY_INSIDE[k] for k in kinds[:-1]) if heads[-1] == len(kinds) - 1 else NEVER
    link = kinds.find("o", heads[0])
    if link < 1 or link == len(kinds) - 1 or kinds[link - 1] not in "BK":
        return whole
    return min(whole, sum(_BODY_INSIDE[k] for k in kinds[: link - 1]) + sum(_COMPLEMENT[k] for k in kinds[link:]))


def _body_by_words(kinds: str) -> float:
    """A body without a head: capitals, services, places; words that say nothing cost most."""
    if kinds == "A":
        return 0.4
    if re.fullmatch(r"[SP](?:[SP&CA#]*[SCA#])|S", kinds):
        return 0.5
    if re.fullmatch(r"[SMNC]*B[SAKC]+", kinds):
        return 0.6 if kinds[0] == "B" else 0.9
    if re.fullmatch(r"[KA](?:[SCNKAB&]*[SCNKAB])?", kinds):
        return 0.6 + 0.2 * len(kinds)
    if re.fullmatch(r"[NCSAKd&#oM]+", kinds) and kinds[-1] not in "do&":
        return 1.0 + sum({"N": 0.6, "o": 0.6, "C": 0.2}.get(k, 0.1) for k in kinds)
    return NEVER
