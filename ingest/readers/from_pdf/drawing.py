"""One page of pdfium's objects → `Ink`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium

from ingest.readers.from_pdf import calls
from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.letters import Letters
from ingest.readers.from_pdf.links import links, with_links
from ingest.readers.from_pdf.probe import FORM, IDENTITY, IMAGE, PATH, TEXT, Matrix, Probe, after
from ingest.readers.from_pdf.rules import joined
from ingest.readers.from_pdf.runs import runs, texts, turn_of
from ingest.readers.from_pdf.strikes import struck
from ingest.readers.from_pdf.strokes import Drawn, draw

_SEEN = (TEXT, PATH, IMAGE)
_OBJECTS = 200_000


def ink(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> Ink:
    """Everything on one page; both must stay open as long as the letters of its runs are wanted."""
    probe = Probe(calls.address(textpage.raw))
    found: dict[int, list[tuple[calls.Address, Matrix]]] = {TEXT: [], PATH: [], IMAGE: []}
    for kind, item, matrix in _objects(calls.address(page.raw), probe):
        found[kind].append((item, matrix))
    written = texts(found[TEXT], probe)
    turn = turn_of(written, page.get_rotation())
    frame = Frame(page, turn)
    drawn = Drawn()
    for item, matrix in found[PATH]:
        draw(drawn, item, matrix, probe, frame)
    seen, level = struck(runs(written, probe, frame), drawn.level)
    return Ink(
        number=number,
        width=frame.width,
        height=frame.height,
        runs=with_links(seen, links(page, frame)),
        level=joined(level),
        upright=joined(drawn.upright),
        fills=tuple(drawn.fills),
        pictures=tuple(frame.box(probe.bounds(item), matrix) for item, matrix in found[IMAGE]),
        letters=Letters(textpage, frame),
        turn=(turn - page.get_rotation()) % 360,
    )


def _objects(page: calls.Address, probe: Probe) -> Iterator[tuple[int, calls.Address, Matrix]]:
    items = [calls.object_at(page, n) for n in range(min(calls.count_objects(page), _OBJECTS))]
    yield from _walk(items, IDENTITY, probe, [_OBJECTS])


def _walk(
    items: Iterable[calls.Address], matrix: Matrix, probe: Probe, left: list[int]
) -> Iterator[tuple[int, calls.Address, Matrix]]:
    for item in items:
        kind = calls.type_of(item)
        left[0] -= 1
        if left[0] < 0:
            return
        if kind in _SEEN:
            yield kind, item, matrix
        elif kind == FORM:
            inner = after(probe.matrix(item), matrix)
            count = min(calls.count_form_objects(item), left[0])
            yield from _walk([calls.form_object_at(item, n) for n in range(count)], inner, probe, left)
