"""Which table a correction is meant for: known again by what stands in it, not by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Note, Place, Table
from ingest.text import squash
from normalise.checks.rows import CORRECTED, UNMATCHED
from normalise.corrections import Correction, Corrections
from normalise.rows import Value, as_text

_MOST_TEXTS = 16
_SAME = 0.7
"""How much of what stood below the headings of a table must stand in it still."""


@dataclass(frozen=True, slots=True)
class MeantTables:
    """Whether tables hold actions, by their numbers now, and what is to be said of corrections that moved or failed."""

    said: Mapping[int, bool] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def meant_tables(corrections: Corrections, tables: Sequence[Table], names: Sequence[str], sha256: str) -> MeantTables:
    """Find the table of each correction; `names` are all those of the file, `sha256` is the hash of its bytes."""
    lines = [c for c in corrections.lines if c.what == "table" and c.source_file in names]
    if not lines:
        return MeantTables()
    held = {table.place.table or 0: (table.place, _folded_cells(table)) for table in tables}
    said: dict[int, bool] = {}
    notes: list[Note] = []
    for c in lines:
        now = _number(c, {number: cells for number, (_, cells) in held.items()}, sha256)
        if now is None:
            notes.append(_lost(c, held[c.table][0] if c.table in held else None))
            continue
        said[now] = c.actions
        if now != c.table:
            notes.append(_moved(c, held[now][0]))
    return MeantTables(said, tuple(notes))


def described_table(
    c: Correction, headings: Iterable[Mapping[str, Value]], bodies: Iterable[tuple[Mapping[str, Value], str]]
) -> Correction:
    """The correction of a table with what stands in it; `bodies` are rows of results, each with its column of words.

    The `headings` are no part of it: those of one table may be those of many.
    """
    above = {_folded(as_text(row["heading"])) for row in headings if _is_of(row, c)}
    below = (_folded(as_text(row[column])) for row, column in bodies if _is_of(row, c))
    known = dict.fromkeys(text for text in below if text and text not in above)
    return replace(c, words="\n".join(list(known)[:_MOST_TEXTS]))


def _is_of(row: Mapping[str, Value], c: Correction) -> bool:
    return as_text(row["source_file"]).removeprefix("'") == c.source_file and as_text(row["table"]) == str(c.table)


def _number(c: Correction, cells: Mapping[int, str], sha256: str) -> int | None:
    """The number of the table that is meant; as it was said where nothing is known of what stood in it."""
    if not c.words or c.source_sha256 == sha256:
        return c.table
    texts = c.words.split("\n")
    shares = {number: _share(texts, held) for number, held in cells.items()}
    if shares.get(c.table) == 1:
        return c.table
    most = max(shares.values(), default=0.0)
    best = [number for number, share in shares.items() if share == most]
    return best[0] if most >= _SAME and len(best) == 1 else None


def _share(texts: Sequence[str], held: str) -> float:
    return sum(text in held for text in texts) / len(texts)


def _folded_cells(table: Table) -> str:
    return "\n".join(_folded(cell.text) for row in table.rows for cell in row)


def _folded(text: str) -> str:
    return squash(text).casefold().removeprefix("'")


def _lost(c: Correction, place: Place | None) -> Note:
    number = f" {c.id}" if c.id else ""
    return Note(
        UNMATCHED, f"Correction{number} was made to table {c.table} as it was. Which that is now cannot be told for"
        " sure, so it was not applied.", "If it still holds, say it again of the table as it is now.", "check", place,
    )  # fmt: skip


def _moved(c: Correction, place: Place) -> Note:
    by = f"A correction ({c.id})" if c.id else "A correction"
    return Note(
        CORRECTED, f"{by} of table {c.table} holds for this table, which it was then.", "Nothing to do.", "info", place
    )
