"""Cells that hold a picture and no words: what the tags say in place of it, as a status shown by a coloured mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Run
from ingest.readers.from_pdf.lines import flow
from ingest.readers.from_pdf.tagged.tags import TagTable

_NAME = re.compile(
    r"""(?ix)
    (?:picture|image|img|graphic|figure|shape|icon|logo|photo|screenshot|untitled) [\s_-]* (?:\d+ | \(\d+\))?
    | (?:rectangle|oval|freeform|group|chart|diagram|drawing|object|text\ box) \s \d+
    | .+ \. (?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp|heic|ico)
    | (?:https?|ftp|file|blob|data|cid) : \S+ | www \. \S+
    """
)
"""What programs put where nobody said anything."""
_GUESSED = re.compile(
    r"(?i)description (?:automatically )?generated|AI[- ]generated"
    r"|^an? (?:picture|image|close-?up|screenshot) (?:containing|of an? (?:computer|cell phone))\b"
    r"|^(?:logo|shape|icon), (?:company name|circle|oval|rectangle|square|arrow|polygon|background pattern)$"
)
"""What programs say that guess what a picture shows."""
_SIZE = 10.0


def is_said(words: str) -> bool:
    """Whether somebody said this of a picture: not the name or address of a file, nor that it is one, nor a guess."""
    said = " ".join(words.split())
    return bool(said) and _NAME.fullmatch(said) is None and _GUESSED.search(said) is None


def with_pictures(part: Fragment, tables: Iterable[TagTable]) -> Fragment:
    """The table with the words for its pictures, each once, in cells that hold no others."""
    table = next((table for table in tables if table.number == part.tag and table.pictures), None)
    if table is None:
        return part
    rows = {piece.row for piece in part.pieces}
    cells = {(cell.row, cell.column): cell for cell in table.pictures if cell.row in rows}
    pieces = []
    for piece in part.pieces:
        cell = None if piece.lines else cells.get((piece.row, piece.column))
        pieces.append(piece if cell is None else _saying(piece, table.pictures.pop(cell)))
    return replace(part, pieces=tuple(pieces))


def _saying(piece: Piece, words: str) -> Piece:
    said = " ".join(words.split())
    return piece._replace(lines=tuple(flow([Run(said, piece.box, piece.box.bottom, _SIZE)])))
