"""Automatic numbers: the lists a document defines, and how far each has counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.numerals import numeral
from ingest.readers.from_docx.look import is_on
from ingest.readers.from_docx.names import P_STYLE, RPR, VAL, W
from ingest.readers.from_docx.package import Package
from ingest.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_LONGEST = 100  # characters of a level's text: it is written before every paragraph of the list
_PLACEHOLDER = re.compile(r"%([1-9])")
_ABSTRACT, _NUM, _LVL = W + "abstractNum", W + "num", W + "lvl"
_ABSTRACT_ID, _NUM_ID, _ILVL = W + "abstractNumId", W + "numId", W + "ilvl"
_OVERRIDE, _START_OVERRIDE = W + "lvlOverride", W + "startOverride"
_NUM_STYLE_LINK, _STYLE_LINK = W + "numStyleLink", W + "styleLink"
_FORMAT, _TEXT, _START = W + "numFmt", W + "lvlText", W + "start"
_RESTART, _LEGAL = W + "lvlRestart", W + "isLgl"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it writes. `restart` is the level (from 1) that restarts it."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    font: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it: its levels, what it counts with, and where it starts afresh."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Gives each numbered paragraph its mark, in document order; the definitions are read when first needed."""

    package: Package
    _lists: dict[str, NumberedList] | None = None
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, list_id: str, depth: int | None, style_id: str) -> str:
        """The mark of the next paragraph of a list: its number as Word shows it, or a bullet, or "".

        Without a `depth` the level is the one linked to the paragraph's style, as for numbered headings.
        """
        numbered = self._defined().get(list_id)
        if numbered is None:
            return ""
        if depth is None:
            depth = next((d for d, level in numbered.levels.items() if level.style and level.style == style_id), 0)
        level = numbered.levels.get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts.setdefault(numbered.counter, [None] * _LEVELS)
        self._count(counts, numbered, list_id, depth)
        if level.format == "bullet":
            return bullet(level.text, level.font)
        return _PLACEHOLDER.sub(lambda found: _part(found, counts, numbered, legal=level.legal), level.text).strip()

    def _count(self, counts: list[int | None], numbered: NumberedList, list_id: str, depth: int) -> None:
        """Advance a level and set back those below it that restart after it."""
        current = counts[depth]
        if depth in numbered.starts and (list_id, depth) not in self._begun:
            counts[depth] = numbered.starts[depth]
        else:
            counts[depth] = numbered.levels[depth].start if current is None else current + 1
        self._begun.add((list_id, depth))
        for below in range(depth + 1, _LEVELS):
            restart = numbered.levels[below].restart if below in numbered.levels else None
            if restart is None or depth < restart:
                counts[below] = None

    def _defined(self) -> dict[str, NumberedList]:
        if self._lists is None:
            root = self.package.xml(self.package.related("numbering"))
            self._lists = {} if root is None else _lists(root)
        return self._lists


def _part(found: re.Match[str], counts: list[int | None], numbered: NumberedList, *, legal: bool) -> str:
    """One level's number within a mark; a level that has not counted yet shows its start, a bullet level nothing."""
    depth = int(found.group(1)) - 1
    level = numbered.levels.get(depth, Level())
    value = counts[depth]
    decimal = legal and level.format not in ("bullet", "none", "decimalZero")
    return numeral(level.start if value is None else value, "decimal" if decimal else level.format)


def _lists(root: _Element) -> dict[str, NumberedList]:
    abstracts = {a.get(_ABSTRACT_ID, ""): a for a in root.findall(_ABSTRACT)}
    by_style = {link.get(VAL, ""): a for a in abstracts.values() if (link := a.find(_STYLE_LINK)) is not None}
    lists = {}
    for num in root.findall(_NUM):
        named = num.find(_ABSTRACT_ID)
        abstract = None if named is None else abstracts.get(named.get(VAL, ""))
        if abstract is None:
            continue
        link = abstract.find(_NUM_STYLE_LINK)
        if link is not None:
            abstract = by_style.get(link.get(VAL, ""), abstract)
        lists[num.get(_NUM_ID, "")] = _list(num, abstract)
    return lists


def _list(num: _Element, abstract: _Element) -> NumberedList:
    levels = _levels(abstract)
    starts: dict[int, int] = {}
    for override in num.findall(_OVERRIDE):
        levels.update(_levels(override))
        start = override.find(_START_OVERRIDE)
        depth = _number(override.get(_ILVL), -1)
        if start is not None and depth >= 0:
            starts[depth] = _number(start.get(VAL), 1)
    return NumberedList(abstract.get(_ABSTRACT_ID, ""), levels, starts)


def _levels(parent: _Element) -> dict[int, Level]:
    return {_number(element.get(_ILVL), 0): _level(element) for element in parent.findall(_LVL)}


def _level(element: _Element) -> Level:
    values = {tag: found.get(VAL, "") for tag in (_FORMAT, _TEXT, _START, _RESTART, P_STYLE)
              if (found := element.find(f".//{tag}")) is not None}  # fmt: skip
    fonts = element.find(f"{RPR}/{W}rFonts")
    return Level(
        format=values.get(_FORMAT, "decimal"),
        text=values.get(_TEXT, "")[:_LONGEST],
        start=_number(values.get(_START), 0),
        restart=_number(values[_RESTART], 0) if _RESTART in values else None,
        legal=is_on(element.find(_LEGAL)),
        font="" if fonts is None else fonts.get(W + "ascii", ""),
        style=values.get(P_STYLE, ""),
    )


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.lstrip("-").isdecimal() and len(value) < 10 else otherwise
