"""What was put together → the blocks a reader yields, with tables numbered and every cell placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Cell, Margin, Paragraph, Place, Table
from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.ink import Box, Run, around
from ingest.readers.from_pdf.joining import Whole
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.page import Passage
from ingest.readers.from_pdf.paragraphs import Spacing, paragraph, paragraphs
from ingest.square import square

_LARGER = (1.6, 1.3, 1.12)
"""How many times larger than most text a heading of level 1, 2 and 3 is at least."""
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Sizes:
    """How much text the document has in each font size, page by page."""

    letters: Counter[float] = field(default_factory=Counter)

    def learn(self, runs: Iterable[Run]) -> None:
        """Count the text of one more page."""
        for run in runs:
            self.letters[round(run.size * 2) / 2] += len(run.text)

    def level(self, lines: Sequence[Line]) -> int:
        """Heading level of a paragraph that is clearly larger than most text: 1 to 3, 0 for body text."""
        size, words = min(line.size for line in lines), sum(len(line.text) for line in lines)
        if not self.letters or words > _LONGEST_HEADING:
            return 0
        ratio = size / max(self.letters.most_common(1)[0][0], 1.0)
        return next((level for level, least in enumerate(_LARGER, 1) if ratio >= least), 0)


def passage(found: Passage, number: int, sizes: Sizes) -> Paragraph | Margin | None:
    """The paragraph with that number in the document."""
    made = paragraph(found.lines, level=0 if found.running else found.level or sizes.level(found.lines))
    if made is None:
        return None
    placed = replace(made, place=Place(page=found.page, paragraph=number, box=rounded(found.shown)))
    return Margin(placed) if found.running else placed


def table(whole: Whole, number: int) -> Table:
    """The table with that number in the document."""
    place = Place(
        page=whole.pieces[0].page,
        table=number,
        box=rounded(around([p.shown for p in whole.pieces if p.page == whole.pieces[0].page])),
    )
    spacing = Spacing(piece.lines for piece in whole.pieces)
    cells = (_cell(piece, number, spacing) for piece in sorted(whole.pieces, key=lambda p: (p.row, p.column)))
    return Table(place, square(cells, place))


def _cell(piece: Piece, number: int, spacing: Spacing) -> Cell:
    place = Place(page=piece.page, table=number, row=piece.row + 1, column=piece.column + 1, box=rounded(piece.shown))
    return Cell(
        place,
        paragraphs(piece.lines, piece.box, spacing),
        row_span=piece.row_span,
        col_span=piece.col_span,
        fill=piece.fill,
        colour=piece.colour,
        header=piece.header,
    )


def rounded(box: Box) -> tuple[float, float, float, float]:
    """The box to a tenth of a point."""
    return round(box.left, 1), round(box.top, 1), round(box.right, 1), round(box.bottom, 1)
