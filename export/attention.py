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
_OUTCOMES = {
    "refused": ("A file could not be read", "{n} files could not be read"),
    "set_aside": ("A file was set aside", "{n} files were set aside"),
    "partly_read": ("A file was read only in part", "{n} files were read only in part"),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of thing to look at: how much it matters, what it is in a sentence, how many, what to do, examples."""

    code: str
    severity: str
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
    one, several = _said(code, rows[0])
    what = one if len(rows) == 1 else several.format(n=f"{len(rows):,}")
    return Matter(code, severity, f"{what}.", len(rows), str(rows[0]["suggestion"] or ""), _examples(rows))


def _said(code: str, first: Row) -> tuple[str, str]:
    told = _OUTCOMES.get(code) or _sentences().get(code)
    if told:
        return told
    words = code.replace("-", " ").replace("_", " ").capitalize()
    message = str(first.get("message") or "").rstrip(".")
    guarded = message.replace("{", "{{").replace("}", "}}")
    return f"{words}: {message}", f"{words}, {{n}} times; the first: {guarded}"


def _examples(rows: list[Row]) -> tuple[Row, ...]:
    by_file: dict[object, Row] = {}
    for row in rows:
        by_file.setdefault(row["source_file"], row)
    spread = list(by_file.values())[:EXAMPLES]
    more = (row for row in rows if not any(row is chosen for chosen in spread))
    chosen = [*spread, *(row for _, row in zip(range(EXAMPLES - len(spread)), more, strict=False))]
    return tuple(chosen)


@cache
def _sentences() -> dict[str, tuple[str, str]]:
    said = tomllib.loads(files(__package__).joinpath("attention.toml").read_text(encoding="utf-8"))
    return {code: (pair[0], pair[1]) for code, pair in said.items()}
