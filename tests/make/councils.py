"""Writes normalise/data/councils.tsv, the register of councils, from mySociety's register of UK local authorities.

Run `python -m tests.make.councils COUNCILS.csv` with mySociety's `uk_local_authorities.csv`. Names, codes, dates and
successors are taken as facts and laid out anew; council_additions.tsv beside this file adds what that register lacks.
Source: mySociety, UK local authorities names and codes, https://pages.mysociety.org/uk_local_authority_names_and_codes/,
CC-BY-4.0.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "normalise" / "data" / "councils.tsv"
COLUMNS = ("code", "name", "short", "names", "kind", "nation", "from", "to", "successor", "domains")
KINDS = {
    "NMD": "district", "UA": "unitary", "MD": "metropolitan", "CTY": "county", "LBO": "london", "CC": "london",
    "SCO": "scottish", "WPA": "welsh", "NID": "northern irish", "COMB": "combined", "SRA": "combined",
}  # fmt: skip
_DRAWN_UP = "2005"
"""No order made a council in that year: those days are when a list was drawn up."""
_HEADER = """\
# Councils of the United Kingdom: names, ONS (GSS) codes, years and successors. Written by tests/make/councils.py.
# Facts from mySociety's register of UK local authorities, CC-BY-4.0, and from the orders that made and ended councils.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the register; `names`, `successor` and `domains` hold several, parted by "|"."""

    name: str
    code: str
    kind: str = ""
    nation: str = ""
    short: str = ""
    names: str = ""
    start: str = ""
    end: str = ""
    successor: str = ""
    domains: str = ""


def main(source: Path) -> None:
    """Write the register from the source file."""
    lines = add(from_source(source), read_additions(HERE / "council_additions.tsv"))
    rows = sorted(lines, key=lambda line: (line.name, line.end or "9"))
    text = "\n".join(_row(line) for line in rows)
    TARGET.write_text(_HEADER + "\t".join(COLUMNS) + "\n" + text + "\n", encoding="utf-8", newline="\n")


def from_source(path: Path) -> list[Line]:
    """The authorities of mySociety's file, one line each."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["local-authority-code"]: _squash(row["official-name"]) for row in rows}
    return [_line(row, names) for row in rows]


def read_additions(path: Path) -> list[Line]:
    """The lines of council_additions.tsv, comments left out; missing columns at the end are empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_addition(line.split("\t")) for line in lines if line and not line.startswith("#")]


def add(lines: Iterable[Line], additions: Iterable[Line]) -> list[Line]:
    """The lines with the additions: one with a kind is new, one without adds to the line of its code or name."""
    found = list(lines)
    for extra in additions:
        if extra.kind:
            found.append(extra)
            continue
        at = [n for n, line in enumerate(found) if _is_meant(line, extra)]
        if not at:
            raise SystemExit(f"No authority is named {extra.name}")
        found[at[0]] = _amended(found[at[0]], extra)
    return found


def _line(row: dict[str, str], names: dict[str, str]) -> Line:
    short = _squash(row["nice-name"]).removesuffix(" Council").removesuffix(" County")
    return Line(
        names[row["local-authority-code"]],
        row["gss-code"],
        KINDS[row["local-authority-type"]],
        row["nation"],
        short if row["nice-name"] != "County Durham" else "County Durham",
        "|".join(_curated(row, names[row["local-authority-code"]], short)),
        "" if row["start-date"].startswith(_DRAWN_UP) else row["start-date"],
        _last_day(row["end-date"]),
        "|".join(names[code] for code in row["replaced-by"].split(",") if code),
    )


def _curated(row: dict[str, str], name: str, short: str) -> Iterator[str]:
    """Alternative names that are written with capitals; those in small letters are misspellings met in data."""
    known = {_plain(name), _plain(short), "city of"}
    for part in row["alt-names"].split(",") if "," not in name else ():
        alt = _squash(part)
        if re.fullmatch(r"[A-Z][A-Za-z&' .-]+(?<! UA)(?<! CA)(?<! CC)", alt) and _plain(alt) not in known:
            known.add(_plain(alt))
            yield alt


def _plain(name: str) -> str:
    return name.lower().replace("&", "and").removesuffix(" county")


def _last_day(end: str) -> str:
    """Half of the ends are given as the first day of the next council: the last day of the old one is written."""
    if not end.endswith("-04-01"):
        return end
    return (date.fromisoformat(end) - timedelta(days=1)).isoformat()


def _addition(cells: list[str]) -> Line:
    name, code, kind, nation, short, names, start, end, successor, domains = [*cells, *[""] * 10][:10]
    return Line(name, code, kind, nation, short, names, start, end, successor, domains)


def _is_meant(line: Line, extra: Line) -> bool:
    """Whether an addition is to this line: by its code where one is given, else by its name."""
    return line.code == extra.code if extra.code else line.name == extra.name


def _amended(line: Line, extra: Line) -> Line:
    names = [n for n in [*line.names.split("|"), *extra.names.split("|")] if n and n not in (extra.name, line.short)]
    return replace(
        line,
        name=extra.name,
        names="|".join(dict.fromkeys(names)),
        start=extra.start or line.start,
        end=extra.end or line.end,
        successor=extra.successor or line.successor,
        domains=extra.domains or line.domains,
    )


def _row(line: Line) -> str:
    return "\t".join(
        (
            line.code, line.name, line.short, line.names, line.kind, line.nation,
            line.start, line.end, line.successor, line.domains,
        )
    )  # fmt: skip


def _squash(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
