"""pdfplumber as an independent witness: it sees nearly every word of our tables, and we every word of its tables.

A cell that the page cuts has no rule beneath it, so the witness leaves it out of its tables:
its words on the page count.
"""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from ingest.reading import read_document

ROOT = Path(__file__).parents[4]
SHARED = ROOT.parent / "shared" / "pdf"
RULED = [
    ROOT / "samples" / "ruled-pages.pdf",
    *(path for name in ("rl_ruled_untag", "lo_ruled_untag") if (path := SHARED / f"{name}.pdf").exists()),
]
ALIKE = 0.97


def ours(data: bytes) -> Counter[str]:
    document = read_document(data)
    found = (
        cell.text
        for table in document.tables
        for y, row in enumerate(table.rows)
        for x, cell in enumerate(row)
        if table.is_origin(y, x)
    )
    return Counter(word for text in found for word in text.split())


def seen(data: bytes) -> Counter[str]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return Counter(word["text"] for page in document.pages for word in page.extract_words())


def tabled(data: bytes) -> set[str]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    return {word for table in tables for row in table for text in row if text for word in text.split()}


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.stem)
def test_the_witness_sees_the_words_of_our_tables(path: Path) -> None:
    data = path.read_bytes()
    words = ours(data)
    assert sum((words & seen(data)).values()) >= ALIKE * words.total()


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.stem)
def test_we_see_the_words_of_the_tables_of_the_witness(path: Path) -> None:
    data = path.read_bytes()
    words = tabled(data)
    assert len(words & set(ours(data))) >= ALIKE * len(words)
