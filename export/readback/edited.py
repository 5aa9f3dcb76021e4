"""The sheet Actions of a workbook as it stands now: values by action and column, notes, and who saved it when."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from export.errors import OutputError
from normalise.rows import Value

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KEY = "action_id"
_OURS = "ingather"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


@dataclass(frozen=True, slots=True)
class Edited:
    """A row of the sheet by column, with the notes on its cells; `action_id` is "" where it was put in by hand."""

    action_id: str
    values: dict[str, Value]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheets:
    """All rows of the sheets Actions, their columns in order, who saved the workbook ("" if nobody since), and when."""

    columns: tuple[str, ...]
    rows: tuple[Edited, ...]
    who: str = ""
    when: str = ""


def read_sheets(path: Path) -> Sheets:
    """Read the sheets Actions of a workbook; cells with formulas give the value last shown.

    Raises OutputError where the workbook cannot be read, since writing over it would lose what was put into it.
    """
    from openpyxl import load_workbook  # takes longer to load than a first run, which needs none, takes to begin

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep; nothing is written back
            book = load_workbook(path, read_only=True, data_only=True)
            try:
                return _sheets(book, path)
            finally:
                book.close()
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile, SyntaxError) as error:
        raise OutputError(
            f"{path} could not be read, so corrections in it would be lost.",
            "Open it and save it again; or, if nothing in it is yours, delete it; then run ingather again.",
        ) from error


def _sheets(book: Workbook, path: Path) -> Sheets:
    columns: dict[str, None] = {}
    rows: list[Edited] = []
    for page in book.worksheets:
        if page.title == "Actions" or page.title.startswith("Actions ("):
            found = list(_rows(page, _notes(path, page)))
            columns.update(dict.fromkeys(name for row in found for name in row.values))
            rows.extend(found)
    saved = book.properties.lastModifiedBy or ""
    when = book.properties.modified
    touched = saved not in ("", _OURS)
    return Sheets(tuple(columns), tuple(rows), saved if touched else "", when.isoformat() if touched and when else "")


def _rows(page: Worksheet, notes: dict[tuple[int, int], str]) -> Iterator[Edited]:
    lines = enumerate(page.iter_rows(values_only=True), 1)
    names = [str(name) if name is not None else "" for name in next(lines, (1, ()))[1]]
    if KEY not in names:
        return
    key = names.index(KEY)
    for number, line in lines:
        values = {name: _value(cell) for name, cell in zip(names, line, strict=False) if name}
        said = {name: notes[number, i] for i, name in enumerate(names, 1) if name and (number, i) in notes}
        named = str(line[key]) if len(line) > key and line[key] else ""
        if named or any(cell not in (None, "") for cell in values.values()):
            yield Edited(named, values, said)


def _value(cell: object) -> Value:
    if isinstance(cell, str):
        from openpyxl.utils.escape import unescape

        return unescape(cell)
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, bool | int | float | date) else None


def _notes(path: Path, page: Any) -> dict[tuple[int, int], str]:
    """The notes of a sheet by row and column, both from 1; openpyxl does not give them when it reads row by row."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path
    from openpyxl.utils.cell import coordinate_to_tuple
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import fromstring

    found: dict[tuple[int, int], str] = {}
    with zipfile.ZipFile(path) as archive:
        relations = str(get_rels_path(page._worksheet_path)).lstrip("/")  # type: ignore[no-untyped-call]
        if relations not in archive.namelist():
            return found
        for relation in get_dependents(archive, relations).find(_COMMENTS):
            for comment in fromstring(archive.read(relation.target)).iter(f"{{{SHEET_MAIN_NS}}}comment"):
                row, column = coordinate_to_tuple(comment.get("ref", "A1"))
                found[row, column] = "".join(run.text or "" for run in comment.iter(f"{{{SHEET_MAIN_NS}}}t"))
    return found
