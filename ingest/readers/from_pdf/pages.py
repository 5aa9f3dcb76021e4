"""A document's pages, opened one after another and closed again, a few at a time: memory stays flat."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.model import Note
from ingest.readers.from_pdf.drawn.drawing import ink
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.notes import salvaged
from ingest.readers.from_pdf.salvage.last_resort import LastResort
from ingest.readers.from_pdf.scans.hidden import shows_picture, words_are_hidden

if TYPE_CHECKING:
    from ingest.readers.from_pdf.scans.behind import Behind
    from ingest.readers.from_pdf.scans.recogniser import Recogniser

_OPEN = 4
"""Pages open at once: the one being read, and those after it that it is compared with."""


class Pages:
    """The ink of every page in order; `unread` are the numbers of pages that could not be opened.

    `recogniser` sees the pages that are pictures, where there is one; `resort` the pages that pdfium cannot open.
    """

    def __init__(self, document: pdfium.PdfDocument, resort: LastResort, recogniser: Recogniser | None = None) -> None:
        self._document = document
        self._resort = resort
        self._recogniser = recogniser
        self._behind: Behind | None = None
        self._open: deque[tuple[pdfium.PdfPage, pdfium.PdfTextPage]] = deque()
        self.count = len(document)
        self.unread: list[int] = []
        self.salvaged: list[int] = []

    @property
    def recognised(self) -> frozenset[int]:
        """The numbers of the pages whose words are recognised from a picture."""
        return frozenset().union(*(seen.pages for seen in (self._recogniser, self._behind) if seen))

    @property
    def notes(self) -> list[Note]:
        """What a person should know of recognised pages, and of those that only the last resort could open."""
        of_pictures = [seen.notes for seen in (self._recogniser, self._behind) if seen]
        return [*itertools.chain.from_iterable(of_pictures), *map(salvaged, self.salvaged)]

    def __enter__(self) -> Pages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keep(0)

    def __iter__(self) -> Iterator[Ink]:
        for number in range(1, len(self._document) + 1):
            seen = self._ink(number)
            if seen is not None:
                yield seen

    def _ink(self, number: int) -> Ink | None:
        self._keep(_OPEN - 1)
        try:
            page = self._document[number - 1]
            textpage = page.get_textpage()
        except pdfium.PdfiumError:
            return self._salvaged(number)
        self._open.append((page, textpage))
        if self._is_none(page):
            return self._salvaged(number)
        seen = ink(page, textpage, number)
        if self._recogniser:
            seen = self._recogniser.see(page, seen)
        return self._seen_behind(page, seen) if shows_picture(seen) and words_are_hidden(page) else seen

    def _seen_behind(self, page: pdfium.PdfPage, seen: Ink) -> Ink:
        """The page as its picture shows it; what looks at pictures takes longer to load than most documents to read."""
        if self._behind is None:
            from ingest.readers.from_pdf.scans.behind import Behind

            self._behind = Behind()
        return self._behind.see(page, seen)

    def _is_none(self, page: pdfium.PdfPage) -> bool:
        """Whether the page tree names something that is no page: pdfium takes it for an empty one without a size."""
        is_bare = page.get_mediabox(fallback_ok=False) is None and not c.FPDFPage_CountObjects(page)
        return is_bare and self._resort.count < self.count

    def _salvaged(self, number: int) -> Ink | None:
        """The page by the last resort, where that counts as many pages: else its numbers mean others."""
        seen = self._resort.ink(number) if self._resort.count == self.count else None
        (self.unread if seen is None else self.salvaged).append(number)
        return seen

    def _keep(self, most: int) -> None:
        while len(self._open) > most:
            page, textpage = self._open.popleft()
            textpage.close()
            page.close()
