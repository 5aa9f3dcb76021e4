"""People, roles and bodies of a cell put together: which belong to one owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from normalise.values.owners.division import Unit
from normalise.values.owners.lexicon import listed
from normalise.values.owners.tokens import Token

_NAME_SECOND = re.compile(r"(?:RO?P){2,}|(?:OP){2,}")
"""Cells that give each role, or each body, before its person."""
_POST_LETTERS = re.compile(r"[A-Z]{1,3}[OM]s?$")


@dataclass(slots=True)
class Group:
    """Units of one owner by label; `first` and `last` are where its words begin and end."""

    units: dict[str, Unit] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(u.tokens[0].start for u in self.units.values())

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(u.tokens[-1].end for u in self.units.values())


def group(units: Sequence[Unit]) -> list[Group]:
    """Units in order as owners; words that are nothing known end the owner before them."""
    groups: list[Group] = []
    held: Group | None = None
    settled = _with_served([part for unit in _posts_among_posts(units) for part in _employer_apart(unit)])
    for at, unit in enumerate(settled):
        if unit.label == "X" or unit.text.isdigit():
            held = None
        elif held is not None and _belongs(unit, held, settled, at):
            held.units[unit.label] = unit
        else:
            held = Group({unit.label: unit})
            groups.append(held)
    return groups


def _belongs(unit: Unit, held: Group, units: Sequence[Unit], at: int) -> bool:
    if unit.label in held.units or unit.gap in "/;&" or ("P" in held.units and unit.label == "P"):
        return False
    if unit.label == "P":
        return _person_belongs(unit, units, at)
    return _role_belongs(unit, held, units, at) if unit.label == "R" else _body_belongs(unit, held, units, at)


def _person_belongs(unit: Unit, units: Sequence[Unit], at: int) -> bool:
    """A person after a role or body: named for it by a dash, a bracket or nothing, or alone with it in the cell.

    A person who begins a line on which a role follows has that role, not the one of the line before.
    """
    if unit.gap in "-:() ":
        return True
    if unit.gap == "n" and units[at - 1].label == "R" and at + 1 < len(units) and _follows(units[at + 1]):
        return False
    labels = "".join(u.label for u in units)
    alone = len(units) == 2 or (len(units) == 3 and labels.count("P") == 1)
    return unit.gap in "n," and (alone or bool(_NAME_SECOND.fullmatch(labels)))


def _follows(role: Unit) -> bool:
    return role.label == "R" and role.gap in "-,( "


def _role_belongs(unit: Unit, held: Group, units: Sequence[Unit], at: int) -> bool:
    if "P" in held.units:
        name_first = unit.gap != "n" or not _NAME_SECOND.fullmatch("".join(u.label for u in units))
        return name_first and unit.gap in " ,-:()n" and not _in_list(units, at)
    return unit.gap in "-:(" or (unit.gap in " )" and "R" not in held.units)


def _body_belongs(unit: Unit, held: Group, units: Sequence[Unit], at: int) -> bool:
    if _is_served(units, at):
        return True
    if unit.gap in " )" or (unit.gap in "-:(" and ("P" in held.units or not _is_gathering(unit))):
        return True
    if _is_gathering(unit) or (unit.gap == "," and _in_list(units, at)):
        return False
    return unit.gap == "," or "P" in held.units or _is_named_body(unit.tokens)


def _in_list(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit stands in a list of three or more of which no person is told more about."""
    run = [at]
    while run[0] > 0 and units[run[0]].gap == ",":
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(units) and units[run[-1] + 1].gap in ",&":
        run.append(run[-1] + 1)
    labels = "".join(units[n].label for n in run)
    return len(run) > 2 and labels not in ("PRO", "POR", "ROP") and not re.fullmatch(r"(?:PO|PR|PRO|RO)+", labels)


def _employer_apart(unit: Unit) -> tuple[Unit, ...]:
    """`Chair of NWPB` and `Leader of Anytown Council` as role and body; `Head of Housing` stays a role."""
    at = next((n for n, t in enumerate(unit.tokens) if t.text == "of"), 0)
    body = unit.tokens[at + 1 :]
    if unit.label != "R" or not at or not body or not _is_named_body(body):
        return (unit,)
    return Unit("R", unit.tokens[:at]), Unit("O", body)


def _with_served(units: Sequence[Unit]) -> list[Unit]:
    """The units with people whom a manager's service is for (`Principal Manager, Carers`) as that service."""
    return [u._replace(label="O") if _is_served(units, at) else u for at, u in enumerate(units)]


def _is_served(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit names people a service is for, after a comma that ends one manager's post, and ends the list."""
    unit, post = units[at], units[at - 1] if at else None
    if post is None or post.label != "R" or unit.gap != "," or unit.text.lower() not in listed("subjects", "served"):
        return False
    ends = at + 1 == len(units) or units[at + 1].gap in "n;/("
    words = post.text.lower()
    return (
        ends and post.gap != "," and (words.split()[-1] in listed("roles", "managers") or words.endswith(" of service"))
    )


def _is_named_body(tokens: Sequence[Token]) -> bool:
    if len(tokens) == 1:
        return tokens[0].kind in "AK" and len(tokens[0].text) > 2
    named = tokens[0].kind in "NCSA" and tokens[0].text[0].isupper()
    return named and tokens[-1].text.lower() in listed("bodies", "employers")


def _is_gathering(unit: Unit) -> bool:
    return unit.text.lower() in listed("bodies", "gatherings")


def _posts_among_posts(units: Sequence[Unit]) -> list[Unit]:
    """Unknown capitals in a list of roles are roles: `Dean RT, QO`; so is what another role is assistant to."""
    roles = [u for u in units if u.label == "R"]
    tails = {u.tokens[-1].text for u in roles if len(u.tokens) > 1}
    return [_as_role(u) if _is_post(u, units, len(roles), tails) else u for u in units]


def _is_post(unit: Unit, units: Sequence[Unit], roles: int, tails: Iterable[str]) -> bool:
    if unit.label != "O" or len(unit.tokens) > 1 or unit.tokens[0].kind != "A":
        return False
    text = unit.tokens[0].text
    bare = [u for u in units if u.label == "O" and len(u.tokens) == 1 and u.tokens[0].kind == "A" and len(u.text) < 4]
    listed_with = roles + len(bare) == len(units) > 2 and unit in bare
    return text in tails or (roles > 0 and (listed_with or bool(_POST_LETTERS.match(text) and len(text) < 4)))


def _as_role(unit: Unit) -> Unit:
    return unit._replace(label="R")
