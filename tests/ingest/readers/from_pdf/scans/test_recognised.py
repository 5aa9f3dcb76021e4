"""Scans read by the engines that are installed: the same tables as from the pages they were made of."""

from __future__ import annotations

import io
from collections import Counter

import pikepdf
import pypdfium2 as pdfium
import pytest

from ingest import recognition
from ingest.limits import Limits
from ingest.model import Document, Table
from ingest.readers.from_pdf.scans.pixels import rendered
from ingest.reading import read_document
from tests.ingest.readers.from_pdf.drawn import pdf, ruled, words
from tests.ingest.readers.from_pdf.scans.scanner import claiming, scan

PRINTED = pdf(
    ruled(
        "Ward | Action | Lead", "North | Plant trees by the river | Parks Manager",
        "South | Mend the footbridge | Jill Hughes", "Both | Open a day centre | Town Clerk",
    )
)  # fmt: skip

ENGINES = [name for name in (recognition.rapidocr(), recognition.tesseract()) if name]
with_engine = pytest.mark.parametrize("engine", ENGINES)
any_engine = pytest.mark.skipif(not recognition.engine(), reason="nothing here recognises text")


def read(data: bytes, engine: str) -> Document:
    return read_document(data, Limits(ocr=engine))


def cells(document: Document) -> Counter[str]:
    return Counter("".join(c.text.split()) for t in document.tables for row in t.rows for c in row if c.text)


def shape(table: Table) -> tuple[int, int]:
    return len(table.rows), table.width


def share_right(document: Document, truth: Document) -> float:
    return sum((cells(document) & cells(truth)).values()) / cells(truth).total()


@with_engine
@pytest.mark.parametrize("how", [{}, {"askew": 0.5, "grain": 6, "quality": 60}, {"turn": 180, "askew": 0.4}])
def test_a_scan_gives_the_table_that_was_printed(engine: str, how: dict[str, float]) -> None:
    truth = read_document(PRINTED)
    found = read(scan(PRINTED, **how), engine)  # type: ignore[arg-type]
    assert [shape(t) for t in found.tables] == [shape(t) for t in truth.tables]
    assert share_right(found, truth) >= 0.9


@any_engine
@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_scanned_sideways_is_turned(turn: int) -> None:
    truth = read_document(PRINTED)
    assert share_right(read(scan(PRINTED, turn=turn), recognition.engine()), truth) >= 0.9


@any_engine
def test_every_cell_of_a_scan_is_marked_and_its_page_noted() -> None:
    found = read(scan(pdf(ruled("Action | Lead", "Plant trees | Parks"))), recognition.engine())
    assert all(cell.recognised for table in found.tables for row in table.rows for cell in row)
    assert [(n.code, n.place.page) for n in found.notes if n.place] == [("page-recognised", 1)]
    assert found.facts.engine == f"pdfium, {recognition.engine()}"


@any_engine
def test_only_the_pages_that_are_pictures_are_recognised() -> None:
    written = pdf(ruled("Action | Lead", "Plant trees | Parks"), [words("The end of the plan, in words", y=100)])
    found = read(with_first_page_scanned(written), recognition.engine())
    assert found.facts.scans == 1
    assert [c.text for c in found.tables[0].rows[1]] == ["Plant trees", "Parks"]
    assert any("end of the plan" in p.text for p in found.blocks if not isinstance(p, Table))


@any_engine
def test_a_page_that_takes_too_long_is_left_out_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    written = pdf(ruled("Action | Lead", "Plant trees | Parks"), [words("The end of the plan, in words", y=100)])
    limits = Limits(ocr=recognition.engine(), ocr_seconds=0.01)
    found = read_document(with_first_page_scanned(written), limits)
    assert [n.code for n in found.notes] == ["page-without-text"] * 2
    assert "within 0 seconds" in found.notes[0].message


@any_engine
def test_a_picture_that_claims_to_be_enormous_is_not_opened() -> None:
    written = pdf([words("The end of the plan, in words", y=100)])
    found = read(joined(claiming(60_000, 60_000), written), recognition.engine())
    assert any("too large to be opened" in n.message for n in found.notes)


def test_an_enormous_page_is_drawn_with_no_more_dots_than_memory_has_room_for() -> None:
    document = pdfium.PdfDocument(claiming(1_000, 1_000, page=(14_400.0, 14_400.0)))
    drawn = rendered(document[0])
    document.close()
    assert drawn is not None
    assert drawn[0].size <= 61_000_000


def first_page(data: bytes) -> bytes:
    return pages_of(data, 1)


def pages_of(data: bytes, count: int) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        del document.pages[count:]
        document.save(made)
    return made.getvalue()


def joined(*parts: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as whole:
        for part in parts:
            with pikepdf.open(io.BytesIO(part)) as document:
                whole.pages.extend(document.pages)
        whole.save(made)
    return made.getvalue()


def with_first_page_scanned(data: bytes) -> bytes:
    rest = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        del document.pages[0]
        document.save(rest)
    return joined(scan(first_page(data)), rest.getvalue())
