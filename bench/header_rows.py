"""Header rows with known answers: real ones beside the checkout, those written for this project, and those unseen."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx

from normalise.headings import Column

REAL = Path(__file__).parents[2] / "shared" / "data"
OWN = Path(__file__).with_suffix(".toml")
UNSEEN = Path(__file__).with_name("unseen_rows.txt")
SHORT = {
    "T": ("theme", "objective"), "O": ("outcome", "output", "measure"), "P": ("progress", "status"),
    "E": ("evidence", "progress", "measure", "outcome", "other"),
}  # fmt: skip
NEAR = ({"theme", "objective"}, {"outcome", "output", "measure"}, {"status", "progress"})
CELLS = 6


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header row with its columns and the fields a careful reader accepts for each."""

    name: str
    columns: tuple[Column, ...]
    accepted: tuple[frozenset[str], ...]


def documents() -> list[HeaderRow]:
    """The Word files that hold a real header row and rows of made-up cells; none where they are absent."""
    answers = REAL / "headers.json"
    gold = json.loads(answers.read_text(encoding="utf-8")) if answers.exists() else {}
    return [_document(name, columns) for name, columns in gold.items()]


def _document(name: str, answers: Sequence[tuple[str, list[str]]]) -> HeaderRow:
    table = docx.Document(str(REAL / "headers" / name)).tables[0]
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    columns = tuple(Column(head, tuple(dict.fromkeys(cells))) for head, *cells in zip(*lines, strict=True))
    return HeaderRow(name, columns, tuple(frozenset(fields) for _, fields in answers))


def listed() -> list[HeaderRow]:
    """The real header rows of headings.tsv, without cells; none where it is absent."""
    file = REAL / "headings.tsv"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    rows: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for line in text.split("\n")[1:]:
        if line:
            heading, fields, row = line.split("\t")
            rows.setdefault(row, []).append((heading.replace("\\n", "\n"), frozenset(fields.split("|"))))
    return [
        HeaderRow(name, tuple(Column(h) for h, _ in pairs), tuple(fields for _, fields in pairs))
        for name, pairs in rows.items()
    ]


def own(seed: int = 0) -> list[HeaderRow]:
    """The rows written for this project, with cells drawn for each column; another seed draws others."""
    table = tomllib.loads(OWN.read_text(encoding="utf-8"))
    draw = random.Random(seed)
    return [_own(f"own-{i}", row.split("|"), table["cells"], draw) for i, row in enumerate(table["rows"])]


def _own(name: str, parts: Sequence[str], cells: dict[str, list[list[str]]], draw: random.Random) -> HeaderRow:
    pairs = [(heading, fields.split("/")) for heading, _, fields in (part.rpartition("=") for part in parts)]
    columns = tuple(Column(heading, _drawn(cells[fields[0]], draw)) for heading, fields in pairs)
    return HeaderRow(name, columns, tuple(_accepted(frozenset(fields)) for _, fields in pairs))


def _drawn(pools: list[list[str]], draw: random.Random) -> tuple[str, ...]:
    pool = draw.choice(pools)
    return tuple(dict.fromkeys(draw.choice(pool) for _ in range(CELLS)))


def _accepted(fields: frozenset[str]) -> frozenset[str]:
    return fields.union(*(near for near in NEAR if near & fields), {""} if "other" in fields else ())


def unseen() -> list[HeaderRow]:
    """The rows that were first read before any wording was learnt from them, with cells of their own."""
    blocks = UNSEEN.read_text(encoding="utf-8").split("\n#")
    tables = [[line for line in block.split("\n")[1:] if " :: " in line] for block in blocks]
    return [_unseen(f"unseen-{i}", lines) for i, lines in enumerate(lines for lines in tables if lines)]


def _unseen(name: str, lines: Sequence[str]) -> HeaderRow:
    parts = [line.partition(" :: ") for line in lines]
    headings = [said.rpartition(" = ") for said, _, _ in parts]
    cells = [tuple(dict.fromkeys(c.strip() for c in cells.split("|") if c.strip())) for _, _, cells in parts]
    fields = [[f for code in codes.split("/") for f in SHORT.get(code, (code,))] for _, _, codes in headings]
    columns = tuple(Column(heading, held) for (heading, _, _), held in zip(headings, cells, strict=True))
    return HeaderRow(name, columns, tuple(_accepted(frozenset(names)) for names in fields))
