"""What was put together → the blocks a reader yields, with tables numbered and every cell placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Cell, Margin, Paragraph, Place, Table
from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.ink import Box, Run, around
from ingest.readers.from_pdf.lexicon import Lexicon
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.paragraphs import Spacing, paragraph, paragraphs
from ingest.readers.from_pdf.passage import Passage
from ingest.readers.from_pdf.whole_table import Whole
from ingest.square import square

_LARGER = (1.6, 1.3, 1.12)
"""How many times larger than most text a heading of level 1, 2 and 3 is at least."""
_LONGEST_HEADING = 200
_FULL = 0.7
"""The part of its column that text must fill to be broken by the column's end."""


@dataclass(slots=True)
class Sizes:
    """How much text the document has in each font size, page by page."""

    letters: Counter[float] = field(default_factory=Counter)

    def learn(self, runs: Iterable[Run]) -> None:
        """Count the text of one more page."""
        exact: dict[float, int] = {}
        for run in runs:
            exact[run.size] = exact.get(run.size, 0) + len(run.text)
        for size, letters in exact.items():
            self.letters[round(size * 2) / 2] += letters

    def level(self, lines: Sequence[Line]) -> int:
        """Heading level of a paragraph that is clearly larger than most text: 1 to 3, 0 for body text."""
        size, words = min(line.size for line in lines), sum(len(line.text) for line in lines)
        if not self.letters or words > _LONGEST_HEADING:
            return 0
        ratio = size / max(self.letters.most_common(1)[0][0], 1.0)
        return next((level for level, least in enumerate(_LARGER, 1) if ratio >= least), 0)


def passage(found: Passage, number: int, sizes: Sizes, lexicon: Lexicon) -> Paragraph | Margin | None:
    """The paragraph with that number in the document."""
    made = paragraph(found.lines, lexicon, level=0 if found.running else found.level or sizes.level(found.lines))
    if made is None:
        return None
    placed = replace(made, place=Place(page=found.page, paragraph=number, box=rounded(found.shown)))
    return Margin(placed) if found.running else placed


def table(whole: Whole, number: int, lexicon: Lexicon) -> Table:
    """The table with that number in the document."""
    page = whole.pieces[0].page
    box = around([piece.shown for piece in whole.pieces if piece.page == page])
    place = Place(page=page, table=number, box=rounded(box))
    setting = _Setting(Spacing(piece.lines for piece in whole.pieces), lexicon, _reaches(whole) if whole.loose else {})
    ordered = sorted(whole.pieces, key=lambda piece: (piece.row, piece.column))
    return Table(place, square((_cell(piece, number, setting) for piece in ordered), place))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a table's text is set: the distance of its lines, its words, and how far each column's words reach."""

    spacing: Spacing
    lexicon: Lexicon
    reaches: Mapping[int, tuple[float, float]]

    def area(self, piece: Piece) -> Box:
        """Where the words of a cell may stand; of a column without rules, where the words of all its cells do."""
        reach = self.reaches.get(piece.column) if piece.col_span == 1 else None
        return piece.box if reach is None else Box(reach[0], piece.box.top, reach[1], piece.box.bottom)


def _reaches(whole: Whole) -> dict[int, tuple[float, float]]:
    """From where to where the words of each column reach, of those that fill their column."""
    reaches: dict[int, tuple[float, float]] = {}
    for piece in whole.pieces:
        for line in piece.lines if piece.col_span == 1 else ():
            left, right = reaches.get(piece.column, (line.box.left, line.box.right))
            reaches[piece.column] = min(left, line.box.left), max(right, line.box.right)
    edges = whole.columns
    return {n: r for n, r in reaches.items() if r[1] - r[0] > _FULL * (edges[n + 1] - edges[n])}


def _cell(piece: Piece, number: int, setting: _Setting) -> Cell:
    place = Place(page=piece.page, table=number, row=piece.row + 1, column=piece.column + 1, box=rounded(piece.shown))
    return Cell(
        place,
        paragraphs(piece.lines, setting.area(piece), setting.spacing, setting.lexicon),
        row_span=piece.row_span,
        col_span=piece.col_span,
        fill=piece.fill,
        colour=piece.colour,
        header=piece.header,
    )


def rounded(box: Box) -> tuple[float, float, float, float]:
    """The box to a tenth of a point."""
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
