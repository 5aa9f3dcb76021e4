"""Tables that a run wrote as CSV, read again by the commands that speak of its results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.separated import separated_rows


def written_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table by its columns, with cells of any length; a letter that is no UTF-8 becomes a sign.

    A name that begins like a formula stands there with an apostrophe before it. Raises OSError.
    """
    rows = separated_rows(path.read_bytes().decode("utf-8-sig", "replace"), ",")
    head = next(rows, [])
    yield from (dict(zip(head, row, strict=False)) for row in rows)
