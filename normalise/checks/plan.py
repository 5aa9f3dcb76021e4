"""Checks of a plan as a whole: what shows only when its actions are seen beside one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from ingest.model import Note
from ingest.text import squash
from normalise.actions.draft import Draft
from normalise.actions.values import Values

_NOT_WORD = re.compile(r"\W+")
_LONGEST_SLIP = 4
"""Letters: in a word shorter than this a changed letter makes another word."""
_LONG = 8
_MOST_SHARING = 100
"""Names with a word in common; beyond this the word ("officer") tells nothing, and pairs grow too many."""


def check_plan(drafts: Sequence[Draft], values: Sequence[Values]) -> dict[int, list[Note]]:
    """The doubts about each action (by its number in the plan, from 0) that its neighbours raise."""
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for check in (_repeated(drafts), _alone(drafts), _spelt_twice(drafts, values)):
        for number, note in check:
            found[number].append(note)
    return found


def _repeated(drafts: Sequence[Draft]) -> Iterator[tuple[int, Note]]:
    """Actions whose words another has, with the same owner or the same date: a training day of two teams is two."""
    seen: dict[tuple[str, str, str], Draft] = {}
    for number, draft in enumerate(drafts):
        words = _NOT_WORD.sub("", draft.rest.casefold())
        told = [(words, field, squash(draft.text(field)).casefold()) for field in ("lead", "timescale")]
        before = next((seen[key] for key in told if key in seen), None)
        for key in told:
            seen.setdefault(key, draft)
        if words and before is not None:
            yield number, Note(
                "action-repeated", f"The same action stands in {_where(before)} too.",
                "Check whether it is meant twice; both are kept.", "check", draft.place,
            )  # fmt: skip


def _where(draft: Draft) -> str:
    table, row = draft.place.table, draft.place.row
    return f"table {table}, row {row}" if table else f"line {row}"


def _alone(drafts: Sequence[Draft]) -> Iterator[tuple[int, Note]]:
    """Themes with one action, in a plan whose other themes have several."""
    themes = Counter(d.theme for d in drafts if d.theme)
    if len(themes) < 2 or max(themes.values()) < 2:
        return
    for number, draft in enumerate(drafts):
        if themes[draft.theme] == 1:
            yield number, Note(
                "theme-of-one", f"“{' '.join(draft.theme.split())}” has this one action.",
                "Check that its other actions were read, and that it is a theme.", "info", draft.place,
            )  # fmt: skip


def _spelt_twice(drafts: Sequence[Draft], values: Sequence[Values]) -> Iterator[tuple[int, Note]]:
    """Officers whose names differ in a letter or two of one word; the rarer spelling is flagged."""
    names = Counter(name for v in values for o in v.owners for name in {o.person, o.role} if name)
    other = _other_spellings(names)
    for number, (draft, read) in enumerate(zip(drafts, values, strict=True)):
        for name in dict.fromkeys(n for o in read.owners for n in (o.person, o.role) if n in other):
            place = next((p.cell.place for p in draft.of("lead")), draft.place)
            yield number, Note(
                "owner-spelt-twice", f"“{name}” and “{other[name]}” look like one officer spelt in two ways.",
                "Choose one spelling, and correct the other.", "check", place,
            )  # fmt: skip


def _other_spellings(names: Mapping[str, int]) -> dict[str, str]:
    """The commoner spelling of each name that looks like another spelt slightly wrong."""
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-names[n], n)):
        for word in {*name.casefold().split()}:
            sharing[word].append(name)
    found: dict[str, str] = {}
    for group in sharing.values():
        for commoner, rarer in combinations(group, 2) if len(group) <= _MOST_SHARING else ():
            if _alike(commoner, rarer):
                found.setdefault(rarer, commoner)
    return found


def _alike(one: str, other: str) -> bool:
    pairs = list(zip(one.casefold().split(), other.casefold().split(), strict=False))
    unlike = [(a, b) for a, b in pairs if a != b]
    if len(one.split()) != len(other.split()) or len(unlike) != 1:
        return False
    a, b = unlike[0]
    slips = 2 if min(len(a), len(b)) >= _LONG else 1
    return min(len(a), len(b)) >= _LONGEST_SLIP - 1 and a[0] == b[0] and Levenshtein.distance(a, b) <= slips
