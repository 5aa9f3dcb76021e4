"""What a PDF's structure tree says of its text: blocks, tables and cells, with no library behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.readers.from_pdf.tagged.relaying import cut, lay_anew, lay_without_spans, own

_TWICE, _AGAIN = 1.5, 2
_MOST = 0.7
_HEAD = 2
"""Rows at the top of a table that show how wide it is: no cell above covers them."""


@dataclass(slots=True, eq=False)
class TagCell:
    """A cell as the tags have it; `sure` is false where its column is only guessed from its place in the row."""

    table: TagTable
    row: int
    column: int
    row_span: int
    col_span: int
    header: bool
    sure: bool = True
    nesting: bool = False
    """Whether a table stands in it."""
    filled: bool = False
    """Whether it has any content."""


@dataclass(slots=True, eq=False)
class TagTable:
    """A table as the tags have it: its cells by row, and how many columns the widest row has."""

    number: int
    before: TagTable | None = None
    rows: list[list[TagCell]] = field(default_factory=list)
    width: int = 0
    first_page: int = 0
    last_page: int = 0
    lefts: dict[int, float] = field(default_factory=dict)
    """Where the words of each column begin, as far as the pages read so far show."""
    extents: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    """From where to where words of each column reach, of some of its cells."""
    trusted: bool | None = None
    """Whether the tags were found to say what the rules show; None until the table's first page is read."""
    ruled: bool = False
    """Whether rules on its first page show the same cells."""
    head: set[str] = field(default_factory=set)
    """Words of its header cells, white space removed, as far as the pages read so far show."""
    spanned: set[tuple[int, int]] = field(default_factory=set)
    """Rows and columns that a cell of a row above covers."""
    pictures: dict[TagCell, str] = field(default_factory=dict)
    """What the tags say in place of the pictures in its cells."""
    _busy: dict[int, int] = field(default_factory=dict)
    _named: dict[str, int] = field(default_factory=dict)

    def place(self, row_span: int, col_span: int, headers: Sequence[str], *, header: bool, name: str | None) -> TagCell:
        """Add a cell to the last row: at the first column of the headings it names that it reaches from the last of
        them, else at the next that is free.
        """
        if not self.rows:
            self.rows.append([])
        row, cells = len(self.rows) - 1, self.rows[-1]
        column = cells[-1].column + cells[-1].col_span if cells else 0
        named = [self._named[other] for other in headers if other in self._named]
        if named:
            last = max(named)
            column = max(column, min(n for n in named if n > last - col_span))
        while self._busy.get(column, -1) >= row:
            column += 1
        cell = TagCell(self, row, column, row_span, col_span, header, bool(named))
        cells.append(cell)
        for covered in range(column, column + col_span):
            self._busy[covered] = row + row_span - 1
        if name is not None:
            self._named[name] = column
        return cell

    def repeats(self, words: str, page: int) -> bool:
        """Whether words say again on a later page what its headings say, or those of the table that ended before it."""
        if self.first_page < page:
            return words in self.head
        before = self.before
        return before is not None and before.last_page == page - 1 and words in before.head

    def widen(self) -> None:
        """Have cells that stand alone in their row cover the whole of it."""
        for row in self.rows:
            if len(row) == 1:
                row[0].column, row[0].col_span, row[0].sure = 0, self.width, True

    def nesting(self) -> set[tuple[int, int]]:
        """The rows and columns of cells in which tables stand."""
        return {(cell.row, cell.column) for row in self.rows for cell in row if cell.nesting}

    def seen_on(self, page: int) -> None:
        """Note that a cell has content on that page."""
        if page < self.first_page or not self.first_page:
            self.first_page = page
        self.last_page = max(self.last_page, page)

    def take(self, others: Sequence[TagTable]) -> None:
        """Have the rows of other tables beneath one's own."""
        for other in others:
            for row in other.rows:
                for cell in row:
                    cell.table, cell.row = self, len(self.rows)
                self.rows.append(row)
            self.pictures |= other.pictures
            for page in filter(None, (other.first_page, other.last_page)):
                self.seen_on(page)
        lay_anew(self.rows)

    def settle(self) -> None:
        """Once all cells are known: a full row is sure of its columns, a short one may have lost an empty cell.

        Rows without any cell are none, and no span reaches beyond the last row. A row far wider than most holds, for
        each page that cuts it, the same cells once more. One that its own cells fill has no room for those of rows
        above it; one with a cell for each column has none for spans of its own. A row whose own spans reach beyond the
        table is cut to it. Where several are too wide for all that, no span is believed but those of rows that fill the
        table with them.
        """
        for number, row in enumerate(self.rows):
            for cell in row:
                cell.row_span = min(cell.row_span, len(self.rows) - number)
        covered = self._covered()
        if 0 in covered:
            self._leave_out({n for n, count in enumerate(covered) if not count})
            covered = self._covered()
        usual = self._usual(covered)
        if self._is_misled(covered, usual):
            lay_anew(self.rows)
            covered = self._covered()
        room = usual if self._goes_on(usual) else min(usual, max(covered[:_HEAD], default=0))
        crowded = {n for n in range(len(self.rows)) if covered[n] > room > 1 and self._fills(n, room, covered)}
        if crowded:
            lay_anew(self.rows, self.spanned, crowded, room)
            covered = self._covered()
            usual = self._usual(covered)
        wide = {n: covered[n] - usual for n in range(len(covered)) if self._is_widened(n, covered[n], usual)}
        if self._lie(covered, usual) or not self._can_be_cut(wide):
            lay_without_spans(self.rows)
            covered = self._covered()
            usual = self._usual(covered)
        elif wide:
            cut(self.rows, self.spanned, wide)
            covered = self._covered()
        self.width = max((count for n, count in enumerate(covered) if self._shows(n, count, usual)), default=0)
        if self._keeps_empty(covered):
            self.widen()
        self._be_sure(covered)

    def _be_sure(self, covered: Sequence[int]) -> None:
        """Note of which cells the columns are known."""
        reached = self._reached(covered)
        for number, (row, count) in enumerate(zip(self.rows, covered, strict=True)):
            for cell in row:
                named = cell.sure and number not in reached
                cell.sure = (named or count >= self.width) and cell.column < self.width

    def _leave_out(self, bare: Collection[int]) -> None:
        """Count no rows that have no cell, nor one from above."""
        self.rows = [row for n, row in enumerate(self.rows) if n not in bare]
        for number, row in enumerate(self.rows):
            for cell in row:
                cell.row = number

    def _goes_on(self, usual: int) -> bool:
        """Whether a table as wide as most rows of this ended on the page before: its cells may reach down into it."""
        before = self.before
        return before is not None and before.width == usual and before.last_page == self.first_page - 1 > 0

    def _reached(self, covered: Sequence[int]) -> set[int]:
        """The short rows at the top that cells of the page before may reach down to: their cells name the headings of
        the columns that they would stand in without these."""
        short: set[int] = set()
        for number, count in enumerate(covered if self._goes_on(self.width) else ()):
            if count < self.width:
                short.add(number)
            elif not all(cell.header for cell in self.rows[number]):
                break
        return short

    def _usual(self, covered: Sequence[int]) -> int:
        """How many columns most rows cover, or the headings do, whose rows may have lost cells; the widest row where
        it is as wide as the table was on the page before.
        """
        widest = max(covered, default=0)
        if self._goes_on(widest):
            return widest
        usual = next((count for count, _ in Counter(filter(None, covered)).most_common(1)), 0)
        headed = bool(covered) and all(cell.header for cell in self.rows[0])
        return max(usual, covered[0]) if headed and self._shows(0, covered[0], usual) else usual

    def _keeps_empty(self, covered: Sequence[int]) -> bool:
        """Whether the tags hold empty cells too: a row of one cell among full ones is then as wide as the table."""
        full = [row for row, count in zip(self.rows, covered, strict=True) if count == self.width and len(row) > 1]
        lone = sum(len(row) == 1 for row in self.rows)
        return lone + len(full) == len(self.rows) and any(not cell.filled for row in full for cell in row)

    def _is_misled(self, covered: Sequence[int], usual: int) -> bool:
        """Whether headings that cells name leave a column free in most of the rows that have a cell for each."""
        named = [n for n, row in enumerate(self.rows) if any(cell.sure for cell in row)]
        full = [n for n in named if covered[n] == usual]
        return 2 * sum(self.rows[n][-1].column + self.rows[n][-1].col_span > usual for n in full) > len(full)

    def _is_widened(self, number: int, count: int, usual: int) -> bool:
        """Whether spans, its own or those that reach down to it, make a row wider than most."""
        cells = len(self.rows[number])
        return count > usual and cells < count and cells < _TWICE * usual

    def _can_be_cut(self, wide: Mapping[int, int]) -> bool:
        """Whether rows that are so many columns too wide are so by spans of their own, and no more than one of them
        by spans that could be told in several ways: a lone cell covers the table."""
        several = sum(len(self.rows[n]) > 1 for n in wide) > 1
        return not several and all(own(self.rows[n]) - len(self.rows[n]) >= excess for n, excess in wide.items())

    def _lie(self, covered: Sequence[int], usual: int) -> bool:
        """Whether spans make few rows as wide as none has cells."""
        most = max(map(len, self.rows), default=0)
        return usual > most and covered.count(usual) < _MOST * len(covered)

    def _fills(self, number: int, room: int, covered: Sequence[int]) -> bool:
        """Whether a row's cells fill the table: as wide as they are, or each one column wide, alone or with those that
        reach down to it; or there are more, and not those of each page that cuts the row beside these."""
        cells, above = len(self.rows[number]), covered[number] - own(self.rows[number])
        is_beyond = cells > room > above > 0 and cells % (room - above) > 0
        return room in (covered[number] - above, cells, cells + above) or is_beyond

    def _shows(self, number: int, count: int, usual: int) -> bool:
        """Whether a row shows how wide the table is: what is wider than most rows by a span alone does not.

        Headings do even where most rows have lost a cell, unless they could be all there twice.
        """
        row = self.rows[number]
        most = _AGAIN * usual + (usual == 1) if all(cell.header for cell in row) else _TWICE * usual
        return count <= usual or (count < most and own(self.rows[number]) == len(row))

    def _covered(self) -> list[int]:
        """How many columns the cells of each row cover, those from above counted in."""
        covered = [0] * len(self.rows)
        self.spanned.clear()
        for cell in (cell for row in self.rows for cell in row):
            for n in range(cell.row, min(cell.row + cell.row_span, len(self.rows))):
                covered[n] += cell.col_span
                if n > cell.row:
                    self.spanned.update((n, column) for column in range(cell.column, cell.column + cell.col_span))
        return covered


@dataclass(frozen=True, slots=True, eq=False)
class Instead:
    """What is to be read in place of what an element shows: other words, or none where it is no content after all.

    `words` is None where it mentions a note: it is no content if it looks like a note's number.
    """

    words: str | None
    artefact: bool = False
    pages: set[int] = field(default_factory=set)
    """The pages that show the element."""


@dataclass(slots=True, eq=False)
class TagBlock:
    """A paragraph of the tree, in reading order; `level` is 1 to 6 for a heading; `listed` until its label is met.

    `explicit` is false where the text stands in a cell or section directly, in no paragraph of its own.
    """

    order: int
    level: int = 0
    cell: TagCell | None = None
    listed: bool = False
    explicit: bool = False
    page: int = 0
    spread: bool = False
    """Whether it has words on several pages; `page` is the last of those met so far."""
    note: bool = False
    """Whether it is a note at the foot of the page, which some programs tag in the cell that mentions it."""
    drawn: bool = False
    """Whether it is a picture, whose words may stand in any order."""
    begun: bool = False
    """Whether some of it stood on an earlier page."""
    struck: set[tuple[int, int]] | None = None
    """Pages and marked contents of its words that are struck out."""
    instead: dict[tuple[int, int], Instead] = field(default_factory=dict)
    """Pages and marked contents of its words in whose place others are to be read."""


Marks = dict[int, dict[int, TagBlock]]
"""For each page, counted from 1, the block that each marked content belongs to."""
