"""Headings read against header rows with known answers: right, doubtful, wrong; calibration; cost.

`python -m bench.headings` prints the figures as Markdown (`-v` adds every column that is not right). The real rows
lie beside the checkout (../shared); where they are absent only the rows written for this project are measured.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.header_rows import HeaderRow, documents, listed, own, unseen
from normalise.headings import LINE, Decision, decide
from normalise.headings.lexicon import Lexicon, Phrase, compiled, known, sections
from normalise.headings.repair import mended
from normalise.headings.wording import words

BANDS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)
ROUNDS = 5
NOT_SEEN = """## Rows not seen before

Written from knowledge of how public bodies word their plans, kept away until the rules stood, then read once. With
cells of their own, three for each column; "one mould": the cells are instead drawn from a few for each field.

| first reading | columns | right | wrong, not flagged | one mould: right | wrong |
|---|---|---|---|---|---|
| two sets, before words had parts to play | 518, 116 | .923, .836 | .023, .026 | | |
| ordinary, before | 387 | .956 | .005 | .994 | .000 |
| quaint, before | 97 | .794 | .031 | .921 | .014 |
| ordinary, half-way | 243 | .951 | .000 | .997 | .000 |
| **ordinary, after** | 247 | **.960** | **.008** | **.992** | **.000** |
| **quaint, after** | 99 | **.889** | **.010** | **.980** | **.000** |
| ordinary and quaint, after learning from all before | 89 | .921 | .011 | .966 | .000 |

Of the last three rows, 435 columns, how sure and how often right at the first reading:

| said | columns | mean said | right |
|---|---|---|---|
| 0.00–0.50 | 5 | 0.43 | 0.20 |
| 0.50–0.70 | 30 | 0.62 | 0.60 |
| 0.70–0.80 | 15 | 0.75 | 0.87 |
| 0.80–0.86 | 43 | 0.84 | 0.93 |
| 0.86–0.90 | 7 | 0.88 | 0.71 |
| 0.90–0.95 | 11 | 0.92 | 0.91 |
| 0.95–0.98 | 27 | 0.96 | 0.96 |
| 0.98–1.00 | 297 | 1.00 | 0.99 |

The same rows as they are read now stand above as "unseen before".

No word embedding is used. Vectors of 20,000 words (the smallest that a package ships: 33 MB, Python 3.12 or later)
were tried on the 68 words of these rows that no wording holds: the nearest known word was of another kind for nearly
all (landlord: commencement, subgroup: monitored), so they do not earn their weight.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one column was decided, against the fields that are accepted for it."""

    row: str
    heading: str
    accepted: frozenset[str]
    decision: Decision

    @property
    def right(self) -> bool:
        """Whether it was mapped to an accepted field."""
        return self.decision.field in self.accepted

    @property
    def verdict(self) -> str:
        """`right`; `unsure` where it is left unmapped or flagged for a person; else `wrong`."""
        unsure = self.decision.doubtful or self.decision.field in ("", "other")
        return "right" if self.right else "unsure" if unsure else "wrong"


def without_own(row: HeaderRow, rows: Sequence[HeaderRow]) -> Lexicon:
    """The lexicon without each wording that equals a heading of this row and of no other."""
    wordings = _wordings(row)
    others = frozenset[Phrase]().union(*(w for r in rows if (w := _wordings(r)) != wordings))
    return compiled(sections(), wordings - others)


def _wordings(row: HeaderRow) -> frozenset[Phrase]:
    return frozenset(mended(words(c.heading), known().vocabulary) for c in row.columns)


def outcomes(rows: Sequence[HeaderRow], crossed: Sequence[HeaderRow] = ()) -> Iterator[Outcome]:
    """Decide every row; where rows to cross with are given, without the wordings that only the row itself has."""
    for row in rows:
        lexicon = without_own(row, crossed) if crossed else known()
        decisions = decide(row.columns, lexicon=lexicon)
        for column, accepted, decision in zip(row.columns, row.accepted, decisions, strict=True):
            yield Outcome(row.name, column.heading, accepted, decision)


def tried() -> dict[str, list[Outcome]]:
    """Every set of rows decided, by its title; crossed ones are decided without the row's own wordings."""
    lines, mine, new = listed(), own(), unseen()
    sets = {
        "Word files": documents(), "listed, headings alone": lines, "written for this project": mine,
        "unseen before": new,
    }  # fmt: skip
    found: dict[str, list[Outcome]] = {}
    for (title, rows), crossed in zip(sets.items(), (lines, lines, mine, new), strict=True):
        if rows:
            found[title] = list(outcomes(rows))
            found[f"{title}, own wordings left out"] = list(outcomes(rows, crossed))
    return found


def summary(found: dict[str, list[Outcome]]) -> Iterator[str]:
    """A Markdown table: for each set how many columns were right, unsure, wrong and flagged."""
    yield "| header rows | columns | right | unsure | wrong, not flagged | flagged |"
    yield "|---|---|---|---|---|---|"
    for title, listed_outcomes in found.items():
        verdicts = Counter(o.verdict for o in listed_outcomes)
        flagged = sum(o.decision.doubtful for o in listed_outcomes)
        n = len(listed_outcomes)
        shares = " | ".join(f"{verdicts[v] / n:.3f}" for v in ("right", "unsure", "wrong"))
        yield f"| {title} | {n} | {shares} | {flagged / n:.3f} |"


def calibration(found: Iterable[Outcome]) -> Iterator[str]:
    """A Markdown table: how sure decisions said they were, against how many were right. Blank columns do not count."""
    yield "| said | columns | mean said | right |"
    yield "|---|---|---|---|"
    decided = [o for o in found if o.decision.field]
    for low, high in pairwise(BANDS):
        band = [o for o in decided if low <= o.decision.confidence < high]
        if band:
            said = sum(o.decision.confidence for o in band) / len(band)
            right = sum(o.right for o in band) / len(band)
            yield f"| {low:.2f}–{min(high, 1.0):.2f} | {len(band)} | {said:.2f} | {right:.2f} |"


def misses(found: dict[str, list[Outcome]]) -> Iterator[str]:
    """One line for each column that is not right."""
    for title, listed_outcomes in found.items():
        for o in listed_outcomes:
            if not o.right:
                d = o.decision
                taken = f"{d.field} {d.confidence}, then {d.second}; {d.why}"
                yield f"{o.verdict} ({title}) {o.row[:12]!r} {o.heading[:50]!r}: {taken}"


def cost(rows: Sequence[HeaderRow]) -> float:
    """CPU milliseconds per column."""
    start = time.process_time()
    for _ in range(ROUNDS):
        for row in rows:
            decide(row.columns)
    return (time.process_time() - start) * 1000 / ROUNDS / sum(len(row.columns) for row in rows)


def main() -> None:
    """Print the figures as Markdown."""
    found = tried()
    print("# Headings\n\nPrinted by `python -m bench.headings`.\n")
    print("\n".join(summary(found)))
    print(f"\nFlagged are decisions said to be less than {LINE:.0%} sure.\n\n## How sure, and how often right\n")
    real = [o for title, listed_outcomes in found.items() if title.startswith("listed") for o in listed_outcomes]
    for title, pool in (("Listed header rows, headings alone", real), ("All", [o for x in found.values() for o in x])):
        if pool:
            print(f"{title}:\n")
            print("\n".join(calibration(pool)), end="\n\n")
    print(NOT_SEEN)
    print(f"Cost: {cost(documents() or own()):.2f} ms CPU for each column.")
    if "-v" in sys.argv:
        print("\n".join(misses(found)))


if __name__ == "__main__":
    main()
