"""What a reader hands on: a `Document` of paragraphs and tables, each knowing where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its document.

    Page, table, row, column and paragraph count from 1. Tables count through the whole document, nested and
    text-box tables included; in a spreadsheet `row` is the sheet's own row number. `box` is left, top, right,
    bottom in points from the page's top left corner.
    """

    page: int | None = None
    sheet: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know; it ends as a row of review.csv and is never raised or only logged.

    `code` is a short kebab-case word, `severity` one of info, check, problem. `message` is one plain sentence
    and `suggestion` says what to do.
    """

    code: str
    message: str
    suggestion: str = ""
    severity: str = "check"
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; `mark` holds its bullet ("•") or automatic number ("1.", "a)") apart from the words.

    `level` is 0 for body text and 1–9 for a heading. A manual line break inside is a newline in `text`.
    `struck` is true when all of its text is struck out. `links` are addresses the text points to.
    `place` is None inside a cell, where the cell's own place holds.
    """

    text: str
    mark: str = ""
    level: int = 0
    struck: bool = False
    links: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def shown(self) -> str:
        """The paragraph as a reader of the page sees it: mark, a space, words."""
        return f"{self.mark} {self.text}".strip() if self.mark else self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell is this same value at every position it covers.

    `place.row` and `place.column` are its top left position. Colours are RRGGBB in capitals, "" where none is set:
    `fill` behind the text, `colour` of the text, `highlight` of the text. `header` is true where the file itself
    marks a heading cell. `recognised` is true when the text was read from a picture.
    """

    place: Place
    paragraphs: tuple[Paragraph, ...] = ()
    row_span: int = 1
    col_span: int = 1
    fill: str = ""
    colour: str = ""
    highlight: str = ""
    header: bool = False
    recognised: bool = False

    @property
    def text(self) -> str:
        """The cell's text: its paragraphs, marks kept, joined with a newline."""
        if len(self.paragraphs) == 1:  # nearly every cell, and asked for many times over
            return self.paragraphs[0].shown
        return "\n".join(p.shown for p in self.paragraphs)

    @property
    def struck(self) -> bool:
        """Whether every paragraph with words is struck out."""
        return any(p.text for p in self.paragraphs) and all(p.struck for p in self.paragraphs if p.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A full rectangle of cells: every row has the same number of columns.

    `parent` is the place of the outer cell for a nested table, whose text stands in that outer cell too.
    """

    place: Place
    rows: tuple[tuple[Cell, ...], ...]
    parent: Place | None = None

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def is_origin(self, row: int, column: int) -> bool:
        """Whether the cell at this index (from 0) stands there itself, not as the rest of a merged cell."""
        cell = self.rows[row][column]
        return not (
            (row > 0 and self.rows[row - 1][column].place == cell.place)
            or (column > 0 and self.rows[row][column - 1].place == cell.place)
        )


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself: document title, dates (ISO), page count, and the engine that read it.

    `scans` is the number of its pages whose text is to be recognised from a picture; `overlaid` about how many hold
    words behind a picture, whose rules are looked for.
    """

    title: str = ""
    created: str = ""
    modified: str = ""
    pages: int | None = None
    engine: str = ""
    scans: int = 0
    overlaid: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in order, what it says of itself, and notes of the reading.

    `margins` are running headers and footers. `complete` is false when a limit cut the reading short.
    """

    format: str
    blocks: tuple[Block, ...]
    facts: Facts = field(default_factory=Facts)
    notes: tuple[Note, ...] = ()
    margins: tuple[Paragraph, ...] = ()
    complete: bool = True

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in document order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))


@dataclass(frozen=True, slots=True)
class Margin:
    """A running header or footer paragraph, as a reader yields it."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Embedded:
    """Another document standing inside this one (Word's altChunk), as bytes; its blocks belong at this point."""

    data: bytes


Yielded = Block | Note | Facts | Margin | Embedded
"""What a reader yields, as it goes: `read(data: bytes, limits: Limits) -> Iterator[Yielded]`."""
