"""Why a document was read as it was: each table, column and row with its reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.model import Document, Note
from ingest.text import squash
from normalise.corrections import NONE, Corrections
from normalise.knowledge import find_owning_council
from normalise.ledger import Ledger
from normalise.meant_tables import meant_tables
from normalise.model import Source
from normalise.structure.rows import WHY_LEFT, BodyRow
from normalise.structure.sections import find_title
from normalise.structure.tables import Rulings, Segment, TableReading
from normalise.understand import read_tables

_EXAMPLES = 3
_UNSAID = "the heading does not say"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ColumnReason:
    """A column: its heading, the field it was read as, how sure (0–1), why, the runner-up, and example values.

    `under` is the number of the row with its heading where that is another header further down the table, else None.
    """

    column: int
    heading: str
    field: str
    how: str
    confidence: float
    why: str
    second: str
    examples: tuple[str, ...]
    under: int | None = None


@dataclass(frozen=True, slots=True)
class RowReason:
    """A row that became no action: its number in the source, the reason, and how it begins."""

    row: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class TableReason:
    """A table: whether it was taken, why, its columns, the actions found in it, and the rows left out."""

    table: int | None
    page: int | None
    sheet: str
    taken: bool
    why: str
    header: str
    actions: int
    columns: tuple[ColumnReason, ...]
    left: tuple[RowReason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document explained: its title, its council and why, and its tables in order."""

    title: str
    council: str
    notes: tuple[str, ...]
    tables: tuple[TableReason, ...]


def explain(document: Document, source: Source, corrections: Corrections = NONE) -> Explanation:
    """Read a document's tables and say why each was taken or left, and what each column and row was taken for."""
    title = find_title(document)
    council = find_owning_council(document, title, source)
    names = (source.path, *(name for name, now in corrections.renamed.items() if now == source.path))
    spoken = meant_tables(corrections, document.tables, names, source.sha256)
    rulings = Rulings(corrections.headings(council.name), spoken.said)
    found = read_tables(document, title, rulings, Ledger(document))
    notes = dict.fromkeys(map(_sentences, (*document.notes, *council.notes)))
    return Explanation(title, council.name, tuple(notes), tuple(_table(r) for r in found.readings))


def _sentences(note: Note) -> str:
    """What a note says and suggests; one that ends in an address gets its full stop before the suggestion."""
    stop = "" if not note.suggestion or note.message.endswith((".", "!", "?", ":", ";")) else "."
    return f"{note.message}{stop} {note.suggestion}".strip()


def _table(reading: TableReading) -> TableReason:
    place = reading.view.table.place
    rows = [row for s in reading.segments for row in s.rows]
    return TableReason(
        place.table, place.page, place.sheet, bool(reading.segments), reading.why, _header(reading),
        sum(r.kind == "action" for r in rows),
        tuple(c for s in reading.headed for c in _columns(reading, s)),
        tuple(_left(reading, r.row, WHY_LEFT[r.kind]) for r in rows if r.kind in WHY_LEFT and not _heads(r, rows)),
    )  # fmt: skip


def _heads(row: BodyRow, rows: Sequence[BodyRow]) -> bool:
    """Whether the row is a section title, or one action's further row, that some action took up."""
    if row.kind == "more":
        return True
    below = [r.kind for r in rows if r.row > row.row and r.kind in ("action", row.kind)]
    return row.kind in ("theme", "section") and below[:1] == ["action"]


def _left(reading: TableReading, row: int, why: str) -> RowReason:
    return RowReason(reading.view.number(row), why, _short(" | ".join(c.text for c in reading.view.own(row))))


def _header(reading: TableReading) -> str:
    if not reading.headed:
        return "no header was found"
    if reading.view.table.place.table is None:
        return "it is no table: each item of text is a row, and the labels after it are the headings"
    if reading.labels:
        return "it is a form: its labels are the headings, what stands beside or below each is its value"
    if reading.header_from == "earlier":
        return "it has no header of its own; that of the table before it was used"
    first = reading.headed[0].header.first
    return f"its header is row {reading.view.number(first)}" if first >= 0 else "it has no header row"


def _columns(reading: TableReading, segment: Segment) -> list[ColumnReason]:
    under = None if segment is reading.headed[0] else reading.view.number(segment.header.first)
    return [
        ColumnReason(
            i + 1, squash(segment.header.headings[i]), d.field, d.how, d.confidence, _why(reading, segment, i),
            d.second, _examples(reading, segment, i), under,
        )
        for i, d in enumerate(segment.decisions)
    ]  # fmt: skip


def _why(reading: TableReading, segment: Segment, column: int) -> str:
    """The reason for a column; the first of a plan in prose has no heading of the document's own."""
    if reading.view.table.place.table is None and not column:
        return "it is what stands before the labels, or after the word action"
    why = segment.decisions[column].why
    if segment.header.headings[column].strip() or not why.startswith(_UNSAID):
        return why
    return "; ".join(["the column has no heading", *why.split("; ")[1:]])


def _examples(reading: TableReading, segment: Segment, column: int) -> tuple[str, ...]:
    below = range(segment.header.last + 1, reading.view.height)
    held = [r.row for r in segment.rows if r.kind in ("action", "more")] or below
    if reading.labels and not reading.segments:  # a form that was left lies as the file has it, labels beside values
        texts = dict.fromkeys(_beside(reading, segment.header.headings[column]))
    else:
        texts = dict.fromkeys(_short(reading.view.texts[r][column]) for r in held if reading.view.distinct(r) > 1)
    return tuple(t for t in texts if t)[:_EXAMPLES]


def _beside(reading: TableReading, label: str) -> Iterator[str]:
    """The texts that stand beside a label, row by row."""
    for row in reading.view.texts:
        yield from (_short(value) for said, value in pairwise(row) if squash(said) == squash(label) != squash(value))


def _short(text: str) -> str:
    """How a text begins, cut between words where it has any."""
    line = squash(text)
    if len(line) <= _LONGEST:
        return line
    begun = line[:_LONGEST].rpartition(" ")[0] or line[: _LONGEST - 1]
    return f"{begun.rstrip(' ,;:.–-')}…"
