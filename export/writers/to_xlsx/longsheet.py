"""A worksheet written row by row to disk, that may all the same be marked up as an Excel table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from itertools import chain
from typing import Any, TextIO, cast

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.url import Url
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from export.writers.to_xlsx.addresses import Addresses, Links

MOST_LINKS = 65_530
"""Links Excel allows on a sheet."""


def is_plain(text: str) -> bool:
    """Whether a text stands in XML and in Excel's own escaping (`_x000D_`) for itself."""
    return (
        (text.isprintable() or text.replace("\n", "").isprintable())
        and "&" not in text
        and "<" not in text
        and ">" not in text
        and "_x" not in text
        and text.strip() == text != ""
    )


@cache
def _letters(column: int) -> str:
    return xl_col_to_name(column)


def _shown(style: Format) -> str:
    return f' s="{style._get_xf_index()}"'  # type: ignore[no-untyped-call]


class LongSheet(Worksheet):
    """A sheet whose rows are written in order, each gone from memory when the next begins."""

    def __init__(self) -> None:
        super().__init__()
        self._manners: dict[int, str] = {}
        self._heights: dict[int, float] = {}
        self._links = Links(Addresses())

    def put(self, at: tuple[int, int], value: str | float, style: Format | None = None) -> None:
        """Write a text as text or a number as a number, whatever it looks like."""
        # XlsxWriter's own methods ask of each cell whether it is given as "A1", within bounds and of fitting length,
        # and look at it again when the row is written, as if it might be anything: most of what a large workbook
        # costs. Nearly all cells are numbers or texts that need no escaping; these are written at once, to the same
        # bytes.
        row, column = at
        if row > self.previous_row or not self._holds(column):
            self._check_dimensions(row, column)
            if row > self.previous_row:
                self._write_single_row(row)
        shown = self._manner(column) if style is None else _shown(style)
        start = f'<c r="{_letters(column)}{row + 1}"{shown}'
        if not isinstance(value, str):
            self.table[row][column] = f"{start}><v>{value:.16G}</v></c>"
        elif is_plain(value):
            self.table[row][column] = f'{start} t="inlineStr"><is><t>{value}</t></is></c>'
        else:
            self.table[row][column] = CellStringTuple(value, style)

    def put_row(self, row: int, cells: Mapping[int, str]) -> None:
        """Write cells that begin as `beginnings` says, in columns that the header of the table has too."""
        if row > self.previous_row:
            self._check_dimensions(row, min(cells))
            self._write_single_row(row)
        self.table[row].update(cells)

    def beginnings(self, column: int) -> tuple[str, str, str]:
        """How a cell of a column begins before the number of its row, and goes on with a number, and with a text."""
        start = f'"{self._manner(column)}'
        return f'<c r="{_letters(column)}', f"{start}><v>", f'{start} t="inlineStr"><is><t>'

    def raise_row(self, row: int, height: float) -> None:
        """Make the row that is being written so many points high; unlike `set_row`, nothing of it is remembered."""
        self._heights[row] = height

    def _holds(self, column: int) -> bool:
        return self.dim_colmax is not None and self.dim_colmin <= column <= self.dim_colmax

    def _manner(self, column: int) -> str:
        """The style of the cells of a column, which is set before its first cell is written."""
        if column not in self._manners:
            said = self.col_info.get(column)
            self._manners[column] = _shown(said.column_format) if said and said.column_format else ""
        return self._manners[column]

    def _write_single_row(self, current_row_num: int = 0) -> None:
        row = self.previous_row
        cells = self.table[row]
        if not cells or row in self.row_info:
            super()._write_single_row(current_row_num)
            return
        self.previous_row = current_row_num
        height = self._heights.pop(row, None)
        high = "" if height is None else f' ht="{height:.16g}" customHeight="1"'
        out = cast(TextIO, self.fh)
        opening = f'<row r="{row + 1}"{high}>'
        try:
            out.write(f"{opening}{''.join([cells[column] for column in sorted(cells)])}</row>")
        except TypeError:  # a cell that only XlsxWriter can write
            out.write(opening)
            for column in sorted(cells):
                self._write_cell(row, column, cells[column])
            out.write("</row>")
        self.table.clear()

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if isinstance(cell, str):
            cast(TextIO, self.fh).write(cell)
        else:
            super()._write_cell(row, col, cell)

    def mark_table(self, top: int, last: tuple[int, int], options: dict[str, Any]) -> None:
        """Mark a table from its header at row `top` to the `last` row and column; it begins in the first column.

        Call it before any row of the table is written, for it writes the header. XlsxWriter refuses tables where rows
        are written as they come, and elsewhere remembers each cell of them (some 200 bytes a cell). The table is
        therefore added with one row, and its range widened.
        """
        kept = self.constant_memory, self.str_table
        self.constant_memory = False
        setattr(self, "str_table", SharedStringTable())  # noqa: B010, declared as None by XlsxWriter
        self.add_table(top, 0, top + 1, last[1], options)
        self.constant_memory, self.str_table = kept
        for column, said in enumerate(options["columns"]):
            self.write_string(top, column, said["header"], said.get("header_format"))
        table = self.tables[-1]
        for key in ("range", "a_range", "autofilter"):
            if key in table:
                table[key] = table[key].rpartition(":")[0] + ":" + xl_rowcol_to_cell(*last)

    def link(self, at: tuple[int, int], address: str, text: str, style: Format | None) -> bool:
        """Write text that leads to a relative address of a file, unless the sheet has all the links it may have."""
        if self.hlink_count >= MOST_LINKS:
            return False
        self.hlink_count += 1
        self.put(at, text, style)
        self._links.add(at, address)
        return True

    def share(self, addresses: Addresses) -> None:
        """Keep the addresses of links with those of other sheets, which are mostly the same."""
        self._links = Links(addresses)

    def _write_hyperlinks(self) -> None:
        """Write the links, those to one file under one relationship: XlsxWriter keeps an object for each link."""
        if not self._links:
            super()._write_hyperlinks()
            return
        targets = self._related()
        out = cast(TextIO, self.fh)
        out.write("<hyperlinks>")
        for row, column, number in self._links:
            out.write(f'<hyperlink ref="{_letters(column)}{row + 1}" {targets[number]}/>')
        out.write("</hyperlinks>")

    def _related(self) -> list[str]:
        """What a link says to lead to each address, which becomes a relationship of the sheet."""
        said = []
        for url in self._urls():
            self.rel_count += 1
            place = f' location="{escape(url._anchor)}"' if url._anchor else ""
            said.append(f'r:id="rId{self.rel_count}"{place}')
        return said

    def _urls(self) -> Iterator[Url]:
        return (Url(address if "://" in address else f"external:{address}") for address in self._links.addresses())

    def relations(self) -> Iterator[Sequence[str]]:
        """What the sheet leads to or is made of, each with its kind and place; links made as they are written."""
        linked = (["/hyperlink", url._target(), "External"] for url in self._urls())
        return chain(
            linked if self._links else self.external_hyper_links,
            self.external_drawing_links, self.external_vml_links, self.external_background_links,
            self.external_table_links, self.external_comment_links,
        )  # fmt: skip
