"""What the lines of each column say about where the cells of a table begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from ingest.readers.from_pdf.ink import Rule
from ingest.readers.from_pdf.unruled.columns import Region
from ingest.readers.from_pdf.unruled.levels import Level, Segment
from ingest.readers.from_pdf.widths import wide

SURE, COLOUR, ENOUGH = 10.0, 5.0, 1.0
"""What a theme, the edge of a colour, and the least evidence of a row weigh."""
_NEW, CELL, _PARAGRAPH, _NUMBER = 0.5, 1.0, 0.25, 3.0
"""What a line says of a row beginning with it: the first of its column; one that stands apart; a looser one; one that
counts on."""
_DELIBERATE, _SHORT, _BROKEN, SENTENCE = 0.1, 0.3, -0.5, -3.0
"""One that would have fitted on the line before; one in a column where no sentence runs on; one that would not have
fitted; one that would not and goes on in small letters."""
_ISOLATED, _LOOSE = 1.5, 1.12
"""How many times the usual distance of lines a line must stand beneath the last of its column to begin a cell surely,
and to begin a paragraph."""
_MOST = 0.6
_USUAL, _WIDEST = 1.25, 1.65
_FEW, _SHARE = 3, 0.06
"""How many lines must stand as far apart as the nearest do for that to be the distance within a cell."""
_SPACED = 0.6
"""The part of the levels that fill the columns that stand apart where rows do."""
_SEVERAL = 2
"""How many columns must have words of their own on a line for it to be no theme."""
_NEARLY = 0.8
"""The part of the rows in which a column must begin anew that no rule covers, for it to hold no merged cells."""
_HEADINGS = 3
"""How many columns have headings at least where bold letters show which lines are headings."""
_AGAIN = 0.4
"""The part of the cells of a level that must stand apart from those above for a row without a rule to begin there."""
_SPACE = 0.28
_GUTTER = 4.0
_END = (".", "!", "?")
_FULL = 0.75
"""The part of the way to the next column that words must reach to be cut off by its end."""
REFERENCE = re.compile(r"[A-Za-z]{0,3}[.-]?\d{1,3}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?")


def _is_bold(level: Level) -> bool:
    return all(run.bold for segment in level.segments for run in segment.runs)


class Evidence:
    """The lines of a region by column, and what they say."""

    def __init__(self, region: Region, found: Sequence[Level], right: float) -> None:
        self._region = region
        self._found = found
        self._cells = {n: self._by_column(found[n]) for n in range(region.first, region.last + 1)}
        self._limits = self._right_limits(right)
        self.usual = self._usual_step()
        self._wraps = self._wrapping()
        self._numbers = self._number_column()
        self._apart = self._stand_apart()
        self.first_plain = self._beneath_headings()

    @property
    def columns(self) -> Iterable[int]:
        """All columns that have words."""
        return self._limits

    def columns_at(self, n: int) -> Iterable[int]:
        """The columns with words at a level."""
        return self._cells[n]

    def crossing(self, n: int, column: int) -> float:
        """What the lines of a column above a level and from it on say of a row beginning there."""
        below = self._first(range(n, self._region.last + 1), column)
        if below is None or self._above(n, column) is None:
            return 0.0
        weight = self.of_cell(below, column)
        return 0.0 if weight == CELL else weight

    def weights(self) -> dict[int, float]:
        """For each level but the first, how surely a row begins there."""
        return {n: self.weight(n) for n in self._cells if n > self._region.first}

    def everywhere(self) -> frozenset[int]:
        """All columns."""
        return frozenset(range(len(self._region.columns.spans)))

    def running_on(self, n: int) -> frozenset[int]:
        """The columns whose text runs on over the beginning of a row: merged cells."""
        return frozenset(column for column in self._cells[n] if self.of_cell(n, column) <= SENTENCE)

    def beginning_at(self, bounds: Sequence[int]) -> frozenset[int]:
        """The columns with a cell of its own between nearly each two of the levels at which a region is parted."""
        bands = [
            (first, end)
            for first, end in itertools.pairwise([*bounds, self._region.last + 1])
            if len({column for n in range(first, end) for column in self._cells[n]}) > 1
        ]
        firsts = {
            column: [n for first, end in bands if (n := self._first(range(first, end), column)) is not None]
            for column in self.columns
        }
        return frozenset(
            column
            for column, held in firsts.items()
            if len(held) >= _NEARLY * len(bands) and sum(self._is_apart(n, column) for n in held) >= _NEARLY * len(held)
        )

    def not_under(self, rules: Iterable[Rule]) -> frozenset[int]:
        """The columns that no rule of a gap covers: merged cells."""
        covering = list(rules)
        middles = enumerate((start + end) / 2 for start, end in self._region.columns.spans)
        return frozenset(n for n, x in middles if not any(rule.start <= x <= rule.end for rule in covering))

    def _by_column(self, level: Level) -> dict[int, Segment]:
        columns = self._region.columns
        return {over[0]: segment for segment in level.segments if len(over := columns.over(segment)) == 1}

    def _right_limits(self, right: float) -> dict[int, float]:
        """How far the words of each column may reach: as far as they do where they fill it, else to the next."""
        limits: dict[int, float] = {}
        for cells in self._cells.values():
            for column, segment in cells.items():
                limits[column] = max(limits.get(column, 0.0), segment.box.right)
        spans = self._region.columns.spans
        for column, limit in limits.items():
            left = spans[column][0]
            end = spans[column + 1][0] - _GUTTER if column + 1 < len(spans) else max(limit, right)
            if limit - left < _FULL * (end - left):
                limits[column] = end
        return limits

    def _wrapping(self) -> set[int]:
        """The columns where a sentence is seen to run on from line to line."""
        return {column for n, cells in self._cells.items() for column in cells if self._runs_on(n, column)}

    def _runs_on(self, n: int, column: int) -> bool:
        before = self._above(n, column)
        if before is None or not self._cells[n][column].text[:1].islower():
            return False
        return self._step(n, before, column) <= _LOOSE and not self._had_room(n, before, column)

    def _number_column(self) -> int | None:
        """The column at the left that counts the rows, if there is one."""
        for column in range(min(2, len(self._region.columns.spans))):
            texts = [
                cells[column].text for n, cells in self._cells.items() if column in cells and n > self._region.first
            ]
            counting = [text for text in texts if REFERENCE.fullmatch(text)]
            if len(counting) > 2 and len(counting) >= 0.8 * len(texts) and len(set(counting)) == len(counting):
                return column
        return None

    def _usual_step(self) -> float:
        """The usual distance of two lines of one column, in times their size."""
        steps: list[float] = []
        last: dict[int, float] = {}
        for n, cells in self._cells.items():
            for column, segment in cells.items():
                if column in last:
                    steps.append((segment.baseline - last[column]) / self._found[n].size)
                last[column] = segment.baseline
        steps.sort()
        for n, step in enumerate(steps):
            near = [other for other in steps[n:] if other <= step * _LOOSE]
            if len(near) >= max(_FEW, _SHARE * len(steps)):
                middle = near[len(near) // 2]
                return middle if middle < _WIDEST else _USUAL
        return _USUAL

    def weight(self, n: int) -> float:
        """How surely a row begins at a level."""
        if self.is_sure(n):
            return SURE
        if self._only_taller_headings(n):
            return 0.0
        weights = [self.of_cell(n, column) for column in self._cells[n]]
        if not self._apart and self._is_full(n) and min(weights, default=SENTENCE) > SENTENCE:
            weights.append(ENOUGH)
        if self._numbers is not None and self.counts(n, self._numbers):
            weights.append(_NUMBER)
        return sum(weights)

    def is_sure(self, n: int) -> bool:
        """Whether a row begins at a level whatever the columns say: a theme, what stands beneath one, or the header."""
        return self._reaches_across(n) or self._reaches_across(n - 1) or n == self.first_plain

    def _reaches_across(self, n: int) -> bool:
        """Whether a level is a theme or a title row; with words in several columns it is a line where two touch.

        Words of one column that stand apart are a stretched line of it.
        """
        if n not in self._region.across or len(self._cells.get(n, ())) >= _SEVERAL:
            return False
        return len(self._found[n].segments) == 1 or len(self._cells[n]) < len(self._found[n].segments)

    def _beneath_headings(self) -> int | None:
        """The first level in plain letters where bold headings stand over the columns; units in brackets are theirs."""
        plain = next((n for n in self._cells if not _is_bold(self._found[n])), self._region.first)
        over = {column for n in self._cells if n < plain for column in self._cells[n]}
        is_unit = all(segment.text.startswith("(") for segment in self._found[plain].segments)
        heads = len(over) >= _HEADINGS and len(over) >= _MOST * len(self._limits)
        return plain if heads and not is_unit else None

    def _is_full(self, n: int) -> bool:
        """Whether most columns have words at a level."""
        return len(self._cells[n]) >= _MOST * len(self._limits)

    def _stand_apart(self) -> bool:
        """Whether white space parts the rows: most levels that fill the columns stand apart from those above."""
        full = [n for n in self._cells if n > self._region.first and self._is_full(n)]
        steps = (
            min(
                (self._step(n, above, c) for c in self._cells[n] if (above := self._above(n, c)) is not None),
                default=_ISOLATED,
            )
            for n in full
        )
        return len(full) >= _FEW and sum(step > _LOOSE for step in steps) > _SPACED * len(full)

    def _only_taller_headings(self, n: int) -> bool:
        """Whether nothing but upper lines of headings that go on here stands above a level.

        Plain letters at the top of a page are what is left of a row, not of a heading, and so are small ones.
        """
        top = [self._found[m] for m in range(self._region.first, n)]
        if self._region.carried and any(not _is_bold(m) or m.segments[0].text[:1].islower() for m in top):
            return False
        above = {column for m in range(self._region.first, n) for column in self._cells[m]}
        if not above or 0 in above or 2 * len(above) > len(self._limits) or not above <= set(self._cells[n]):
            return False
        return all(self._step(n, self._above(n, column) or 0, column) <= _LOOSE for column in above)

    def counts(self, n: int, column: int) -> bool:
        """Whether a level has the number of a row in this column."""
        if column != self._numbers or column not in self._cells[n]:
            return False
        return REFERENCE.fullmatch(self._cells[n][column].text) is not None

    def _first(self, levels: range, column: int) -> int | None:
        """The first of some levels with words in the column."""
        return next((m for m in levels if column in self._cells[m]), None)

    def _above(self, n: int, column: int) -> int | None:
        """The last level before with words in the column."""
        return next((m for m in range(n - 1, self._region.first - 1, -1) if column in self._cells[m]), None)

    def _step(self, n: int, before: int, column: int) -> float:
        """How far a line stands beneath another, in times the usual distance."""
        step = self._cells[n][column].baseline - self._cells[before][column].baseline
        return step / (self.usual * self._found[n].size)

    def begins_anew(self, n: int, column: int) -> bool:
        """Whether a line does not go on in small letters."""
        return not self._cells[n][column].text[:1].islower()

    def begins_again(self, n: int, first: int) -> bool:
        """Whether cells of most columns end above a level and begin at it, several of them clear of those above.

        No sentence may run on there, and where a column counts the rows, its number is there too. The cells above
        begin at level `first`, most of them: where rows are set to the foot, a level with many cells is a last line.
        """
        if not (self._is_full(n) and self._is_full(first)) or (
            self._numbers is not None and not self.counts(n, self._numbers)
        ):
            return False
        above = {column for m in range(first, n) for column in self._cells[m]}
        said = [self.of_cell(n, column) for column in self._cells[n] if column in above]
        several = max(_SEVERAL, _AGAIN * len(said))
        apart = sum(weight == CELL for weight in said) >= several
        return apart and len(said) >= _MOST * len(self._limits) and min(said) > SENTENCE

    def _is_apart(self, n: int, column: int) -> bool:
        """Whether a line stands further beneath the last of its column than lines of a cell do."""
        before = self._above(n, column)
        return before is None or self._step(n, before, column) > _LOOSE

    def _had_room(self, n: int, before: int, column: int) -> bool:
        """Whether the first word of a line would have fitted on the line before."""
        segment, above = self._cells[n][column], self._cells[before][column]
        text = segment.text
        first = segment.box.width * wide(text.split(" ", 1)[0]) / max(wide(text), 0.1)
        return first + _SPACE * self._found[before].size < self._limits[column] - above.box.right

    def of_cell(self, n: int, column: int) -> float:
        """What a line of one column says of a row beginning with it."""
        before = self._above(n, column)
        if before is None:
            return _NEW
        step = self._step(n, before, column)
        if step > _LOOSE:
            return CELL if step > _ISOLATED else _PARAGRAPH
        if column not in self._wraps:
            return _SHORT
        if self._had_room(n, before, column):
            return _DELIBERATE
        ended = self._cells[before][column].text.endswith(_END)
        return SENTENCE if self._cells[n][column].text[:1].islower() and not ended else _BROKEN
