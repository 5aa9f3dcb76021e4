"""The old Word converter's formatting, looked up for one character after another.

The library searches all runs anew for every character, and compares sixty properties with those of the character
before. Characters mostly stand in the run of the one before, with the very same properties: both are asked first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from doc2docx.model import CharacterProperties, ParagraphProperties
    from doc2docx.msdoc.formatting import CharacterFormatSpan, ParagraphFormatSpan

_Properties = TypeVar("_Properties")


class Formatting:
    """As the library's `FormattingMap`."""

    character_fkp_run_count = paragraph_fkp_run_count = 0

    def __init__(self, runs: Iterable[CharacterFormatSpan], paragraphs: Iterable[ParagraphFormatSpan]) -> None:
        from doc2docx.model import ParagraphProperties

        self.character_spans = tuple(runs)
        self.paragraph_spans = tuple(paragraphs)
        kept = _each_once(span.properties for span in self.character_spans)
        found = [(s.cp_start, s.cp_end, kept[id(s.properties)]) for s in self.character_spans]
        self.character_properties_at: Callable[[int], CharacterProperties] = _lookup(found, _comparable()())
        self.paragraph_properties_at: Callable[[int], ParagraphProperties] = _lookup(
            [(s.cp_start, s.cp_end, s.properties) for s in self.paragraph_spans], ParagraphProperties()
        )


def _lookup(spans: list[tuple[int, int, _Properties]], nothing: _Properties) -> Callable[[int], _Properties]:
    """What holds at a character; `nothing` between the spans."""
    starts = [start for start, _, _ in spans]
    low = high = 0
    last = nothing

    def at(cp: int) -> _Properties:
        nonlocal low, high, last
        if low <= cp < high:
            return last
        place = bisect_right(starts, cp) - 1
        if place < 0 or cp >= spans[place][1]:
            return nothing
        low, high, last = spans[place]
        return last

    return at


def _each_once(found: Iterable[CharacterProperties]) -> dict[int, CharacterProperties]:
    """By the identity of properties, those that stand for all that are equal to them."""
    equal: dict[CharacterProperties, CharacterProperties] = {}
    kept: dict[int, CharacterProperties] = {}
    for properties in found:
        if id(properties) not in kept:
            kept[id(properties)] = equal.setdefault(properties, _comparable().of(properties))
    return kept


@cache
def _comparable() -> Any:
    """Properties of characters that are compared in full only where they are not the very same."""
    from doc2docx.model import CharacterProperties

    class Comparable(CharacterProperties):
        __slots__ = ()

        @classmethod
        def of(cls, other: CharacterProperties) -> Comparable:
            return cls(**{field.name: getattr(other, field.name) for field in fields(other)})

        def __eq__(self, other: object) -> bool:
            return self is other or (isinstance(other, CharacterProperties) and astuple(self) == astuple(other))

        def __hash__(self) -> int:
            return super().__hash__()

    return Comparable
