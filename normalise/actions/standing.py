"""What stands over the rows as a table is read downwards: theme, objective, and values stated once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.model import Cell, Place
from normalise.actions.draft import Draft, Piece
from normalise.headings import Decision
from normalise.structure.stated import Stated, stated_in_banner
from normalise.structure.titles import says_objective, theme_text

SECTIONS = ("theme", "objective")


@dataclass(frozen=True, slots=True)
class Standing:
    """The theme, and the pieces that hold for the rows below where they have none of their own.

    `outer` is the last banner that is no objective; `banner` is true where a row of the table gave it.
    `cells` are the places of banner rows, each with its destination. `lasting` are those of the pieces that stand
    above the whole table: a banner that says nothing else of their field leaves them.
    """

    theme: str = ""
    outer: str = ""
    pieces: tuple[Piece, ...] = ()
    cells: tuple[tuple[Place, str], ...] = ()
    banner: bool = False
    lasting: tuple[Piece, ...] = ()

    def under(self, draft: Draft) -> Draft:
        """The draft with what holds for it."""
        draft.cells = (*draft.cells, *self.cells)
        draft.banner = self.banner
        told = {p.cell.place for p in draft.pieces if p.text and p.column >= 0}
        for piece in self.pieces:
            if not draft.text(piece.decision.field) and piece.cell.place not in told:
                draft.pieces.append(piece)
                draft.cells = (*draft.cells, (piece.cell.place, piece.decision.field))
        return draft

    def with_banner(self, text: str, cell: Cell, *, objectives: bool) -> Standing:
        """What holds under a banner row; one that says "Objective" under one that does not is the objective.

        `objectives` is true where a column gives the objective: then every banner is a theme.
        """
        title, stated = stated_in_banner(text)
        values = tuple(piece_of(s, cell) for s in stated)
        if not title:
            return self.holding(values)
        title = theme_text(title)
        inner = says_objective(title) and bool(self.outer) and not says_objective(self.outer) and not objectives
        if not inner:
            places = ((cell.place, "theme"),)
            return Standing(title, title, (*self._left_by(values), *values), places, banner=True, lasting=self.lasting)
        above = tuple(place for place in self.cells if place[1] == "theme")
        objective = Piece("", Decision("objective", "contents", 0.9, "theme", "a banner row says so"), -1, title, cell)
        pieces = (objective, *self._left_by(values), *values)
        return Standing(self.outer, self.outer, pieces, above, self.banner, self.lasting)

    def _left_by(self, values: Iterable[Piece]) -> tuple[Piece, ...]:
        said = {p.decision.field for p in values}
        return tuple(p for p in self.lasting if p.decision.field not in said)

    def above_all(self) -> Standing:
        """The same, with what holds now for the whole table, themes and objectives aside."""
        return replace(self, lasting=tuple(p for p in self.pieces if p.decision.field not in SECTIONS))

    def holding(self, pieces: Iterable[Piece]) -> Standing:
        """What holds below a row that gives these; a new theme ends what held under the one before."""
        new = tuple(pieces)
        fields = {p.decision.field for p in new}
        kept = tuple(p for p in self.pieces if p.decision.field not in fields)
        if "theme" in fields:
            kept = tuple(p for p in kept if p.decision.field not in SECTIONS)
        return replace(self, pieces=(*kept, *new))


def piece_of(stated: Stated, cell: Cell) -> Piece:
    """A piece for what is stated above the rows."""
    return Piece(stated.label, stated.decision, -1, stated.text, cell)
