"""One page of pdfium's objects → `Ink`."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import repeat

import pypdfium2 as pdfium

from ingest.readers.from_pdf.drawn import calls, probe
from ingest.readers.from_pdf.drawn.frame import Frame
from ingest.readers.from_pdf.drawn.letters import Letters
from ingest.readers.from_pdf.drawn.links import links, with_links
from ingest.readers.from_pdf.drawn.probe import FORM, IMAGE, PATH, TEXT
from ingest.readers.from_pdf.drawn.rules import joined
from ingest.readers.from_pdf.drawn.runs import is_beyond, runs, texts, turn_of
from ingest.readers.from_pdf.drawn.said import said
from ingest.readers.from_pdf.drawn.strokes import draw
from ingest.readers.from_pdf.drawn.surroundings import PAGE, Form, entered
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.strikes import struck

_OBJECTS = 200_000


@dataclass(slots=True)
class _Objects:
    """Objects of one kind, each with what it stands in."""

    items: list[calls.Address] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)


class _Gathered:
    """The objects of a page by their kind, those in forms too. Text is what letters belong to."""

    def __init__(self, words: Container[calls.Address]) -> None:
        self.found = {TEXT: _Objects(), PATH: _Objects(), IMAGE: _Objects()}
        self._words = words
        self._left = _OBJECTS
        self._forms = 0

    def add(self, items: Iterable[calls.Address], form: Form) -> None:
        """Sort objects that stand in a form, or on the page; no more than may be looked at."""
        words, type_of, found = self._words, calls.type_of, self.found
        for item in items:
            self._left -= 1
            if self._left < 0:
                break
            kind = TEXT if item in words else type_of(item)
            if kind in found:
                found[kind].items.append(item)
                found[kind].forms.append(form)
            elif kind == FORM:
                self._forms += 1
                held = range(min(calls.count_form_objects(item), self._left))
                self.add(map(calls.form_object_at, repeat(item), held), entered(item, form, self._forms))


def ink(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> Ink:
    """Everything on one page; both must stay open as long as the letters of its runs are wanted."""
    words = said(calls.address(textpage.raw))
    every = calls.address(page.raw)
    gathered = _Gathered(words)
    gathered.add(map(calls.object_at, repeat(every), range(min(calls.count_objects(every), _OBJECTS))), PAGE)
    text, paths, images = gathered.found.values()
    written = texts(text.items, [words.get(item, "") for item in text.items], text.forms)
    asked = page.get_rotation()
    turn = turn_of(written, asked)
    frame = Frame(page, turn)
    drawn = draw(paths.items, paths.forms, frame)
    kept = runs(written, frame)
    seen, level = struck(kept, drawn.level)
    return Ink(
        number=number,
        width=frame.width,
        height=frame.height,
        runs=with_links(seen, links(page, frame)),
        level=joined(level),
        upright=joined(drawn.upright),
        fills=tuple(drawn.fills),
        pictures=tuple(frame.boxes(probe.edges(images.items), images.forms)),
        letters=Letters(textpage, frame),
        turn=(turn - asked) % 360,
        beyond=is_beyond(written, kept, frame),
    )
