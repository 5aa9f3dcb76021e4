"""What kind of time the words of a cell speak of, apart from its dates.

The patterns are over parts, whose letters `words.MARKS` names; `i` stands for every part of a date.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WEAK = r"(?<![wze])[{}](?![wzGp])"
_EACH = r"e[z]?(?:[don]?[imqTySJMDH]|w{0,3}G)"
_STATED = re.compile(rf"[OQRUC]|{_EACH}|{_WEAK.format('gcr')}")
_STATED_ALONE = re.compile(rf"[OQRUCrN]|{_EACH}|{_WEAK.format('gc')}")
_SPAN = r"[dno](?:[-t/&v]+[dno])?[u-]?[my]|[my][dno](?:[-t&,/v]+[my]?[dno])*|[Tp]-?[dno]"
_APART = r"-|,;:()/&.i?bP"
_RELATIVE = re.compile(rf"(?<![^{_APART}])(?:V|{_SPAN})(?![^{_APART}])")
_RELATIVE_ALONE = re.compile(rf"[VxaP]|{_SPAN}|[dno]s|[FAyHT](?![w])|y-?E")
_CODES = re.compile(r"(?=[^s]*s)[sV/,&|v.t-]+")
_NOTHING = re.compile(r"[0.,/|;:()&-]*")
_ASKED = re.compile(r"(?=[^?]*\?)[?|]+")
_LATER = re.compile(r"(?:[dno]-?m[zxf]+|x[z]?)(?=i)")
_ROUND = re.compile(rf"[Rr]|{_EACH}")
_KINDS = {
    **dict.fromkeys("OQgN", "ongoing"),
    **dict.fromkeys("Rre", "recurring"),
    **dict.fromkeys("Cc", "complete"),
    "U": "tbc",
}


_USUAL = 120
"""Parts of a cell that is short enough to be like others of its column, and worth remembering."""


class Stated(NamedTuple):
    """What the words of a cell say: the kind of time, "" for none; `away` are the parts after which a date stands
    that the time only counts from (`within 3 months of April 2025`); `recurs` is true where dates come round again.
    """

    kind: str
    away: tuple[int, ...]
    recurs: bool


def stated(rest: str) -> Stated:
    """What words say; `rest` is the parts of the cell with every dated part written `i`."""
    return _usual(rest) if len(rest) <= _USUAL else _stated(rest)


@lru_cache(maxsize=4096)
def _usual(rest: str) -> Stated:
    return _stated(rest)


def _stated(rest: str) -> Stated:
    away = tuple(match.end() for match in _LATER.finditer(rest))
    return Stated(_kind(rest) or ("relative" if away else ""), away, _ROUND.search(rest) is not None)


def _kind(rest: str) -> str:
    """The word that comes first decides between ongoing, recurring, to be confirmed and complete.

    All of them come before relative.
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
