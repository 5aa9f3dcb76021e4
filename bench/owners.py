"""Owners, partners and councils read against cells and titles with known answers, and what a cell costs.

`python -m bench.owners` prints the figures as Markdown (`-v` adds each cell that is not right). The real cells lie
beside the checkout (../shared); where they are absent only what was written for this project is measured.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateutil import parser as dateutil

from bench.made_owners import made_cells
from normalise.values.councils import CouncilTexts, find_council
from normalise.values.councils.register import load_register
from normalise.values.owners import Names, learn_names, read_owners
from normalise.values.partners import read_partners

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TESTS = ROOT / "tests" / "normalise" / "values"
ROUNDS = 5
Parts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A cell with the owners it names."""

    text: str
    owners: frozenset[Parts]


@dataclass(frozen=True, slots=True)
class Tried:
    """A known cell with the owners that were read."""

    known: Known
    read: frozenset[Parts]

    @property
    def people_right(self) -> bool:
        """Whether the same people are named."""
        return {p for p, _, _ in self.read if p} == {p for p, _, _ in self.known.owners if p}

    @property
    def all_right(self) -> bool:
        """Whether people, roles and organisations are the same."""
        return self.read == self.known.owners


def real_cells() -> list[Known]:
    """The real cells beside the checkout."""
    path = SHARED / "data" / "owners.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]] if path.exists() else []
    return [Known(text.replace("\\n", "\n"), frozenset(map(_answer, json.loads(owners)))) for text, owners in rows]


def _answer(owner: dict[str, str]) -> Parts:
    return _plain(owner.get(part, "") for part in ("person", "role", "organisation"))


def invented_cells() -> list[Known]:
    """The cells written for the tests."""
    found = []
    for text, answer in _rows("owners/cells.tsv"):
        owners = (part.split("|") for part in answer.split(" + ") if part)
        found.append(Known(text, frozenset(_plain(o) for o in owners)))
    return found


def generated_cells() -> list[Known]:
    """Cells made by rule."""
    return [Known(cell.text, frozenset(_plain(o) for o in cell.owners)) for cell in made_cells(2000)]


def tried(cells: Iterable[Known], names: Names) -> list[Tried]:
    """Every cell read."""
    found = []
    for known in cells:
        owners, _ = read_owners(known.text, names)
        found.append(Tried(known, frozenset(_plain((o.person, o.role, o.organisation)) for o in owners)))
    return found


def owner_figures(sets: dict[str, list[Tried]]) -> Iterator[str]:
    """A Markdown table: how many cells are right in people, and in all three parts."""
    yield "| owner cells | cells | people right | all three parts right |\n|---|---|---|---|"
    for title, outcomes in sets.items():
        if outcomes:
            people = sum(t.people_right for t in outcomes) / len(outcomes)
            whole = sum(t.all_right for t in outcomes) / len(outcomes)
            yield f"| {title} | {len(outcomes)} | {people:.3f} | {whole:.3f} |"


def partner_figures() -> Iterator[str]:
    """A Markdown table: how many partner cells give exactly the list."""
    cells = [(text, [p for p in answer.split(" + ") if p]) for text, answer in _rows("partner_cells.tsv")]
    sets = {"written for this project": cells, "real plans": _real_partners()}
    yield "| partner cells | cells | exact |\n|---|---|---|"
    for title, known in sets.items():
        if known:
            right = sum(list(read_partners(text)) == partners for text, partners in known)
            yield f"| {title} | {len(known)} | {right / len(known):.3f} |"


def council_figures() -> Iterator[str]:
    """A Markdown table: how many councils of the register are found by each way of naming them."""
    councils = [c for c in load_register() if c.kind != "combined"]
    ways: dict[str, Callable[[str], CouncilTexts]] = {
        "in the title": lambda n: _texts(title=f"{n} – Action Plan"),
        "at the end of the title": lambda n: _texts(title=f"Action Plan for {n}"),
        "in a line of its own": lambda n: _texts(prose=(n,)),
        "as the folder": lambda n: _texts(folder=f"plans/{n}"),
        "in the file name": lambda n: _texts(file=n.lower().replace(" ", "-") + "-plan.pdf"),
    }
    yield "| official name of a council | councils | right |\n|---|---|---|"
    for title, texts in ways.items():
        right = 0
        for council in councils:
            year = council.end.year - 1 if council.end else 2025
            right += find_council(_in_year(texts(council.name), year)).code == council.code
        yield f"| {title} | {len(councils)} | {right / len(councils):.3f} |"


def cost_figures(cells: Sequence[Known]) -> Iterator[str]:
    """A Markdown table: CPU time for each cell when met first, after other cells, and again; beside dateutil's.

    To be called before anything else has read these cells. A cell of a known shape has words of the same kinds in the
    same order as one read before; a space at its end makes it a text that was not read yet.
    """
    texts = [known.text for known in cells]
    first = _microseconds(texts, _read_alone, rounds=1)
    shaped = min(_microseconds([t + " " * n for t in texts], _read_alone, rounds=1) for n in range(1, ROUNDS))
    again = _microseconds(texts, _read_alone, rounds=ROUNDS)
    dates = _date_cells()
    _microseconds(dates, _by_dateutil, rounds=1)
    yield "| cost for each cell | microseconds |\n|---|---|"
    yield f"| an owner cell, met for the first time | {first:.0f} |"
    yield f"| an owner cell of a known shape, met for the first time | {shaped:.0f} |"
    yield f"| an owner cell, met again | {again:.0f} |"
    yield f"| a date cell, dateutil | {_microseconds(dates, _by_dateutil, rounds=ROUNDS):.0f} |"


def _read_alone(text: str) -> None:
    read_owners(text, Names())


def _real_partners() -> list[tuple[str, list[str]]]:
    path = SHARED / "seeds" / "expected.json"
    plans = json.loads(path.read_text(encoding="utf-8")).values() if path.exists() else ()
    cells = [(a["partners"], a["partner_list"]) for p in plans for a in p["actions"] if a.get("partner_list")]
    return [(text.replace("\n\n", "\n"), partners) for text, partners in cells]


def _date_cells() -> list[str]:
    path = SHARED / "data" / "dates.tsv"
    if not path.exists():
        return ["October 2009", "31/03/2026", "Ongoing", "Spring 2025", "By end of March 2010"]
    return [line.split("\t")[0].replace("\\n", "\n") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def _by_dateutil(text: str) -> None:
    try:
        dateutil.parse(text, dayfirst=True)
    except (ValueError, OverflowError):
        return


def _microseconds(texts: Sequence[str], read: Callable[[str], object], *, rounds: int) -> float:
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            read(text)
    return (time.process_time() - start) / rounds / len(texts) * 1e6


def _texts(title: str = "", file: str = "plan.docx", folder: str = "", prose: tuple[str, ...] = ()) -> CouncilTexts:
    return CouncilTexts(title, (), file, folder, prose, (), None)


def _in_year(texts: CouncilTexts, year: int) -> CouncilTexts:
    return CouncilTexts(texts.title, texts.headings, texts.file, texts.folder, texts.prose, texts.cells, year)


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (TESTS / name).read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return [(text.replace("\\n", "\n"), answer) for text, _, answer in rows]


def _plain(parts: Iterable[str]) -> Parts:
    person, role, body = ("".join(part.split()).replace("’", "'") for part in parts)
    return person, role, body


def main(arguments: Sequence[str]) -> None:
    """Print the figures; `-v` adds each cell that is not right."""
    real, invented, made = real_cells(), invented_cells(), generated_cells()
    sets = {"made by rule": tried(made, Names())}
    if real:
        sets["written for this project"] = tried(invented, Names())
    cost = list(cost_figures(real or invented))
    sets |= {
        "written for this project": tried(invented, Names()),
        "real, each by itself": tried(real, Names()),
        "real, read as one document": tried(real, learn_names([k.text for k in real], ())),
    }
    print("# Owners, partners, councils\n\nPrinted by `python -m bench.owners`.\n")
    for table in (owner_figures(sets), partner_figures(), council_figures(), cost):
        print("\n".join(table), end="\n\n")
    if "-v" in arguments:
        print("\n".join(_misread(sets)))


def _misread(sets: dict[str, list[Tried]]) -> Iterator[str]:
    for title, outcomes in sets.items():
        for t in outcomes:
            if not t.all_right:
                yield f"{title}: {t.known.text!r}\n  read   {sorted(t.read)}\n  wanted {sorted(t.known.owners)}"


if __name__ == "__main__":
    main(sys.argv[1:])
