"""One page of pdfium's objects → `Ink`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import NamedTuple

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


class _Objects(NamedTuple):
    """Objects of one kind, each with what it stands in."""

    items: list[calls.Handle]
    forms: list[Form]


class _Gathered:
    """The objects of a page by their kind, those in forms too, and what each text says."""

    def __init__(self, words: Mapping[calls.Address, str]) -> None:
        self.text, self.paths, self.images = _Objects([], []), _Objects([], []), _Objects([], [])
        self.said: list[str] = []
        self._kinds = {TEXT: self.text, PATH: self.paths, IMAGE: self.images}
        self._words = words
        self._left = _OBJECTS
        self._forms = 0

    def add(self, addresses: Iterable[calls.Address], form: Form) -> None:
        """Sort objects that stand in a form, or on the page; no more than may be looked at."""
        words, kinds, said, handle_to, type_of = self._words, self._kinds, self.said, calls.handle_to, calls.type_of
        text, text_forms = self.text
        for address in addresses:
            self._left -= 1
            if self._left < 0:
                break
            item = handle_to(address)
            if address in words:  # as most are
                text.append(item)
                text_forms.append(form)
                said.append(words[address])
                continue
            kind = type_of(item)
            if kind in kinds:
                items, forms = kinds[kind]
                items.append(item)
                forms.append(form)
                if kind == TEXT:
                    said.append("")
            elif kind == FORM:
                self._forms += 1
                held = range(min(calls.count_form_objects(item), self._left))
                self.add(map(calls.form_object_at, repeat(item), held), entered(item, form, self._forms))


def ink(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> Ink:
    """Everything on one page; both must stay open as long as the letters of its runs are wanted."""
    every = calls.handle(page.raw)
    found = _Gathered(said(calls.handle(textpage.raw)))
    found.add(map(calls.object_at, repeat(every), range(min(calls.count_objects(every), _OBJECTS))), PAGE)
    written = texts(found.text.items, found.said, found.text.forms)
    asked = page.get_rotation()
    turn = turn_of(written, asked)
    frame = Frame(page, turn)
    drawn = draw(found.paths.items, found.paths.forms, frame)
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
        pictures=tuple(frame.boxes(probe.edges(found.images.items), found.images.forms)),
        letters=Letters(textpage, frame),
        turn=(turn - asked) % 360,
        beyond=is_beyond(written, kept, frame),
    )
