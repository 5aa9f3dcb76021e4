"""The items of a list within a cell: bullets, or letters, figures and Roman ones that count up from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from ingest.text import BULLETS, squash

_BULLET = re.compile(rf"^[^\S\n]*+[{BULLETS}*–-][^\S\n]++(?=\S)", re.MULTILINE)
_COUNTED = r"(?P<signs>\(?(?:(?P<mark>[a-z]{1,4}|\d{1,2})[.)]|(?P<capital>[A-Z])\)))[^\S\n]++(?=\S)"
"""A capital with a full stop is an initial."""
_MARK = re.compile(rf"(?:(?<=\s)|^){_COUNTED}")
_FIRST = re.compile(rf"^[^\S\n]*+(?={_COUNTED})", re.MULTILINE)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_PARTED = re.compile(r"(?:^|[\n;.])\s*$")
"""What stands before an item; a number that a word leads up to is that word's (Key Stage 2)."""
_NEAR = 40
"""Characters before an item in which that stands."""
_SERIES: tuple[Sequence[str], ...] = (tuple(map(str, range(1, 21))), tuple(ascii_lowercase), _ROMAN)
_FEWEST = 2


def items_of(text: str) -> tuple[str, ...]:
    """The items of a cell that is a list of two or more, without their marks; none for any other cell.

    Lettered and numbered items may stand on one line after a semicolon or full stop; what stands before the first
    leads them in.
    """
    starts = [(m.start(), m.end()) for m in _BULLET.finditer(text)] or list(_counted(text))
    if len(starts) < _FEWEST:
        return ()
    ends = [begin for begin, _ in starts[1:]] + [len(text)]
    return tuple(squash(text[after:end]).rstrip(" ;") for (_, after), end in zip(starts, ends, strict=True))


def is_counted(text: str) -> bool:
    """Whether a cell is a list whose items have letters or numbers."""
    return not _BULLET.search(text) and bool(items_of(text))


def _counted(text: str) -> Iterator[tuple[int, int]]:
    """Where marks of one form that count up from the first of their series stand; the first begins a line."""
    first = _FIRST.search(text)
    if first is None:
        return
    opening, form = _read(first)
    wanted = iter(next((series for series in _SERIES if opening == series[0]), ()))
    mark = next(wanted, "")
    for one in _MARK.finditer(text, first.end()):
        if _read(one) == (mark, form) and _PARTED.search(text, max(0, one.start() - _NEAR), one.start()):
            yield one.span()
            mark = next(wanted, "")


def _read(found: re.Match[str]) -> tuple[str, str]:
    """A mark's letters or figures, and the signs about it, which are its form."""
    said = found["mark"] or found["capital"]
    return said.lower(), found["signs"].replace(said, "")
