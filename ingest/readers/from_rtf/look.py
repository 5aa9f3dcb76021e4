"""How the text at one point of an RTF file is set, and where it goes; each group begins with what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Look:
    """Where text goes (`into`: text, mark, code, title … or "" for nowhere) and how it looks.

    `colour` and `highlight` count into the colour table, 0 for none; `fallback` is how many characters stand in for
    one of Unicode; `depth` is the table level of the paragraph, 0 outside tables.
    """

    into: str = "text"
    font: int = -1
    colour: int = 0
    highlight: int = 0
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    fallback: int = 1
    in_table: bool = False
    depth: int = 1
    level: int = 0

    def copy(self) -> Look:
        """The same look, to be changed inside a group."""
        return Look(
            self.into, self.font, self.colour, self.highlight, self.hidden, self.deleted, self.struck, self.fallback,
            self.in_table, self.depth, self.level,
        )  # fmt: skip

    def plain(self) -> None:
        """Set text back to how the document begins."""
        self.font, self.colour, self.highlight = -1, 0, 0
        self.hidden = self.struck = self.deleted = False

    def new_paragraph(self) -> None:
        """Set the paragraph back to how the document begins."""
        self.in_table, self.depth, self.level = False, 1, 0

    @property
    def table_level(self) -> int:
        """How deep in tables the paragraph stands."""
        return max(self.depth, 1) if self.in_table else 0
