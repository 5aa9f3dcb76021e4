"""Cells the workbook has beside the contract's: days overdue, the action's words, and where a row came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from export.model import Export, Own
from export.overdue import days_overdue
from export.own_columns import told_apart
from export.whereabouts import in_words, links_of
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import fitted, put_number, put_text
from export.writers.to_xlsx.grids import put_entry
from export.writers.to_xlsx.heights import lines_of, linked_width, width_of
from export.writers.to_xlsx.layout import ADDED, SOURCE, Sheet, sheets
from export.writers.to_xlsx.longsheet import LongSheet, is_plain
from normalise.rows import Row, Value, as_text
from normalise.schema import Field

Fill = Callable[[LongSheet, int, int, Row], int]
"""Writes a cell for a row and says how many lines it takes."""

MAIN = "actions"


class Added:
    """Fills the columns that no table of the contract has; an owner or milestone finds its action by `action_id`."""

    def __init__(self, book: Book, export: Export) -> None:
        self.book, self.about, self.links = book, export.about, links_of(export)
        self.own = Own() if book.publication else export.own
        ours = next([field.name for field in sheet.columns] for sheet in sheets() if sheet.name == MAIN)
        self.headings = dict(zip(self.own.columns, told_apart(self.own.columns, ours), strict=True))
        self.actions = _InOrder(export.tables["actions"])
        self._names = _longest_names(export.tables["files"]) if self.links.root else ()

    def of(self, sheet: Sheet) -> dict[str, Fill]:
        """The added columns of a sheet, by name."""
        source = partial(self._source, self._room(sheet))
        fills: dict[str, Fill] = {"Source": source, "days_overdue": self._overdue, "action": self._action}
        fills = {field.name: fills[field.name] for field in ADDED.get(sheet.name, ())}
        return fills | ({s: partial(self._mine, n) for n, s in self.headings.items()} if sheet.name == MAIN else {})

    def widened(self, sheet: Sheet) -> Sheet:
        """The sheet with room for its links, and after its own columns those that analysts added to it before."""
        names = [field.name for field in sheet.columns]
        room = self._room(sheet)
        widths = tuple(room if n == SOURCE.name else w for n, w in zip(names, sheet.widths, strict=True))
        sheet = replace(sheet, widths=widths)
        if sheet.name != MAIN or not self.own.columns:
            return sheet
        told = "A column that was added to the workbook"
        columns = tuple(Field(shown, "string", told) for shown in self.headings.values())
        return replace(sheet, columns=(*sheet.columns, *columns), widths=(*widths, *(_OWN_WIDTH for _ in columns)))

    def annotate(self, page: LongSheet, row: int, names: Mapping[str, int], values: Row) -> None:
        """Put the notes analysts left on cells of this row where they were."""
        for name, text in self.own.notes.get(str(values.get("action_id")), {}).items():
            shown = self.headings.get(name, name)
            if shown in names:
                page.write_comment(row, names[shown], fitted(text))

    def _mine(self, name: str, page: LongSheet, row: int, column: int, values: Row) -> int:
        value = self.own.cells.get(str(values["action_id"]), {}).get(name)
        if value is None:
            return 1
        put_entry(self.book, page, (row, column), value)
        return lines_of(as_text(value), _OWN_WIDTH)

    def _room(self, sheet: Sheet) -> float:
        """The width of the column Source in which the longest name of a file stands whole, with a place in it."""
        fields = [field.name for field in sheet.columns]
        parts = [part for part in _PLACE if part in fields or ("source_file" not in fields and part != "column")]
        place = "".join(f", {part} 10" for part in parts if part != "page")
        paged = f", page 10{place}" if "page" in parts else place
        said = (name + (paged if pages else place) for name, pages in self._names)
        return max([_SOURCE_WIDTH, *map(linked_width, said)])

    def _source(self, room: float, page: LongSheet, row: int, column: int, values: Row) -> int:
        told = values if "source_file" in values else self.actions.find(values["action_id"])
        if told is None:
            return 1
        text, address = in_words(told), self.links.to(told)
        shown = text if is_plain(text) else fitted(text)
        if not address or not page.link((row, column), address, shown, self.book.styles["link"]):
            put_text(page, row, column, text)
        return lines_of(text, room)

    def _overdue(self, page: LongSheet, row: int, column: int, values: Row) -> int:
        days = days_overdue(values, self.about.as_of)
        if days is not None:
            put_number(page, row, column, days)
        return 1

    def _action(self, page: LongSheet, row: int, column: int, values: Row) -> int:
        action = self.actions.find(values["action_id"])
        if not action or not action["action"]:
            return 1
        put_text(page, row, column, action["action"])
        return lines_of(str(action["action"]), _ACTION_WIDTH)


class _InOrder:
    """The actions, gone through as the rows that speak of them come in the same order: none is kept."""

    def __init__(self, actions: Iterable[Row]) -> None:
        self._actions = actions
        self._left = iter(actions)
        self._at: Row | None = None

    def find(self, identity: Value) -> Row | None:
        """The action of this identity, found at once where it is the one before or the next."""
        if self._at is None or self._at["action_id"] != identity:
            ahead = (row for row in self._left if row["action_id"] == identity)
            self._at = next(ahead, None) or self._from_the_start(identity)
        return self._at

    def _from_the_start(self, identity: Value) -> Row | None:
        self._left = iter(self._actions)
        return next((row for row in self._left if row["action_id"] == identity), None)


def _longest_names(files: Iterable[Row]) -> tuple[tuple[str, bool], ...]:
    """The longest names of files with pages and of files without, each with whether it has pages."""
    longest: dict[bool, str] = {}
    for row in files:
        name, pages = str(row["source_file"]), bool(row["pages"])
        longest[pages] = max(longest.get(pages, ""), name, key=width_of)
    return tuple((name, pages) for pages, name in longest.items())


_PLACE = ("page", "table", "row", "column")
_SOURCE_WIDTH, _ACTION_WIDTH, _OWN_WIDTH = 44.0, 52.0, 30.0
"""The narrowest these columns are in `layout.toml`."""
