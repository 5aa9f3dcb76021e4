"""Every way a council is named: official and short names, with the kind of council about them, initials, domains."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from normalise.values.councils.register import Council, load_register
from normalise.values.councils.words import keys_of

Keys = tuple[str, ...]
Names = dict[Keys, tuple[Council, ...]]
_SMALL = {"and", "of", "the", "upon", "on", "in"}
_KINDS = (
    "metropolitan borough council", "metropolitan district council", "county borough council", "county council",
    "city council", "borough council", "district council", "council",
)  # fmt: skip
_OF = {"borough council": "borough of", "city council": "city of", "district council": "district of"}
_LONDON = ("london borough of", "lb of", "lb", "royal borough of")


@cache
def council_words() -> dict[str, Any]:
    """The words of normalise/data/councils.toml."""
    return tomllib.loads((resources.files("normalise") / "data" / "councils.toml").read_text(encoding="utf-8"))


@cache
def full_names() -> Names:
    """Names that say "council" in some way, each with the authorities it may mean; combined authorities left out."""
    return _gather((name, c) for c in councils() for name in _full(c))


@cache
def short_names() -> Names:
    """Names of places that are short names of councils."""
    return _gather((name, c) for c in councils() for name in _shorts(c))


@cache
def councils() -> tuple[Council, ...]:
    """The authorities that may own a plan here: a combined authority is named by no council column."""
    return tuple(c for c in load_register() if c.kind != "combined")


@cache
def initials_of(council: Council) -> frozenset[str]:
    """The initials a council goes by: TRDC for Three Rivers District Council; three letters at least."""
    found = {_initials(name) for name in (council.name, *council.names, *_typed(council)) if _says_council(name)}
    return frozenset(i for i in found if len(i) > 2)


@cache
def domain_labels() -> dict[str, tuple[Council, ...]]:
    """The label before .gov.uk (or .gov.wales, .llyw.cymru) with the councils that may own it."""
    return {"".join(k): v for k, v in _gather((d, c) for c in councils() for d in _labels(c)).items()}


def is_ambiguous(name: Keys) -> bool:
    """Whether a short name is also a common word or a person's name."""
    return name in _ambiguous()


@cache
def _ambiguous() -> frozenset[Keys]:
    return frozenset(keys_of(n) for n in council_words()["bare"]["ambiguous"])


def _full(council: Council) -> Iterator[str]:
    yield council.name
    yield council.name.removeprefix("The ")
    yield from (name for name in council.names if _says_council(name))
    yield from _typed(council)


def _typed(council: Council) -> Iterator[str]:
    """The short name with the kind of council after or before it, in full and cut short."""
    words = council_words()
    kinds = _kinds_in_names(council)
    typed = {*kinds, "council", *(f"{k} council" for k in words["kinds"].get(council.kind, ()))}
    for short in _shorts(council):
        for middle in typed:
            yield f"{short} {middle}"
            yield from (f"{short} {cut}" for cut in words["abbreviations"].get(middle, ()))
        for opening in (_OF[kind] for kind in kinds if kind in _OF):
            yield f"{opening} {short} council"
            yield f"{opening} {short}"
        if council.kind == "london":
            yield from (f"{opening} {short}" for opening in _LONDON)
        if council.kind == "metropolitan":
            yield f"metropolitan borough of {short}"
            yield f"{short} mbc"


def _kinds_in_names(council: Council) -> tuple[str, ...]:
    """What a council calls itself now, and called itself: a borough by a longer or a shorter name is one in short."""
    names = (council.name, *(n for n in council.names if n.startswith(council.short) and _says_council(n)))
    kinds = dict.fromkeys(kind for name in names if (kind := _kind_in_name(name)))
    bare = council.kind == "metropolitan" and set(kinds) == {"council"} and "city" not in keys_of(council.name)
    longer = {"metropolitan borough council", "county borough council"} & set(kinds)
    return (*kinds, "borough council") if (bare or longer) and "borough council" not in kinds else tuple(kinds)


def _shorts(council: Council) -> Iterator[str]:
    """Its short names, also with its county cut short: East Hertfordshire and East Herts."""
    for short in (council.short, *council.names):
        if short and not _says_council(short):
            yield short
            before, _, county = short.rpartition(" ")
            if before and (cut := council_words()["counties"].get(county.lower())):
                yield f"{before} {cut}"


def _kind_in_name(name: str) -> str:
    keys = " ".join(keys_of(name))
    return next((k for k in _KINDS if keys.endswith(k)), "city council" if keys.startswith("city of") else "")


def _says_council(name: str) -> bool:
    keys = keys_of(name)
    return bool({"council", "borough", "cyngor", "comhairle", "corporation", "mbc", "mdc"} & set(keys))


def _labels(council: Council) -> Iterator[str]:
    yield from council.domains
    if not council.domains:
        yield "".join(keys_of(council.short))


def _initials(name: str) -> str:
    return "".join(k[0] for k in keys_of(name) if k not in _SMALL).upper()


def _gather(pairs: Iterable[tuple[str, Council]]) -> Names:
    found: dict[Keys, dict[Council, None]] = {}
    for name, council in pairs:
        found.setdefault(keys_of(name), {})[council] = None
    found.pop((), None)
    return {keys: tuple(members) for keys, members in found.items()}
