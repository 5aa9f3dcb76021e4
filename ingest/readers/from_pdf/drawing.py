"""One page of pdfium's objects → `Ink`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.letters import Letters
from ingest.readers.from_pdf.probe import FORM, IDENTITY, IMAGE, PATH, TEXT, Matrix, Probe, after
from ingest.readers.from_pdf.rules import joined
from ingest.readers.from_pdf.runs import runs, texts, turn_of
from ingest.readers.from_pdf.strokes import Drawn, draw

_FORM_DEPTH = 12
_OBJECTS = 200_000


def ink(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> Ink:
    """Everything on one page; both must stay open as long as the letters of its runs are wanted."""
    probe = Probe(textpage.raw)
    found: dict[int, list[tuple[Any, Matrix]]] = {TEXT: [], PATH: [], IMAGE: []}
    for kind, item, matrix in _objects(page.raw, probe):
        found[kind].append((item, matrix))
    written = texts(found[TEXT], probe)
    turn = turn_of(written, page.get_rotation())
    frame = Frame(page, turn)
    drawn = Drawn()
    for item, matrix in found[PATH]:
        draw(drawn, item, matrix, probe, frame)
    return Ink(
        number=number,
        width=frame.width,
        height=frame.height,
        runs=runs(written, probe, frame),
        level=joined(drawn.level),
        upright=joined(drawn.upright),
        fills=tuple(drawn.fills),
        pictures=tuple(frame.box(probe.bounds(item), matrix) for item, matrix in found[IMAGE]),
        letters=Letters(textpage, frame),
        turn=(turn - page.get_rotation()) % 360,
    )


def _objects(page: Any, probe: Probe) -> Iterator[tuple[int, Any, Matrix]]:
    left = [_OBJECTS]
    count = c.FPDFPage_CountObjects(page)
    yield from _walk(lambda n: c.FPDFPage_GetObject(page, n), count, IDENTITY, probe, left)


def _walk(
    item_at: Callable[[int], Any], count: int, matrix: Matrix, probe: Probe, left: list[int]
) -> Iterator[tuple[int, Any, Matrix]]:
    for n in range(count):
        item = item_at(n)
        kind = c.FPDFPageObj_GetType(item)
        left[0] -= 1
        if left[0] < 0:
            return
        if kind in (TEXT, PATH, IMAGE):
            yield kind, item, matrix
        elif kind == FORM:
            inner = after(probe.matrix(item), matrix)
            yield from _walk(_of_form(item), c.FPDFFormObj_CountObjects(item), inner, probe, left)


def _of_form(form: Any) -> Callable[[int], Any]:
    return lambda n: c.FPDFFormObj_GetObject(form, n)
