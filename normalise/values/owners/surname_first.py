"""One person as a register writes them: the surname, a comma, the given name (`Smith, Jane`), and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.values.owners.lexicon import listed, plain_kind
from normalise.values.owners.names import Names
from normalise.values.owners.tokens import Token

_GIVEN = ("G", "W")


def is_surname_first(tokens: Sequence[Token], names: Names) -> bool:
    """Whether the words of a whole cell are a surname and a given name.

    A first word that is a given name as well (`Sophia, Ed`) begins a list of people, unless it is known best as a
    surname; one that the document shows to be a body, or a person by itself, is no surname.
    """
    if len(tokens) != 2 or tokens[1].gap != "," or tokens[1].face not in _GIVEN:
        return False
    first = tokens[0].text.lower()
    if first in names.persons or first in names.bodies or first in dict(names.kinds):
        return False
    surname = first in listed("people", "family_names")
    return surname or (tokens[0].face == "N" and not plain_kind(first))
