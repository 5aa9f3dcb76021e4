"""The same plan in two formats: found by its actions, so that it can be counted once."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import chain
from math import ceil

from normalise.model import Review
from normalise.repeats import may_repeat
from normalise.rows import Row, Tables

CODE = "likely-twin"
_ALIKE = 0.8
_FEWEST = 3
_NOT_WORD = re.compile(r"\W+")


def keys_of(texts: Iterable[str]) -> array[int]:
    """What the texts of a plan's actions are known again by, each once: numbers of 64 bits, in order.

    Spacing, case and punctuation make no difference.
    """
    return array("Q", sorted({_key(text) for text in texts}))


def find_twins(plans: Sequence[Sequence[int]]) -> dict[int, int]:
    """Of plans given by the keys of their actions, those that repeat an earlier one, by number, with its number.

    Two plans are twins when four in five of the actions of each are in the other and they have three or more.
    """
    holders = _Holders()
    shared = may_repeat(chain.from_iterable(plans), sum(map(len, plans)))
    found: dict[int, int] = {}
    for number, keys in enumerate(plans):
        twin = _twin(keys, plans, holders)
        if twin is not None:
            found[number] = twin
            continue
        for key in filter(shared, keys):
            holders.add(key, number)
    return found


class _Holders:
    """Which plans have an action that stands in more than one: nearly none does, and there may be millions."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def add(self, key: int, number: int) -> None:
        if self._first.setdefault(key, number) != number:
            self._more.setdefault(key, []).append(number)

    def of(self, key: int) -> tuple[int, ...]:
        first = self._first.get(key)
        return () if first is None else (first, *self._more.get(key, ()))


def flag_twin(tables: Tables, source_file: str, first: str) -> Tables:
    """A plan's tables with the note that it repeats the plan of the file `first`, its actions flagged too."""
    message = f"This looks like the same plan as {first}; summaries count it once, under that name."
    note = Review(
        source_file, None, None, None, None, CODE, "check", message,
        "Keep one of the two files in the folder, or leave both if they really differ.",
    )  # fmt: skip
    return {**tables, "actions": [_flagged(a) for a in tables["actions"]], "review": [asdict(note), *tables["review"]]}


def _twin(keys: Sequence[int], plans: Sequence[Sequence[int]], holders: _Holders) -> int | None:
    """The earlier plan most like this one, if one is like enough; of several the first."""
    if len(keys) < _FEWEST:
        return None
    mine = set(keys)
    shared = {n: len(mine.intersection(plans[n])) for n in _candidates(keys, holders)}
    alike = [(-count, n) for n, count in shared.items() if count >= _ALIKE * max(len(keys), len(plans[n]))]
    return min(alike)[1] if alike else None


def _candidates(keys: Sequence[int], holders: _Holders) -> set[int]:
    """The plans that may be twins: each of them has one of any fifth of the keys, so the rarest are enough to ask."""
    rare = sorted(keys, key=lambda key: len(holders.of(key)))
    asked = rare[: len(keys) - ceil(_ALIKE * len(keys)) + 1]
    return {number for key in asked for number in holders.of(key)}


def _key(text: str) -> int:
    words = _NOT_WORD.sub("", text.casefold())
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=8).digest())


def _flagged(action: Row) -> Row:
    codes = action["review"]
    assert isinstance(codes, tuple)
    return {**action, "review": (*codes, CODE)}
