"""The patterns of the package, and where two repeats in one of them may share a run of white space."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import normalise

_parser: Any = importlib.import_module("re._parser")
_codes: Any = importlib.import_module("re._constants")
_PROBES = " \n"
_YIELDING = (_codes.MAX_REPEAT, _codes.MIN_REPEAT)


def compiled() -> dict[re.Pattern[str], str]:
    """Every pattern that a module of the package holds, with its name."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(normalise.__path__, "normalise."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found.setdefault(value, f"{module.name}.{name}")
    return found


def shares_space(pattern: re.Pattern[str]) -> bool:
    """Whether two repeats without bounds, with nothing between them that must be there, both take a space.

    A long run of spaces can then be divided between them in as many ways as it has spaces, for each place it is tried.
    """
    return any(_shared(run) for run in _runs(_parser.parse(pattern.pattern, pattern.flags)))


def _runs(sequence: Iterable[Any]) -> Iterator[list[Any]]:
    """The items of a sequence and of all within it, cut after each that must match something."""
    run: list[Any] = []
    for code, value in sequence:
        run.append((code, value))
        if not _may_be_nothing(code, value):
            yield run
            run = [(code, value)]
        for inner in _within(code, value):
            yield from _runs(inner)
    yield run


def _within(code: Any, value: Any) -> Iterable[Any]:
    if code in (*_YIELDING, _codes.POSSESSIVE_REPEAT):
        return (value[2],)
    if code is _codes.SUBPATTERN:
        return (value[3],)
    if code in (_codes.ASSERT, _codes.ASSERT_NOT):
        return (value[1],)
    return tuple(value[1]) if code is _codes.BRANCH else ()


def _may_be_nothing(code: Any, value: Any) -> bool:
    if code in (*_YIELDING, _codes.POSSESSIVE_REPEAT) and value[0] == 0:
        return True
    if code in (_codes.ASSERT, _codes.ASSERT_NOT, _codes.AT):
        return True
    return code is _codes.SUBPATTERN and value[3].getwidth()[0] == 0


def _shared(run: list[Any]) -> bool:
    repeats = [v[2] for c, v in run if c in _YIELDING and v[1] is _codes.MAXREPEAT and len(v[2]) == 1]
    return any(_spaces(one) & _spaces(other) for one, other in pairwise(repeats))


def _spaces(repeated: Any) -> set[str]:
    """The white space that a repeat of one set of characters takes."""
    code, value = repeated[0]
    if code is _codes.ANY:
        return {" "}
    if code in (_codes.LITERAL, _codes.NOT_LITERAL):
        return {p for p in _PROBES if (ord(p) == value) is (code is _codes.LITERAL)}
    if code is not _codes.IN:
        return set()
    taken = {probe for probe in _PROBES if any(_takes(item, probe) for item in value)}
    return set(_PROBES) - taken if value[0][0] is _codes.NEGATE else taken


def _takes(item: Any, probe: str) -> bool:
    code, value = item
    if code is _codes.LITERAL:
        return bool(ord(probe) == value)
    if code is _codes.RANGE:
        return bool(value[0] <= ord(probe) <= value[1])
    spacious = (_codes.CATEGORY_SPACE, _codes.CATEGORY_NOT_DIGIT, _codes.CATEGORY_NOT_WORD)
    return code is _codes.CATEGORY and value in spacious
