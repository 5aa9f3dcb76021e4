"""Sums in a resources cell: what it costs at least and at most, what the cell offers, and where the money comes from."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from importlib import resources

from ingest.model import Note
from normalise.model import Money
from normalise.values.folding import fold
from normalise.values.funding import read_funding

_DATA = tomllib.loads((resources.files("normalise") / "data" / "money.toml").read_text(encoding="utf-8"))


def _any(phrases: list[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_BOUNDS = {name: _any(phrases) for name, phrases in _DATA["bounds"].items()}
_FIGURE = r"[0-9]{1,3}(?:[, ]\s?[0-9]{3})+(?:\.[0-9]{1,2})?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_SCALE = r"(?:\s?(?:k|m|mn|bn|mil|million|thousand|billion)(?![a-z]))"
_AFTER_BARE = r"(?=\s*(?:$|[-,;.)\n+/(]|(?:per|pa|capital|revenue|from|for|over|funding|budget|grant|each|to|in|via|total|approx|max|min)\b))"
_SUM = re.compile(
    rf"(?:(?P<lead>{_BOUNDS['most']}|{_BOUNDS['least']}|{_BOUNDS['part_of']})\s*(?:a\s+)?(?:c\.|circa|approx\.?|about|around|~)?\s*)?"
    rf"(?:(?:£|gbp)\s*(?P<pounds>{_FIGURE})(?P<scale>{_SCALE})?"
    rf"|(?<![\w£.,])(?P<bare>{_FIGURE})(?:(?P<thousand>\s?k){_AFTER_BARE}|\s?(?P<word>pounds|gbp)\b)"
    rf"|(?<![\w£.,])(?P<pence>[0-9]{{1,2}})p(?![a-z0-9]))"
    rf"(?P<trail>\s*(?:{_BOUNDS['most_after']}|{_BOUNDS['least_after']})(?![a-z]))?"
)
_RANGE = re.compile(
    rf"\s*(?:-|to|and|or)\s*(?:£|gbp)?\s*(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?(?![0-9%/])(?!\s?(?:x|days|weeks|months|years|hours)\b)"
)
_WHOLE_CELL = re.compile(r"\s*([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+\.[0-9]{2})\s*")
_RESULT = re.compile(r"=\s*$")
_TIMES_BEFORE = re.compile(r"(?<![\w.,£])([0-9]+(?:\.[0-9]+)?)\s*(?:[a-z]+\s*){0,3}(?:x|@|×|\*)\s*$")
_TIMES_AFTER = re.compile(r"\s*(?:[a-z]+\s*){0,2}(?:x|×|\*)\s*([0-9]+(?:\.[0-9]+)?)(?![0-9,])")
_PLACEHOLDER = re.compile(r"£\s*(?:x+(?:[,.]?[x0-9]+)*(?:k|m)?(?![a-z])|\?+|_{2,}|\.{2,}|…|tbc\b|tba\b|xx)")
_BALANCE = re.compile(rf"\b(?:{_BOUNDS['rest']})\b(?![^\n]*£\s*[0-9])")
_TOTAL = re.compile(rf"\b(?:{_BOUNDS['total']})\b[^\n£;]{{0,25}}$")
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mil": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_KINDS = {kind: re.compile(rf"(?<!\w)(?:{_any(phrases)})(?!\w)") for kind, phrases in _DATA["kinds"].items()}
_MOST = re.compile(rf"(?:{_BOUNDS['most']})$")
_PART = re.compile(rf"(?:{_BOUNDS['part_of']})$")
_MOST_AFTER = re.compile(rf"(?:{_BOUNDS['most_after']})$")


@dataclass(frozen=True, slots=True)
class _Sum:
    """One sum of a cell, in pounds; a bound that is not stated is None."""

    least: float | None
    most: float | None
    begin: int
    end: int
    ranged: bool = False


def read_money(text: str) -> Money:
    """What a resources cell offers, in pounds: `Up to £30,000` has a most and no least, several sums are added.

    Of a calculation only its result counts; counts, percentages, years and codes are not money. A placeholder such as
    £x is noted, never read. Never raises.
    """
    folded = fold(text)
    sums = _counted(_sums(folded), folded)
    notes = tuple(_placeholders(text, folded))
    funding = read_funding(text)
    if not sums:
        kind, amount = _kind(folded)
        return Money(amount, amount, "tbc" if notes else kind, funding, notes)
    least, most = _added([s.least for s in sums]), _added([s.most for s in sums])
    if notes or _BALANCE.search(folded):
        most = None
    ranged = any(s.ranged for s in sums)
    return Money(least, most, "range" if ranged else "sum", funding, notes)


def _added(parts: list[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return round(sum(known), 2) if len(known) == len(parts) else None


def _placeholders(text: str, folded: str) -> list[Note]:
    return [
        Note(
            "money-placeholder",
            f"“{text[m.start() : m.end()]}” is a placeholder, not a sum.",
            "Ask the plan's owner for the sum, and enter it once it is known.",
        )
        for m in _PLACEHOLDER.finditer(folded)
    ]


def _sums(folded: str) -> list[_Sum]:
    if "£" not in folded and not any(c.isdigit() for c in folded):
        return []
    whole = _WHOLE_CELL.fullmatch(folded)
    if whole:
        value = _value(whole.group(1), "")
        return [_Sum(value, value, 0, len(folded))]
    found: list[_Sum] = []
    for match in _SUM.finditer(folded):
        if found and match.start() < found[-1].end:
            continue
        read = _one(folded, match)
        if read:
            found.append(read)
    return found


def _value(figure: str, scale: str | None) -> float:
    value = float(re.sub(r"[,\s]", "", figure))
    return round(value * _SCALES.get((scale or "").strip(), 1), 2)


def _one(folded: str, match: re.Match[str]) -> _Sum | None:
    lead = match.group("lead") or ""
    if _PART.search(lead):
        return None
    if match.group("pence"):
        value = float(match.group("pence")) / 100
    else:
        value = _value(match.group("pounds") or match.group("bare"), match.group("scale") or match.group("thousand"))
    trail = (match.group("trail") or "").strip()
    if not trail and (ranged := _ranged(folded, match, value)):
        return ranged
    if _MOST.search(lead) or _MOST_AFTER.search(trail):
        return _Sum(None, value, match.start(), match.end())
    if lead or trail:
        return _Sum(value, None, match.start(), match.end())
    return _multiplied(folded, _Sum(value, value, match.start(), match.end()))


def _ranged(folded: str, match: re.Match[str], first: float) -> _Sum | None:
    """`£5k - £8k`, `£5-8k`, `£20-25,000`: the first end takes the second's thousands when it has none."""
    other = _RANGE.match(folded, match.end())
    if other is None or "\n" in other.group():
        return None
    joint = other.group().split()[0].strip("£0123456789.,")
    signed = "£" in other.group() or "gbp" in other.group()
    if joint == "and" and not re.search(r"between\s*$", folded[: match.start()]):
        return None
    second = _value(other.group("figure"), other.group("scale"))
    if not signed and not match.group("scale") and second <= first:
        return None
    if not match.group("scale") and first < 1000 <= second and (other.group("scale") or "," in other.group("figure")):
        factor = _SCALES.get((other.group("scale") or "k").strip(), 1)
        first = first * factor if first * factor <= second else first
    return _Sum(min(first, second), max(first, second), match.start(), other.end(), ranged=True)


def _multiplied(folded: str, found: _Sum) -> _Sum:
    """`5 x £200` is 1,000; where a result is given the calculation goes anyway."""
    times = _TIMES_BEFORE.search(folded, 0, found.begin)
    if times:
        product = round((found.most or 0) * float(times.group(1)), 2)
        return replace(found, least=product, most=product)
    after = _TIMES_AFTER.match(folded, found.end)
    if after:
        product = round((found.most or 0) * float(after.group(1)), 2)
        return replace(found, least=product, most=product, end=after.end())
    return found


def _counted(sums: list[_Sum], folded: str) -> list[_Sum]:
    """The sums that count: not the terms of a calculation, and not the parts beside their own total."""
    kept: list[_Sum] = []
    for one in sums:
        if _RESULT.search(folded[: one.begin]):
            begin = max(folded.rfind(mark, 0, one.begin) for mark in "\n;")
            kept = [k for k in kept if k.begin < begin]
        kept.append(one)
    if len(kept) > 1:
        totals = [k for k in kept if _TOTAL.search(folded[: k.begin])]
        if len(totals) == 1:
            return totals
        whole = sum(k.most or 0 for k in kept)
        if len(kept) > 2 and (same := [k for k in kept if k.most and abs(2 * k.most - whole) < 0.005]):
            return same[:1]
    return kept


def _kind(folded: str) -> tuple[str, float | None]:
    """The kind of a cell without a sum, and its amount where it says nil."""
    if not folded.strip(" \n\t-.,;:"):
        return "", None
    for kind, pattern in _KINDS.items():
        if pattern.search(folded):
            return ("none", 0.0) if kind == "nothing" else (kind, None)
    return "text", None
