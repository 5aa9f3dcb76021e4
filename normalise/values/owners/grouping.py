"""People, roles and bodies of a cell put together: which belong to one owner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from normalise.values.owners.division import Unit
from normalise.values.owners.lexicon import listed

_POST_LETTERS = re.compile(r"[A-Z]{1,3}[OM]s?$")
_EMPLOYER = re.compile(r"(?:Council|BC|DC|CC|MBC|CBC|Trust|Ltd|Limited|plc|University|College|Police|NHS.*)$")


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
    settled = _posts_among_posts(units)
    for at, unit in enumerate(settled):
        if unit.label == "X":
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
        return _person_belongs(unit, held, units)
    return _role_belongs(unit, held, units, at) if unit.label == "R" else _body_belongs(unit, held, units, at)


def _person_belongs(unit: Unit, held: Group, units: Sequence[Unit]) -> bool:
    """A person after a role or body: named for it by a dash, a bracket or nothing, or alone with it in the cell."""
    if unit.gap in "-:() ":
        return True
    names = [_text(u) for u in units if u.label == "P"]
    alone = len(units) == 2 or (len(units) == 3 and len(names) == 1)
    return alone and unit.gap in "n,"


def _role_belongs(unit: Unit, held: Group, units: Sequence[Unit], at: int) -> bool:
    if "P" in held.units:
        return unit.gap in " ,-:()n" and not _in_list(units, at)
    return unit.gap in "-:(" or (unit.gap in " )" and "R" not in held.units)


def _body_belongs(unit: Unit, held: Group, units: Sequence[Unit], at: int) -> bool:
    if unit.gap in " -:()":
        return True
    if _is_gathering(unit) or (unit.gap == "," and _in_list(units, at)):
        return False
    return unit.gap == "," or "P" in held.units or bool(_EMPLOYER.search(_text(unit)))


def _in_list(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit stands in a list of three or more of which no person is told more about."""
    run = [at]
    while run[0] > 0 and units[run[0]].gap == ",":
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(units) and units[run[-1] + 1].gap in ",&":
        run.append(run[-1] + 1)
    labels = "".join(units[n].label for n in run)
    return len(run) > 2 and labels not in ("PRO", "POR", "ROP") and not re.fullmatch(r"(?:PO|PR|PRO|RO)+", labels)


def _is_gathering(unit: Unit) -> bool:
    return _text(unit).lower() in listed("bodies", "gatherings")


def _posts_among_posts(units: Sequence[Unit]) -> list[Unit]:
    """Unknown capitals in a list of roles are roles: `Director AS, AO`; so is what another role is assistant to."""
    roles = [u for u in units if u.label == "R"]
    tails = {u.tokens[-1].text for u in roles if len(u.tokens) > 1}
    return [_as_role(u) if _is_post(u, units, len(roles), tails) else u for u in units]


def _is_post(unit: Unit, units: Sequence[Unit], roles: int, tails: Iterable[str]) -> bool:
    if unit.label != "O" or len(unit.tokens) > 1 or unit.tokens[0].kind != "A":
        return False
    text = unit.tokens[0].text
    bare = [u for u in units if u.label == "O" and len(u.tokens) == 1 and u.tokens[0].kind == "A" and len(_text(u)) < 4]
    listed_with = roles + len(bare) == len(units) > 2 and unit in bare
    return text in tails or (roles > 0 and (listed_with or bool(_POST_LETTERS.match(text) and len(text) < 4)))


def _as_role(unit: Unit) -> Unit:
    return replace(unit, label="R")


def _text(unit: Unit) -> str:
    return " ".join(t.text for t in unit.tokens)
