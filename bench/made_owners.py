"""Owner cells made by rule with their readings: many people, posts and bodies in every shape a column gives them."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

_PEOPLE = (
    "Susan Hartley", "David Okafor", "Beth Lister", "Harpreet Dhillon", "Siân ap Gruffydd", "Pieter van der Berg",
    "Li Wei", "Mary-Anne Fothergill", "Sinéad O'Dowd", "Wojciech Kowalczyk", "Cllr Amina Begum", "Dr Ewan MacIntyre",
    "J Prentice", "Mrs Thwaite", "Will Ambrose", "Mark Hall", "Oluwaseun Adeyemi", "Yusuf bin Rashid", "Gwenno Puw",
    "Hüseyin Çelik", "Tamsin St. John", "Rajeshwari Venkataraman", "Kwabena Osei-Tutu", "P.J. McAteer",
    "Zbigniew Lis", "Ines da Silva", "Aroha Ngata", "Thandeka Nkosi", "Ysolde Trevanion", "Brónach Quigg",
)  # fmt: skip
_SUBJECTS = (
    "Housing", "Planning", "Environmental Health", "Community Safety", "Economic Development", "Democratic Services",
    "Benefits", "Parks", "Communications", "Human Resources", "Licensing", "Building Control", "Sustainability",
    "Sports Development", "Homelessness", "Adult Social Care", "Children's Services", "Early Years", "Highways",
    "Procurement", "Emergency Planning", "Climate Change", "Safeguarding", "Planning Policy",
    "Private Sector Housing", "Town Centre", "Green Spaces", "Equalities",
)  # fmt: skip
_HEADS = ("Manager", "Officer", "Co-ordinator", "Team Leader", "Adviser", "Project Officer", "Lead", "Service Manager")
_OF = ("Head of", "Director of", "Assistant Director of", "Cabinet Member for", "Deputy Head of")
_POSTS = ("Chief Executive", "Town Clerk", "Headteacher", "SENCo", "Chair of Governors", "Portfolio Holder", "Bursar")
_PLACES = ("Hertford", "Wealdham", "Kirkdale", "Marston")
_BODIES = (
    "Police", "Citizens Advice", "Environment Agency", "Voluntary Sector", "Fire and Rescue Service", "NHS", "CAB",
    "RSLs",
)  # fmt: skip
_SHAPES = (
    ("{P}", "P"), ("{P}, {R}", "PR"), ("{P} ({R})", "PR"), ("{R} - {P}", "PR"), ("{P}, {C}", "PC"),
    ("{P}, {R}, {C}", "PRC"),
    ("{R}", "R"), ("{R}, {C}", "RC"), ("{R}/{R}", "R/R"), ("{P}/{P}", "P/P"), ("{P}\n{P}", "P/P"), ("{P}; {P}", "P/P"),
    ("{P} and {P}", "P/P"), ("{R} and {R}", "R/R"), ("{P} & {P}", "P/P"), ("{P}\n{R}", "PR"), ("{R}\n{R}", "R/R"),
    ("{O}/{O}", "O/O"), ("{O}", "O"), ("{P} {R}", "PR"), ("{R}: {P}", "RP"), ("{P}, {P}, {P}", "P/P/P"),
    ("{P} / {O}", "P/O"),
    ("{R} / {O}", "R/O"), ("{P} with support from {P}", "P/P"),
)  # fmt: skip
_WIDTHS = (12, 16, 20)


@dataclass(frozen=True, slots=True)
class MadeCell:
    """A cell and its owners, each as person, role, organisation."""

    text: str
    owners: tuple[tuple[str, str, str], ...]


def made_cells(count: int, seed: int = 1) -> Iterator[MadeCell]:
    """Cells of every shape; one in four is broken into the lines of a narrow column. The same seed gives the same."""
    chance = random.Random(seed)
    for _ in range(count):
        text, shape = chance.choice(_SHAPES)
        owners = []
        for group in shape.split("/"):
            parts = {"P": "", "R": "", "O": ""}
            for letter in group:
                value = _value(letter, chance)
                text = text.replace("{" + letter + "}", value, 1)
                parts["O" if letter == "C" else letter] = value
            owners.append((parts["P"], parts["R"], parts["O"]))
        yield MadeCell(_narrowed(text, chance), tuple(dict.fromkeys(owners)))


def _value(letter: str, chance: random.Random) -> str:
    match letter:
        case "P":
            return chance.choice(_PEOPLE)
        case "C":
            return f"{chance.choice(_PLACES)} {chance.choice(('Borough Council', 'BC', 'District Council'))}"
        case "O":
            return chance.choice(
                (*_BODIES, *(f"{chance.choice(_SUBJECTS)} {b}" for b in ("Team", "Partnership", "Department")))
            )
        case _:
            return _role(chance)


def _role(chance: random.Random) -> str:
    subject = chance.choice(_SUBJECTS)
    opener = chance.choice(("", "", "Senior ", "Principal "))
    return chance.choice(
        (f"{opener}{subject} {chance.choice(_HEADS)}", f"{chance.choice(_OF)} {subject}", chance.choice(_POSTS))
    )


def _narrowed(text: str, chance: random.Random) -> str:
    if "\n" in text or chance.random() > 0.25:
        return text
    return "\n".join(textwrap.wrap(text, chance.choice(_WIDTHS), break_long_words=False, break_on_hyphens=False))
