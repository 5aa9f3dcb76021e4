"""What the owner cells and the prose of a document teach, read once before the cells are read for good."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.text import squash
from normalise.model import Owner
from normalise.values.owners.legend import read_legend
from normalise.values.owners.lexicon import listed, plain_kind
from normalise.values.owners.names import Names
from normalise.values.owners.reading import read_owners
from normalise.values.owners.tokens import tokens_of

_LETTERS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
_ENOUGH = 3
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Cllr|Revd?|Prof)\.? (?:[A-Z]\.? ?|[A-Z][a-z]+ ){1,2}[A-Z][a-z'’-]+\b")


def learn_names(cells: Sequence[str], prose: Sequence[str]) -> Names:
    """The abbreviations, people and bodies of a document, from all its owner cells and its prose.

    Initials stand for people where a person of the plan has them, the document explains them so, or where the plan's
    owner cells show little else.
    """
    texts = [squash(text) for text in cells]
    legend = read_legend([*prose, *texts])
    kinds = {short.lower(): kind for short, full in legend.items() if (kind := _kind_of_full(full))}
    explained = Names(tuple(legend.items()), tuple(kinds.items()))
    owners = [owner for cell in dict.fromkeys(cells) for owner in read_owners(cell, explained)[0]]
    persons = frozenset(o.person.lower() for o in owners if " " in o.person) | _people_in(legend)
    initials = _initials(cells, persons | _titled(prose), legend)
    bodies = frozenset(o.organisation.lower() for o in owners if o == _alone(o) and o.organisation not in initials)
    return Names(explained.legend, explained.kinds, persons, bodies, initials)


def _alone(owner: Owner) -> Owner:
    return Owner(organisation=owner.organisation, text=owner.text, name=owner.name)


def _kind_of_full(full: str) -> str:
    """K for a body, a for a role, "" for a person or words that tell nothing."""
    owners, _ = read_owners(full, Names())
    if len(owners) != 1:
        return ""
    return "a" if owners[0].role else "K" if owners[0].organisation else ""


def _people_in(legend: dict[str, str]) -> frozenset[str]:
    owners = (owner for full in legend.values() for owner in read_owners(full, Names())[0])
    return frozenset(o.person.lower() for o in owners if o.person)


def _initials(cells: Iterable[str], persons: frozenset[str], legend: dict[str, str]) -> frozenset[str]:
    seen = Counter(letters for cell in cells for letters in _LETTERS.findall(cell) if not plain_kind(letters.lower()))
    of_people = {_first_letters(person) for person in persons}
    known = {letters for letters in seen if letters in of_people and not _is_body(legend.get(letters, ""))}
    unknown = [letters for letters in seen if letters not in legend]
    little_else = len(unknown) >= _ENOUGH and 2 * _cells_of_letters(cells) > sum(1 for c in cells if c.strip())
    return frozenset(known | (set(unknown) if little_else else set()))


def _titled(prose: Iterable[str]) -> frozenset[str]:
    """People named with a title in the prose ("Miss T Cole leads"), whose initials the cells may give."""
    return frozenset(match[0].lower() for text in prose for match in _TITLED.finditer(text))


def _first_letters(person: str) -> str:
    """The initials of a person, without those of a title before the name."""
    first, *rest = person.split()
    words = rest if rest and first.rstrip(".") in listed("people", "titles") else [first, *rest]
    return "".join(word[0] for word in words).upper()


def _is_body(full: str) -> bool:
    return bool(full) and _kind_of_full(full) != ""


def _cells_of_letters(cells: Iterable[str]) -> int:
    """How many cells hold nothing but two or three capitals, one or several."""
    return sum(
        1
        for cell in cells
        if (tokens := tokens_of(cell, Names())) and all(_LETTERS.fullmatch(t.text) and t.kind == "A" for t in tokens)
    )
