"""Files of every output format as text that can be reviewed line by line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


def shown(path: Path) -> str:
    """A file as text: databases and workbooks by what they hold, others as they are, with marks at what is unseen."""
    if path.suffix == ".xlsx":
        return "\n".join(_sheet(page) for page in load_workbook(path))
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as store:
            views = (f"SELECT * FROM {name}" for name in ("overdue", "by_owner", "changes"))
            rows = (f"{view}: {json.dumps(list(store.execute(view)), ensure_ascii=False)}" for view in views)
            return "\n".join([*store.iterdump(), *rows, ""])
    if path.suffix == ".parquet":
        return _parquet(path)
    return path.read_bytes().decode().replace("\ufeff", "<BOM>").replace("\r\n", "<CR>\n")


def _parquet(path: Path) -> str:
    from pyarrow import parquet

    table = parquet.read_table(path)
    columns = [f"{field.name}: {field.type}" for field in table.schema]
    rows = [json.dumps(row, default=str, ensure_ascii=False) for row in table.to_pylist()]
    return "\n".join([*columns, *rows, ""])


def _sheet(page: Worksheet) -> str:
    tables = [f"table {table.name} {table.ref}" for table in page.tables.values()]
    panes = f"frozen at {page.freeze_panes}" if page.freeze_panes else "not frozen"
    checks = [f"choice {said.sqref} {said.formula1}" for said in page.data_validations.dataValidation]
    rows = [
        " | ".join(_cell(cell) for cell in row if isinstance(cell, Cell) and cell.value is not None)
        for row in page.iter_rows()
    ]
    return "\n".join([f"-- {page.title}: {page.dimensions}, {panes}", *tables, *checks, *filter(None, rows), ""])


def _cell(cell: Cell) -> str:
    said = str(cell.value) if cell.data_type == "s" else f"{cell.value} as {cell.data_type} {cell.number_format}"
    link = cell.hyperlink and (cell.hyperlink.target or cell.hyperlink.location)
    return f"{cell.column_letter} {said.replace(chr(10), '⏎')}" + (f" -> {link}" if link else "")
