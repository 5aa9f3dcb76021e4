"""What a row of words costs as one unit, by their signs alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from normalise.values.owners.body_costs import body_cost
from normalise.values.owners.costs import NEVER, person_cost
from normalise.values.owners.joins import join_cost
from normalise.values.owners.role_costs import role_cost
from normalise.values.owners.tokens import Sign

Shape = tuple[Sign, ...]
KNOWN_COST = 0.6
"""What a name that the document shows elsewhere costs."""
_UNIT = 1.0
_NOTHING_WORD = 1.5
_NAMED = {"G": 1.0, "W": 1.2, "i": 1.0, "T": 1.0}
_ONE_NAME = ("G", "N", "W")


@lru_cache(maxsize=100_000)
def shape_costs(signs: Shape) -> tuple[tuple[str, float], ...]:
    """The labels that words of these signs may have as one unit, each with its cost.

    P is a person, p one of a single name, R a role, O a body, X nothing known (a word at a time).
    """
    costs = [("X", _NOTHING_WORD)] if len(signs) == 1 else []
    if "s" in signs[-1].marks:
        return tuple(costs)
    faces = "".join([s.face for s in signs])
    person = NEVER if "-" in faces or _is_dedicated(signs) else person_cost(faces)
    if person < NEVER and _is_one_name(signs, faces):
        costs.append(("p" if faces in _ONE_NAME else "P", _UNIT + person + _broken(signs)))
    kinds = _kinds(signs)
    join = _UNIT + (join_cost(signs, kinds) if len(kinds) > len(signs) or any(s.gap != " " for s in signs[1:]) else 0)
    if join < NEVER:
        named = _named(signs)
        costs += [("R", join + role_cost(kinds, named)), ("O", join + body_cost(kinds, named))]
    return tuple([pair for pair in costs if pair[1] < NEVER])


def _is_one_name(signs: Shape, faces: str) -> bool:
    """Whether nothing parts the words of a name but spaces, "&" between titles, a comma before an initial."""
    gaps = "".join([s.gap for s in signs[1:]])
    return not gaps.strip(" n") or (gaps[0] == "&" and faces.startswith("TT")) or (gaps == "," and faces[1] == "i")


def _broken(signs: Shape) -> float:
    """The cost of line breaks inside a name: high where a given name follows a surname."""
    breaks = ((left.face, right.face) for left, right in pairwise(signs) if right.gap == "n")
    return sum(1.2 if left in "NCU" and right in "GT" else 0.2 for left, right in breaks)


def _is_dedicated(signs: Shape) -> bool:
    """Whether names end in the head of a body called after somebody (Grace Church), without title or initial."""
    *names, head = signs
    called = all(s.face in "GWNCUp" and s.kind not in "HQP" and s.gap != "n" for s in names)
    return bool(names) and "d" in head.marks and head.gap == " " and called


def _named(signs: Shape) -> float:
    """How much these words look like a person's name: a given name counts 1."""
    if _is_dedicated(signs):
        return 0.0
    opens = len(signs) > 1 and signs[0].kind == "S" and signs[0].face == "W" and signs[1].face in "NG"
    named = 0.6 if opens else 0.0
    for sign in signs:
        if sign.face in _NAMED and (sign.kind in "NCt" or (sign.kind == "A" and sign.face != "T")):
            named += _NAMED[sign.face]
    return named


def _kinds(signs: Shape) -> str:
    """The kinds of the words, with "and", commas and opening brackets between them."""
    first, *rest = signs
    return first.kind + "".join([s.gap + s.kind if s.gap in "&,(" else s.kind for s in rest])
