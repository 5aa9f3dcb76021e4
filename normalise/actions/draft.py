"""An action before its values are read: its texts by field, and where every piece stood."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Cell, Place
from normalise.headings import Decision


@dataclass(frozen=True, slots=True)
class Piece:
    """What one column says for an action: its heading, decision, text, and the first of its cells.

    What a heading, banner or line above the rows says for them is a piece too, of column -1. `barred` is true of an
    empty cell that is part of a coloured bar.
    """

    heading: str
    decision: Decision
    column: int
    text: str
    cell: Cell
    barred: bool = False


@dataclass(slots=True)
class Draft:
    """An action before its values are read: its pieces in column order and the theme it stands under.

    `banner` is true where a row of the table gave the theme. `doubts` are codes of doubts about the whole table.
    """

    place: Place
    pieces: list[Piece]
    theme: str
    struck: bool = False
    banner: bool = False
    joined: bool = False
    number: str = ""
    rest: str = ""
    rows: list[int] = field(default_factory=list)
    cells: tuple[tuple[Place, str], ...] = ()
    doubts: tuple[str, ...] = ()

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
