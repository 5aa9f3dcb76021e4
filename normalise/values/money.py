"""What a resources cell offers: what it costs at least and at most, of what kind, and where the money comes from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib import resources

from ingest.model import Note
from normalise.model import Money
from normalise.values.folding import fold
from normalise.values.funding import read_funding
from normalise.values.sums import Sum, any_of, find_sums

_DATA = tomllib.loads((resources.files("normalise") / "data" / "money.toml").read_text(encoding="utf-8"))
_PLACEHOLDER = re.compile(
    r"£\s*(?:x+(?:[,.]?[x0-9]+)*(?:k|m)?(?![a-z])|00+(?:,0+)*(?![0-9.])|\?+|_{2,}|\.{2,}|…|tb[acd]\b)|^\s*£\s*$"
)
_REST = re.compile(rf"\b(?:{any_of(*_DATA['after']['rest'])})(?![a-z])(?![^\n]*£\s*[0-9])")
_TOTAL = re.compile(rf"\b(?:{any_of(*_DATA['before']['total'])})\b[^\n£;]{{0,25}}$")
_IN_TOTAL = re.compile(rf"\s*(?:{any_of(*_DATA['before']['total'])})\b")
_RESULT = re.compile(r"=\s*$")
_REACH = 48
"""Characters before a sum that may say what it is."""

_OPENED = re.compile(r"\s*\((?!\s*(?:\+|plus))[^)]*")
_KINDS = {kind: re.compile(rf"(?<!\w)(?:{any_of(*phrases)})(?!\w)") for kind, phrases in _DATA["kinds"].items()}


def read_money(text: str) -> Money:
    """What a resources cell offers, in pounds: `Up to £30,000` has a most and no least, several sums are added.

    Of a calculation only its result counts; counts, percentages, years and codes are not money. A placeholder such as
    £x is noted, never read. Never raises.
    """
    folded = fold(text)
    notes = tuple(_placeholder(text[m.start() : m.end()]) for m in _PLACEHOLDER.finditer(folded))
    unread = _PLACEHOLDER.sub(lambda m: " " * len(m.group()), folded) if notes else folded
    sums = _counted(find_sums(unread), unread) if _may_hold_sums(unread) else []
    funding = read_funding(text)
    if not sums:
        kind, amount = _kind(folded)
        return Money(amount, amount, "tbc" if notes else kind, funding, notes)
    least, most = _added([s.least for s in sums]), _added([s.most for s in sums])
    if notes or _REST.search(folded):
        most = None
    return Money(least, most, "range" if any(s.ranged for s in sums) else "sum", funding, notes)


def _may_hold_sums(folded: str) -> bool:
    return any(c in "0123456789" for c in folded)


def _added(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return round(sum(known), 2) if len(known) == len(parts) else None


def _placeholder(words: str) -> Note:
    return Note(
        "money-placeholder",
        f"“{words.strip()}” is a placeholder, not a sum.",
        "Ask the plan's owner for the sum, and enter it once it is known.",
    )


def _counted(sums: Sequence[Sum], folded: str) -> list[Sum]:
    """The sums that count: a result without its terms, a total without its parts."""
    kept: list[Sum] = []
    for one in sums:
        if _RESULT.search(folded, max(0, one.begin - _REACH), one.begin):
            since = max(folded.rfind(mark, 0, one.begin) for mark in "\n;")
            kept = [before for before in kept if before.begin <= since]
        if not (kept and _explains(one, kept[-1], folded)):
            kept.append(one)
    return _total(kept, folded) if len(kept) > 1 else kept


def _explains(one: Sum, before: Sum, folded: str) -> bool:
    """Whether a sum in the brackets after another only says what that one is made of: `£8,000 (4 x £2,000)`."""
    opened = _OPENED.fullmatch(folded, before.end, one.begin)
    return bool(opened) and (one.most or 0) <= (before.most or 0)


def _total(sums: list[Sum], folded: str) -> list[Sum]:
    """The one sum that is called the total, or is as large as all others together; else all."""
    called = [
        one
        for one in sums
        if _TOTAL.search(folded, max(0, one.begin - _REACH), one.begin) or _IN_TOTAL.match(folded, one.end)
    ]
    if len(called) == 1:
        return called
    whole = sum(one.most or 0 for one in sums)
    same = [one for one in sums if one.most and abs(2 * one.most - whole) < 0.005]
    return same[:1] if len(sums) > 2 and same else sums


def _kind(folded: str) -> tuple[str, float | None]:
    """The kind of a cell without a sum, and its amount where it says nil."""
    if not any(c.isalnum() or c == "?" for c in folded):
        return "", None
    for kind, pattern in _KINDS.items():
        if pattern.search(folded):
            return ("none", 0.0) if kind == "nothing" else (kind, None)
    return "text", None
