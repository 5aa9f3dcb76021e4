"""Tables whose columns are parted by tabs, one row a line, or more lines where a cell is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.limits import Limits
from ingest.text import BULLETS

_MARK = re.compile(rf"\s*(?:[{BULLETS}o*–-]|\(?\w{{1,4}}[.)])?")
_QUOTED_LINES = 50
_LEAST_ROWS = 2
_BANNER = 120


def tabbed(lines: Sequence[str], start: int, limits: Limits) -> tuple[int, list[list[str]]] | None:
    """The rows of a table that begins at this line and the index after it, or None where none begins.

    A blank line within is passed over where the row after it has as many columns, and a short line without a tab
    between two rows is a row of one text. A list whose marks are followed by tabs is no table, nor is a single line.
    """
    if "\t" not in lines[start].strip():
        return None
    rows: list[list[str]] = []
    at = end = start
    while at < len(lines):
        after, row = _record(lines, at)
        if len(row) > limits.columns or (not rows and _is_listed(row)):
            break
        if len(row) < 2:
            if not rows or at > end or (any(row) and not _is_banner(lines, at, len(rows[-1]))):
                break
            rows += [[row[0].strip()]] if any(row) else []
            end, at = (after, after) if any(row) else (end, after)
            continue
        if at > end and len(row) != len(rows[-1]):
            break
        rows.append(row)
        at = end = after
    return (end, rows) if len(rows) >= _LEAST_ROWS else None


def _is_banner(lines: Sequence[str], at: int, width: int) -> bool:
    """Whether a line without a tab heads a section within a table: short, with a row of as many columns below it."""
    line = lines[at].strip()
    below = lines[at + 1].rstrip().count("\t") + 1 if at + 1 < len(lines) else 0
    return width > 1 and len(line) <= _BANNER and not line.endswith(".") and below == width


def _record(lines: Sequence[str], at: int) -> tuple[int, list[str]]:
    """The fields of the row at this line, with the lines of a quoted cell, and the index after it."""
    text, end = lines[at].rstrip(), at + 1
    if '"' in text and "\t" in text:
        joined = text
        while _is_open(joined) and end < min(len(lines), at + _QUOTED_LINES):
            joined, end = f"{joined}\n{lines[end].rstrip()}", end + 1
        if not _is_open(joined):
            return end, [_unquoted(field) for field in _fields(joined)]
        end = at + 1
    return end, text.split("\t")


def _is_open(text: str) -> bool:
    return text.count('"') % 2 == 1 and any(field.startswith('"') for field in text.split("\t"))


def _fields(text: str) -> list[str]:
    fields: list[str] = []
    for part in text.split("\t"):
        if fields and fields[-1].startswith('"') and fields[-1].count('"') % 2:
            fields[-1] += f"\t{part}"
        else:
            fields.append(part)
    return fields


def _unquoted(field: str) -> str:
    if len(field) > 1 and field.startswith('"') and field.endswith('"'):
        return field[1:-1].replace('""', '"')
    return field


def _is_listed(row: Sequence[str]) -> bool:
    return len(row) == 2 and _MARK.fullmatch(row[0]) is not None
