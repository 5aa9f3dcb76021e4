"""What needs attention: one line for each kind of problem, worst first, with how many, examples and what to do.

After the manner of CoVE, 360Giving's checker, whose users act on what it says.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from normalise.checks.gathering import GATHERED
from normalise.rows import Row, Value

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


def matters(review: Iterable[Row], read: Iterable[Row], actions: Iterable[Row] = ()) -> tuple[Matter, ...]:
    """Sum up the rows of review.csv and of files.csv by kind: worst first, then most frequent.

    Where one row may speak of many actions, those that carry its code are counted; doubts about tables and files are
    not told by how many actions they touch.

    Rows about a file that could not be read count as problems. Each matter carries its first three rows, from
    different files where there are some.
    """
    groups: dict[tuple[str, str], _Group] = defaultdict(_Group)
    for row in read:
        if row["outcome"] in _OUTCOMES:
            groups["problem", str(row["outcome"])].add(row)
    for row in review:
        groups[str(row["severity"]), str(row["code"])].add(row)
    carried = Counter(code for row in actions for code in _listed(row["review"]) if code in GATHERED)
    found = (_matter(code, severity, group, carried[code]) for (severity, code), group in groups.items())
    return tuple(sorted(found, key=lambda m: (_RANK.get(m.severity, 1), -m.count, m.code)))


class _Group:
    """The rows of one kind: how many, and the few that examples are taken from."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[Row] = []
        self._by_file: dict[object, Row] = {}

    def add(self, row: Row) -> None:
        self.count += 1
        if len(self.first) < EXAMPLES:
            self.first.append(row)
        if len(self._by_file) < EXAMPLES:
            self._by_file.setdefault(row["source_file"], row)

    @property
    def examples(self) -> tuple[Row, ...]:
        """Rows of different files first."""
        spread = list(self._by_file.values())
        more = [row for row in self.first if not any(row is chosen for chosen in spread)]
        return (*spread, *more[: EXAMPLES - len(spread)])


def _listed(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _matter(code: str, severity: str, rows: _Group, carried: int) -> Matter:
    said = kinds().get(code) or _unknown(code, rows.first[0])
    count = max(rows.count, carried)
    what = said.one if count == 1 else said.several.format(n=f"{count:,}")
    return Matter(code, severity, said.title, f"{what}.", count, said.todo, rows.examples)


def _unknown(code: str, first: Row) -> Kind:
    words = code.replace("-", " ").replace("_", " ").capitalize()
    message = str(first.get("message") or "").rstrip(".")
    guarded = message.replace("{", "{{").replace("}", "}}")
    several = f"{words}, {{n}} times; the first: {guarded}"
    return Kind(words, f"{words}: {message}", several, str(first["suggestion"] or ""))


@cache
def kinds() -> dict[str, Kind]:
    """What is said of each kind of thing to look at, by its code, from `attention.toml`."""
    said = tomllib.loads(files(__package__).joinpath("attention.toml").read_text(encoding="utf-8"))
    return {code: Kind(**parts) for code, parts in said.items()}
