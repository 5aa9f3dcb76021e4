"""Rows to drafts: the texts of each action by field, its theme and number, and where every piece stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.model import Cell, Place
from normalise.headings import Decision
from normalise.ledger import Ledger
from normalise.structure.body import BodyRow
from normalise.structure.sections import is_section, theme_text
from normalise.structure.tables import Segment, TableReading

_SECTIONS = ("theme", "objective")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one column says for an action: its heading, decision, text, and the first of its cells."""

    heading: str
    decision: Decision
    column: int
    text: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Held:
    """What rows above hold for the actions below: pieces of a section row, and the cells of the theme row."""

    pieces: tuple[Piece, ...] = ()
    cells: tuple[Place, ...] = ()


@dataclass(slots=True)
class Draft:
    """An action before its values are read: its pieces in column order and the theme it stands under."""

    place: Place
    pieces: list[Piece]
    theme: str
    struck: bool = False
    joined: bool = False
    number: str = ""
    rest: str = ""
    rows: list[int] = field(default_factory=list)
    cells: tuple[tuple[Place, str], ...] = ()

    def of(self, name: str) -> list[Piece]:
        """The pieces of a field, in column order, that hold text."""
        return [p for p in self.pieces if p.decision.field == name and p.text]

    def text(self, name: str) -> str:
        """The text of a field; a second column's piece is led by its heading and a colon."""
        pieces = self.of(name)
        return "\n".join(p.text if i == 0 else _led(p) for i, p in enumerate(pieces))


def _led(piece: Piece) -> str:
    heading = " ".join(piece.heading.split()).rstrip(":")
    return f"{heading}: {piece.text}" if heading else piece.text


def gather(reading: TableReading, section: str, title: str, ledger: Ledger) -> tuple[list[Draft], str]:
    """The drafts of a table's actions, and the theme that holds at its end; its headings go into the ledger."""
    drafts: list[Draft] = []
    theme, held = _title_row(reading, title)
    theme = theme or section
    for label in reading.labels:
        ledger.claim(label, "heading")
    for segment in reading.segments:
        _claim_header(reading, segment, ledger)
        for row in segment.rows:
            if row.kind == "theme":
                theme, held = theme_text(row.text), Held(cells=_places(reading, row.row))
            elif row.kind == "header":
                _claim(reading, row.row, ledger)
            elif row.kind == "section":
                held = Held(_held(reading, segment, row.row), held.cells)
            elif row.kind == "action":
                drafts.append(_under(_draft(reading, segment, [row.row], theme), held))
            elif row.kind == "more" and drafts and drafts[-1].theme == theme:
                drafts[-1] = _under(_longer(reading, segment, drafts[-1], row), held)
    return drafts, theme


def _title_row(reading: TableReading, title: str) -> tuple[str, Held]:
    """The section named by the last spanning row above the header, when it is not the document's own title."""
    for row in range(reading.segments[0].header.first - 1, -1, -1):
        own = reading.view.own(row)
        if len(own) == 1 and is_section(own[0].text, title):
            return theme_text(own[0].text), Held(cells=_places(reading, row))
    return "", Held()


def _places(reading: TableReading, row: int) -> tuple[Place, ...]:
    return tuple(c.place for c in reading.view.own(row))


def _held(reading: TableReading, segment: Segment, row: int) -> tuple[Piece, ...]:
    """What a row with a theme or objective but no action says for the rows below it."""
    cells = [(i, d, reading.view.cell(row, i)) for i, d in enumerate(segment.decisions) if d.field in _SECTIONS]
    return tuple(Piece(segment.header.headings[i], d, i, c.text, c) for i, d, c in cells if c.text)


def _under(draft: Draft, held: Held) -> Draft:
    """The draft with the theme and objective of the section row above it, where it has none of its own."""
    draft.cells = (*draft.cells, *((place, "theme") for place in held.cells))
    for piece in held.pieces:
        if not draft.text(piece.decision.field):
            draft.pieces.append(piece)
            draft.cells = (*draft.cells, (piece.cell.place, piece.decision.field))
    return draft


def _longer(reading: TableReading, segment: Segment, draft: Draft, row: BodyRow) -> Draft:
    longer = _draft(reading, segment, [*draft.rows, row.row], draft.theme)
    actions = [i for i, d in enumerate(segment.decisions) if d.field == "action"]
    longer.joined = draft.joined or not any(reading.view.texts[row.row][i] for i in actions)
    return longer


def _draft(reading: TableReading, segment: Segment, rows: list[int], theme: str) -> Draft:
    view = reading.view
    pieces = [
        _piece(segment.header.headings[column], decision, column, _cells(reading, rows, column))
        for column, decision in enumerate(segment.decisions)
    ]
    cells = tuple((c.place, p.decision.field or "other") for p in pieces for c in _cells(reading, rows, p.column))
    pieces = _once(pieces)
    place = next((p.cell.place for p in pieces if p.decision.field == "action" and p.text), view.cell(rows[0], 0).place)
    struck = all(p.cell.struck for p in pieces if p.decision.field == "action" and p.text)
    return Draft(
        Place(place.page, place.sheet, place.table, view.number(rows[0]), box=place.box),
        pieces,
        theme,
        struck,
        rows=rows,
        cells=cells,
    )


def _cells(reading: TableReading, rows: Sequence[int], column: int) -> list[Cell]:
    found: dict[Place, Cell] = {}
    for row in rows:
        cell = reading.view.cell(row, column)
        found.setdefault(cell.place, cell)
    return list(found.values())


def _piece(heading: str, decision: Decision, column: int, cells: Sequence[Cell]) -> Piece:
    text = "\n".join(c.text for c in cells if c.text)
    return Piece(heading, decision, column, text, next((c for c in cells if c.text), cells[0]))


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """A cell merged across columns counts once, for the first of them."""
    seen: set[Place] = set()
    kept = []
    for piece in pieces:
        if piece.text and piece.cell.place in seen:
            continue
        seen.add(piece.cell.place)
        kept.append(piece)
    return kept


def _claim_header(reading: TableReading, segment: Segment, ledger: Ledger) -> None:
    for row in range(max(segment.header.first, 0), segment.header.last + 1):
        _claim(reading, row, ledger)


def _claim(reading: TableReading, row: int, ledger: Ledger) -> None:
    for place in _places(reading, row):
        ledger.claim(place, "heading")


def claim_draft(draft: Draft, ledger: Ledger) -> None:
    """Give every cell of an action its field; a cell that several actions share went to its field already."""
    for place, name in draft.cells:
        if not ledger.claimed(place):
            ledger.claim(place, name)
