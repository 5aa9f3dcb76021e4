"""What kind of time the words of a cell speak of, apart from its dates."""

from __future__ import annotations

import re
from functools import lru_cache

_WEAK = r"(?<![wze])[{}](?![wz])"
_STATED = re.compile(rf"[ORUC]|e[z]?[don]?[imqTySJM]|{_WEAK.format('gcr')}")
_STATED_ALONE = re.compile(rf"[ORUCr]|e[z]?[don]?[imqTySJM]|{_WEAK.format('gc')}")
_SPAN = r"[dno](?:[-t/&v]+[dno])?-?[my]|[my][dno](?:[-t&,/v]+[my]?[dno])*|[Tp]-?[dno]"
_RELATIVE = re.compile(rf"(?<![wz])(?:V|{_SPAN})(?![wz])")
_RELATIVE_ALONE = re.compile(rf"[Vx]|{_SPAN}|E?z*(?:[FAyHT]|HT)(?![w])|y-?E")
_CODES = re.compile(r"[sV/,&|v.t-]*s[sV/,&|v.t-]*")
_NOTHING = re.compile(r"[0.,/|;:()&-]*")
_ASKED = re.compile(r"[?|]*\?[?|]*")
_LATER = re.compile(r"(?:[dno]-?m[zxf]+|x[z]?)(?=i)")
_KINDS = {"O": "ongoing", "g": "ongoing", "R": "recurring", "r": "recurring", "e": "recurring", "U": "tbc",
          "C": "complete", "c": "complete"}  # fmt: skip


@lru_cache(maxsize=4096)
def stated_kind(rest: str) -> str:
    """The kind that words say, "" for none; `rest` is the parts of the cell with every dated part written `i`.

    The word that comes first decides between ongoing, recurring, to be confirmed and complete; all of them come
    before relative.
    """
    with_dates = "i" in rest
    found = (_STATED if with_dates else _STATED_ALONE).search(rest)
    if found:
        return _KINDS[found.group()[0]]
    if (_RELATIVE if with_dates else _RELATIVE_ALONE).search(rest) or _CODES.fullmatch(rest):
        return "relative"
    if _ASKED.fullmatch(rest):
        return "tbc"
    return "none" if _NOTHING.fullmatch(rest) else ""


@lru_cache(maxsize=4096)
def reckoned_from(rest: str) -> tuple[int, ...]:
    """Where, in `rest`, dates stand from which the time only counts: `within 3 months of April 2025`."""
    return tuple(match.end() for match in _LATER.finditer(rest))
