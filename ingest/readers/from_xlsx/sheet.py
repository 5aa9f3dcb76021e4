"""A sheet as any spreadsheet format gives it: the cells that hold something, sparse, in order."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Note


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a sheet by its own row and column, from 1; `text` is what the sheet shows."""

    row: int
    column: int
    text: str
    row_span: int = 1
    col_span: int = 1
    fill: str = ""
    colour: str = ""
    struck: bool = False
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's entries by row and column, merged cells by their top left one; notes of its reading."""

    name: str
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()
