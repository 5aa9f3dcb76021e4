"""One page of pdfium's objects → `Ink`."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from ingest.readers.from_pdf import calls
from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.letters import Letters
from ingest.readers.from_pdf.links import links, with_links
from ingest.readers.from_pdf.probe import FORM, IDENTITY, IMAGE, PATH, TEXT, Matrix, Probe, after
from ingest.readers.from_pdf.rules import joined
from ingest.readers.from_pdf.runs import is_beyond, runs, texts, turn_of
from ingest.readers.from_pdf.strikes import struck
from ingest.readers.from_pdf.strokes import Drawn, draw

_OBJECTS = 200_000

Found = dict[int, list[tuple[calls.Address, Matrix]]]
"""Objects by their kind, each with the matrix of the forms around it."""


def ink(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> Ink:
    """Everything on one page; both must stay open as long as the letters of its runs are wanted."""
    probe = Probe(calls.address(textpage.raw))
    found: Found = {TEXT: [], PATH: [], IMAGE: []}
    every = calls.address(page.raw)
    items = [calls.object_at(every, n) for n in range(min(calls.count_objects(every), _OBJECTS))]
    _gather(items, IDENTITY, probe, found)
    written = texts(found[TEXT], probe)
    turn = turn_of(written, page.get_rotation())
    frame = Frame(page, turn)
    drawn = Drawn()
    for item, matrix in found[PATH]:
        draw(drawn, item, matrix, probe, frame)
    kept = runs(written, probe, frame)
    seen, level = struck(kept, drawn.level)
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
        beyond=is_beyond(written, kept, probe, frame),
    )


def _gather(items: Sequence[calls.Address], matrix: Matrix, probe: Probe, found: Found, left: int = _OBJECTS) -> int:
    """Sort the objects by their kind, those in forms too; how many more may be looked at."""
    for item, kind in zip(items, probe.kinds(items), strict=True):
        left -= 1
        if left < 0:
            break
        if kind in found:
            found[kind].append((item, matrix))
        elif kind == FORM:
            inner = after(probe.matrix(item), matrix)
            held = [calls.form_object_at(item, n) for n in range(min(calls.count_form_objects(item), left))]
            probe.enter(item, held)
            left = _gather(held, inner, probe, found, left)
    return left
