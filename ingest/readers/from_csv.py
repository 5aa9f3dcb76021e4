"""Comma-separated values: tables parted by blank lines, and lone lines before or between them as paragraphs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from ingest.counting import Counts
from ingest.encoding import decode
from ingest.errors import Damaged, TooLarge, Unsupported
from ingest.limits import Limits
from ingest.model import Facts, Yielded
from ingest.plain_table import marked, plain_table
from ingest.separated import separated_rows
from ingest.text import clean
from ingest.text_kinds import separator

Run = list[tuple[int, list[str]]]


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield the tables of a file of comma- or semicolon-separated values (RFC 4180), rows numbered as in the file.

    Blank rows part tables; lone values above a table are paragraphs.
    """
    text = decode(data)
    if text is None:
        raise Unsupported("neither a document nor text")
    yield Facts(engine="csv")
    counts = Counts()
    positions = 0
    for run in _runs(_rows(text, separator(text) or ",")):
        wide = [len(row) > 1 for _, row in run]
        first = wide.index(True) if any(wide) else len(run)
        for _, row in run[:first]:
            yield marked(clean(row[0]), counts.paragraph())
        positions += len(run) * max(len(row) for _, row in run)
        if positions > limits.positions:
            raise TooLarge(f"it has more than {limits.positions:,} cells")
        if run[first:]:
            yield plain_table([row for _, row in run[first:]], counts.table(), run[first][0])


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    try:
        for number, row in enumerate(separated_rows(text, mark), 1):
            yield number, _trimmed(row)
    except csv.Error as error:
        raise Damaged("a value in quotation marks does not end") from error


def _trimmed(row: Sequence[str]) -> list[str]:
    last = max((at for at, value in enumerate(row, 1) if value.strip()), default=0)
    return list(row[:last])


def _runs(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Run]:
    run: Run = []
    for number, row in rows:
        if row:
            run.append((number, row))
        elif run:
            yield run
            run = []
    if run:
        yield run
