"""Rows of comma-separated text as RFC 4180 has them: only line ends end a row, and a value may be of any length."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator


def separated_rows(text: str, mark: str) -> Iterator[list[str]]:
    """The rows of a text whose columns this mark parts, empty ones included. Raises `csv.Error` where quotes break."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    while True:
        # The library's bound on values is one for all who use it, so it is put back after each row.
        usual = csv.field_size_limit(len(text) + 1)
        try:
            row = next(reader, None)
        finally:
            csv.field_size_limit(usual)
        if row is None:
            return
        yield row
