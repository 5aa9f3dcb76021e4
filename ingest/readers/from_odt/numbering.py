"""Automatic numbers of lists and headings (ODF 1.3 part 3, 5.3, 16.31–16.37), and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.numerals import numeral
from ingest.opendocument import q

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVEL = q("text:level")
_NUMBERS = (q("text:list-level-style-number"), q("text:outline-level-style"))
_BULLETS = (q("text:list-level-style-bullet"), q("text:list-level-style-image"))
_OUTLINE = q("text:outline-style")
_PART = re.compile(r"%(\d{1,2})%")
_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero",
}  # fmt: skip
_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked; `pattern` has %1% for the first level's number, and so on."""

    pattern: str = ""
    style: str = ""
    start: int = 1


@dataclass(slots=True)
class Counters:
    """The numbers a list has come to, by level."""

    at: dict[int, int] = field(default_factory=dict)

    def step(self, level: int, start: int) -> None:
        """Count one more item at this level; deeper levels begin anew."""
        self.at[level] = self.at[level] + 1 if level in self.at else start
        for deeper in [known for known in self.at if known > level]:
            del self.at[deeper]


class Numbering:
    """The list styles of a document and the numbers its lists have come to."""

    def __init__(self, *roots: _Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._by_id: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}
        self._outline = Counters()
        for root in roots:
            for element in () if root is None else root.iter(q("text:list-style"), _OUTLINE):
                name = "" if element.tag == _OUTLINE else element.get(q("style:name"), "")
                self._levels[name] = {level: read for level, read in map(_level, element) if read is not None}

    def begun(self, element: _Element, style: str) -> Counters:
        """The counters of a list: those of the one it continues, else new ones."""
        counters = None
        if element.get(q("text:continue-list")):
            known = self._by_id.get(element.get(q("text:continue-list"), ""))
            counters = known or self._by_style.get(style)  # the list named may be nowhere: then the last of this style
        elif element.get(q("text:continue-numbering")) == "true":
            counters = self._by_style.get(style)
        counters = counters or Counters()
        self._by_style[style] = counters
        self._by_id[element.get(q("xml:id"), "")] = counters
        return counters

    def mark(self, style: str, level: int, counters: Counters, start: int | None = None) -> str:
        """The mark of the next item of a list at this level: its number, "•", or "" where it has none."""
        levels = self._levels.get(style, {})
        here = levels.get(level)
        if here is None or (here.style in ("", "bullet")):
            counters.step(level, 1)
            return "•" if here is not None and here.style == "bullet" else ""
        if start is not None:
            counters.at.pop(level, None)
        counters.step(level, here.start if start is None else start)

        def number(found: re.Match[str]) -> str:
            other = int(found.group(1))
            kind = levels.get(other, here)
            return numeral(counters.at.get(other, kind.start), _STYLES.get(kind.style, "none"))

        return _PART.sub(number, here.pattern).strip()

    def heading(self, level: int) -> str:
        """The number of the next heading of this outline level, "" where headings have none."""
        return self.mark("", level, self._outline)


def _level(element: _Element) -> tuple[int, Level | None]:
    level = int(element.get(_LEVEL, "1"))
    if element.tag in _BULLETS:
        return level, Level(style="bullet")
    if element.tag not in _NUMBERS:
        return level, None
    style = element.get(q("style:num-format"), "")
    pattern = element.get(q("loext:num-list-format")) or _pattern(element, level)
    return level, Level(pattern, style, int(element.get(q("text:start-value"), "1")))


def _pattern(element: _Element, level: int) -> str:
    shown = min(int(element.get(q("text:display-levels"), "1")), level, _MOST_SHOWN)
    numbers = ".".join(f"%{number}%" for number in range(level - shown + 1, level + 1))
    return element.get(q("style:num-prefix"), "") + numbers + element.get(q("style:num-suffix"), "")
