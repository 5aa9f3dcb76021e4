"""Cells of a text export that puts a tab before each cell and marks no rows (as Word's tables come out of indexers).

A line that begins with a tab begins a cell; the lines after it, blank ones too, belong to the same cell, or, after
the last cell of a table, to the prose that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.from_txt.labelled import label_lines
from ingest.text import BULLETS, squash

_MARKED = re.compile(rf"\s*(?:[{BULLETS}o*–-]|\(?\w{{1,4}}[.)])\t")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line with words in a cell, and the number of blank lines before it."""

    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class TabCell:
    """A cell as it stands in the text: its lines with words, and the blank lines after the last of them.

    `pieces[0]` stands on the line of the tab itself, unless that line is empty: then `headless` is true.
    """

    pieces: tuple[Piece, ...]
    trailing: int
    headless: bool = False

    @property
    def key(self) -> str:
        """The text as compared with other cells: one line, case folded."""
        return squash(" ".join(piece.text for piece in self.pieces)).casefold()

    def cut(self, at: int) -> TabCell:
        """The cell without its pieces from this index on."""
        return TabCell(self.pieces[:at], self.pieces[at].gap, self.headless)


def is_tab_cells(lines: Sequence[str]) -> bool:
    """Whether a text is written in this style: tabs stand before cells, and hardly ever inside a line.

    A tab before a label under a numbered item is none of those.
    """
    leading = inner = 0
    labels = label_lines(lines) if any(line.startswith("\t") for line in lines) else ()
    for number, line in enumerate(lines):
        if "\t" in line and number not in labels:
            words = line.strip()
            leading += line.startswith("\t")
            inner += "\t" in words and not _MARKED.match(words)
    return leading >= 2 and leading > 4 * inner


def tab_cells(lines: Sequence[str]) -> tuple[list[str], list[TabCell]]:
    """The lines before the first cell, and the cells in order."""
    starts = [number for number, line in enumerate(lines) if line.startswith("\t")]
    ends = [*starts[1:], len(lines)]
    before = list(lines[: starts[0]]) if starts else list(lines)
    return before, [_cell(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _cell(lines: Sequence[str]) -> TabCell:
    pieces: list[Piece] = []
    gap = 0
    for number, line in enumerate(lines):
        if line.strip():
            pieces.append(Piece(line.strip(), gap))
            gap = 0
        elif number:
            gap += 1
    return TabCell(tuple(pieces), gap, not lines[0].strip())
