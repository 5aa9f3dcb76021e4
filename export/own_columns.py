"""Headings of columns that analysts added, told apart as Excel does it: without regard to case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LONGEST = 200
"""Characters of a heading; Excel takes 255 for a column of a table."""


def told_apart(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """A heading for each name in their order, on one line, none like another or like those `taken`: `Note (2)`."""
    used = {name.casefold() for name in taken}
    for name in names:
        plain = " ".join(name.split())[:_LONGEST] or "column"
        numbered = (f"{plain} ({number})" for number in range(2, len(used) + 3))
        own = plain if plain.casefold() not in used else next(n for n in numbered if n.casefold() not in used)
        used.add(own.casefold())
        yield own
