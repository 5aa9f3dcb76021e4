"""Addresses behind words: the link annotations of a page, as plain text and never followed.

ISO 32000-1, 12.5.6.5 and 12.6.4.7.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.readers.from_pdf.drawn.frame import Frame
from ingest.readers.from_pdf.drawn.matrices import IDENTITY
from ingest.readers.from_pdf.ink import Box, Link, Run

_MOST, _MOST_BOXES = 2_000, 50
"""Links of a page, and lines of words under one of them."""
_LONGEST = 2_048
_BEHIND = 0.5
"""The part of the narrower of link and words that must lie over the other."""


def links(page: pdfium.PdfPage, frame: Frame) -> list[Link]:
    """Every place of the page that leads to an address, one for each line of its words."""
    found: list[Link] = []
    position, link = ctypes.c_int(), c.FPDF_LINK()
    while len(found) < _MOST and c.FPDFLink_Enumerate(page, position, link):
        address = _address(page, link)
        if address:
            found += [Link(box, address) for box in _boxes(link, frame)]
    return found


def with_links(runs: Sequence[Run], found: Sequence[Link]) -> tuple[Run, ...]:
    """The runs, each with the links that lie over it."""
    if not found:
        return tuple(runs)
    over: dict[int, list[Link]] = {}
    placed = sorted(((run.box.y, n) for n, run in enumerate(runs)), key=itemgetter(0))
    for link in found:
        first = bisect_left(placed, link.box.top, key=itemgetter(0))
        for _, n in placed[first : bisect_right(placed, link.box.bottom, key=itemgetter(0))]:
            if _lies_over(link.box, runs[n].box):
                over.setdefault(n, []).append(link)
    return tuple(run._replace(links=tuple(over[n])) if n in over else run for n, run in enumerate(runs))


def addresses(runs: Iterable[Run]) -> tuple[str, ...]:
    """The addresses behind the runs, each once; a run that was cut keeps only what lies over what is left of it."""
    linked = (link.address for run in runs for link in run.links if _lies_over(link.box, run.box))
    return tuple(dict.fromkeys(linked))


def _lies_over(link: Box, words: Box) -> bool:
    shared = min(link.right, words.right) - max(link.left, words.left)
    return link.top <= words.y <= link.bottom and shared > _BEHIND * min(link.width, words.width)


def _address(page: pdfium.PdfPage, link: c.FPDF_LINK) -> str:
    action = c.FPDFLink_GetAction(link)
    if not action or c.FPDFAction_GetType(action) != c.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST)
    size = c.FPDFAction_GetURIPath(page.pdf, action, buffer, _LONGEST)
    return buffer.value.decode("utf-8", "replace") if size <= _LONGEST else ""


def _boxes(link: c.FPDF_LINK, frame: Frame) -> Iterator[Box]:
    """The lines of words that a link lies over; its whole rectangle where it does not name them."""
    quad = c.FS_QUADPOINTSF()
    count = min(c.FPDFLink_CountQuadPoints(link), _MOST_BOXES)
    for n in range(count):
        if c.FPDFLink_GetQuadPoints(link, n, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield frame.box((min(xs), min(ys), max(xs), max(ys)), IDENTITY)
    area = c.FS_RECTF()
    if not count and c.FPDFLink_GetAnnotRect(link, area):
        left, right = sorted((area.left, area.right))
        bottom, top = sorted((area.bottom, area.top))
        yield frame.box((left, bottom, right, top), IDENTITY)
