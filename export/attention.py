"""What needs attention: one line for each kind of problem, worst first, with how many, examples and what to do.

After the manner of CoVE, 360Giving's checker, whose users act on what it says.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from normalise.rows import Row

EXAMPLES = 3
_RANK = {"problem": 0, "check": 1, "info": 2}
_OUTCOMES = ("refused", "set_aside", "partly_read")
"""What may become of a file that somebody should look at."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of a kind of thing: its title, a sentence for one and for several ({n}), and what to do."""

    title: str
    one: str
    several: str
    todo: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of thing to look at: how much it matters, its title, what it is in a sentence, how many, what to do."""

    code: str
    severity: str
    title: str
    what: str
    count: int
    todo: str
    examples: tuple[Row, ...]


def matters(review: Iterable[Row], read: Iterable[Row]) -> tuple[Matter, ...]:
    """Sum up the rows of review.csv and of files.csv by kind: worst first, then most frequent.

    Rows about a file that could not be read count as problems. Each matter carries its first three rows, from
    different files where there are some.
    """
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in read:
        if row["outcome"] in _OUTCOMES:
            groups["problem", str(row["outcome"])].append(row)
    for row in review:
        groups[str(row["severity"]), str(row["code"])].append(row)
    found = (_matter(code, severity, rows) for (severity, code), rows in groups.items())
    return tuple(sorted(found, key=lambda m: (_RANK.get(m.severity, 1), -m.count, m.code)))


def _matter(code: str, severity: str, rows: list[Row]) -> Matter:
    said = kinds().get(code) or _unknown(code, rows[0])
    what = said.one if len(rows) == 1 else said.several.format(n=f"{len(rows):,}")
    return Matter(code, severity, said.title, f"{what}.", len(rows), said.todo, _examples(rows))


def _unknown(code: str, first: Row) -> Kind:
    words = code.replace("-", " ").replace("_", " ").capitalize()
    message = str(first.get("message") or "").rstrip(".")
    guarded = message.replace("{", "{{").replace("}", "}}")
    several = f"{words}, {{n}} times; the first: {guarded}"
    return Kind(words, f"{words}: {message}", several, str(first["suggestion"] or ""))


def _examples(rows: list[Row]) -> tuple[Row, ...]:
    by_file: dict[object, Row] = {}
    for row in rows:
        by_file.setdefault(row["source_file"], row)
    spread = list(by_file.values())[:EXAMPLES]
    more = (row for row in rows if not any(row is chosen for chosen in spread))
    chosen = [*spread, *(row for _, row in zip(range(EXAMPLES - len(spread)), more, strict=False))]
    return tuple(chosen)


@cache
def kinds() -> dict[str, Kind]:
    """What is said of each kind of thing to look at, by its code, from `attention.toml`."""
    said = tomllib.loads(files(__package__).joinpath("attention.toml").read_text(encoding="utf-8"))
    return {code: Kind(**parts) for code, parts in said.items()}
