"""Sums of money in a text: single ones, ranges, ceilings and floors, products; in pounds, with where they stand."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import NamedTuple

_DATA = tomllib.loads((resources.files("normalise") / "data" / "money.toml").read_text(encoding="utf-8"))

_SPACE = re.compile(r" (?![?*\]])")


def any_of(*phrases: str) -> str:
    """An alternation of phrases, longest first, in which a space may be any white space."""
    return "|".join(_SPACE.sub(r"\\s+", phrase) for phrase in sorted(phrases, key=len, reverse=True))


_BEFORE = {name: any_of(*phrases) for name, phrases in _DATA["before"].items()}
_AFTER = {name: any_of(*phrases) for name, phrases in _DATA["after"].items()}
_FIGURE = (
    r"[0-9]{1,3}(?:,\s?[0-9]{3})+(?:\.[0-9]{1,2})?(?![0-9])|[0-9]{1,3}(?:\s000)+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?(?![0-9]|,[0-9])"
)
_SCALE = r"\s?(?:k|mn|m|bn|mill?|million|thousand|billion)(?![a-z])"
_MONEY_NEXT = rf"(?=\s*(?:$|[-,;.)\n+/(&]|(?:{_AFTER['scaled_bare']})(?![a-z])))"
_SUM = re.compile(
    rf"(?:£|gbp)\s*(?P<pounds>{_FIGURE})(?P<scale>{_SCALE})?"
    rf"|(?<![\w£.,])(?P<bare>{_FIGURE})(?:-(?P<upper>[0-9.]+))?(?:\s?(?P<thousand>k){_MONEY_NEXT}|\s?(?:pounds|gbp)\b)"
    rf"|(?<![\w£.,])(?P<pence>[0-9]{{1,2}})p(?![a-z0-9])"
)
_WHOLE_CELL = re.compile(
    r"\s*(?!0[0-9])(?P<figure>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,10})(?:\.[0-9]+)?)(?P<scale>[km])?\s*"
)
_NO_SUM = re.compile(r"[1-9]|[0-9]\.[0-9]|199[0-9]|20[0-4][0-9]")
"""Figures that stand alone in a cell and are sooner a count or a year."""
_ABOUT = r"\s*+(?:an?\s++)?(?:estimated\s++)?(?:(?:c\.?|circa|approx(?:imately)?\.?|about|around|~)\s*+)?$"
_LEAD = re.compile(
    rf"(?:(?P<most>{_BEFORE['most']})|(?P<least>{_BEFORE['least']})|(?P<part>{_BEFORE['part']})"
    rf"|(?:^|[\n;:,.(]\s*|costs?\s+)(?P<opening>{_BEFORE['least_opening']})){_ABOUT}"
)
_REACH = 48
"""Characters before a sum that may belong to it."""

_MONEY_AFTER = re.compile(_MONEY_NEXT)
"""What may follow a figure without its sign that is the upper end of a range, not a count or a year."""

_TRAIL = re.compile(rf"\s*(?:(?P<most>{_AFTER['most']})|(?P<least>{_AFTER['least']}))(?![a-z])")
_RANGE = re.compile(
    rf"\s*+(?P<joint>-|to|and|or)\s*+(?:(?P<sign>£|gbp)\s*+)?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?(?![0-9%/])"
)
_BETWEEN = re.compile(r"between\s*$")
_TIMES_BEFORE = re.compile(
    r"(?<![\w.,£])([0-9]+(?:\.[0-9]+)?)\s*(?:(?:[a-z]+\s+){0,3}(?:x|@|×|\*)"
    r"|(?:days?|half[-\s]days|hours?|hrs|weeks?|sessions?)\s+at)\s*$"
)
_TIMES_AFTER = re.compile(r"\s*+(?:/\s*+)?(?:[a-z]+\s+){0,2}(?:x|×|\*)\s*([0-9]+(?:\.[0-9]+)?)(?![0-9,])")
_SCALES = {"k": 1e3, "thousand": 1e3, "b": 1e9, "m": 1e6}


class Sum(NamedTuple):
    """One sum, in pounds; a bound that is not stated is None. `begin` and `end` are its place in the folded text."""

    least: float | None
    most: float | None
    begin: int
    end: int
    ranged: bool = False


def find_sums(folded: str) -> list[Sum]:
    """The sums of a folded text, in order; counts, percentages, years, codes and parts of a sum are none."""
    whole = _WHOLE_CELL.fullmatch(folded)
    if whole and (whole["scale"] or not _NO_SUM.fullmatch(whole["figure"])):
        value = _value(whole["figure"], whole["scale"])
        return [Sum(value, value, 0, len(folded))]
    found: list[Sum] = []
    for match in _SUM.finditer(folded):
        one = None if found and match.start() < found[-1].end else _read(folded, match)
        if one is not None:
            found.append(one)
    return found


def _value(figure: str, scale: str | None) -> float:
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", figure) and not scale:
        figure = figure.replace(".", "")
    word = (scale or "").strip()
    return round(float(re.sub(r"[,\s]", "", figure)) * _SCALES.get(word, _SCALES.get(word[:1], 1)), 2)


def _read(folded: str, match: re.Match[str]) -> Sum | None:
    lead = _LEAD.search(folded, max(0, match.start() - _REACH), match.start())
    if lead and lead.group("part"):
        return None
    value = _stated(match)
    if ranged := _ranged(folded, match, value):
        return ranged
    trail = _TRAIL.match(folded, match.end())
    if (lead and lead.group("most")) or (trail and trail.group("most")):
        return Sum(None, value, match.start(), match.end())
    if lead or trail:
        return Sum(value, None, match.start(), match.end())
    return _multiplied(folded, Sum(value, value, match.start(), match.end()))


def _stated(match: re.Match[str]) -> float:
    if match.group("pence"):
        return float(match.group("pence")) / 100
    return _value(match.group("pounds") or match.group("bare"), match.group("scale") or match.group("thousand"))


def _ranged(folded: str, match: re.Match[str], first: float) -> Sum | None:
    """`£5k - £8k`, `£5-8k`, `£20-25,000`, `10-15k`: the first end takes the second's thousands when it has none."""
    if match.group("upper"):
        return Sum(
            first, _value(match.group("upper"), match.group("thousand")), match.start(), match.end(), ranged=True
        )
    other = _RANGE.match(folded, match.end())
    if other is None or "\n" in other.group():
        return None
    if other.group("joint") == "and" and not _BETWEEN.search(folded, max(0, match.start() - _REACH), match.start()):
        return None
    scale = other.group("scale")
    second = _value(other.group("figure"), scale)
    if second <= first or not (other.group("sign") or scale or _MONEY_AFTER.match(folded, other.end())):
        return None
    if not match.group("scale") and first < 1000 <= second and (scale or "," in other.group("figure")):
        raised = first * (_value("1", scale) if scale else 1000)
        first = raised if raised <= second else first
    return Sum(first, second, match.start(), other.end(), ranged=True)


def _multiplied(folded: str, one: Sum) -> Sum:
    """`2 x 5 x £200` is 2,000; where a result is given as well the product goes."""
    price = one.most or 0.0
    begin, end = one.begin, one.end
    while times := _TIMES_BEFORE.search(folded, max(0, begin - _REACH), begin):
        price, begin = price * float(times.group(1)), times.start()
    while times := _TIMES_AFTER.match(folded, end):
        price, end = price * float(times.group(1)), times.end()
    return Sum(round(price, 2), round(price, 2), begin, end)
