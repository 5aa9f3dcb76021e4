"""A document's pages, opened one after another and closed again, a few at a time: memory stays flat."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

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

_NEAR = 3
"""Pages before the next one to be read that may still be looked at."""
_AT_ONCE, _MANY = 16, 50_000
"""Of how many pages what is drawn is asked for together, and of how many letters and objects. Each kind of work has its
own code and data to run on; taken by turns page by page, they push one another out of the processor's memory."""
_WAITING = 4
"""One page in so many waits for those after it at most: where one takes for ever, the others are kept."""


class _Opened(NamedTuple):
    """A page and its text; neither where pdfium cannot open it."""

    number: int
    page: pdfium.PdfPage | None = None
    text: pdfium.PdfTextPage | None = None


class Pages:
    """The ink of every page in order; `unread` are the numbers of pages that could not be opened.

    `recogniser` sees the pages that are pictures, where there is one; `resort` the pages that pdfium cannot open.
    """

    def __init__(self, document: pdfium.PdfDocument, resort: LastResort, recogniser: Recogniser | None = None) -> None:
        self._document = document
        self._resort = resort
        self._recogniser = recogniser
        self._behind: Behind | None = None
        self._open: deque[tuple[pdfium.PdfTextPage, pdfium.PdfPage]] = deque()
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
        first = 1
        while first <= self.count:
            most = min(max(first // _WAITING, 1), _AT_ONCE)
            together = self._opened(range(first, min(first + most, self.count + 1)))
            for opened, drawn in zip(together, list(map(self._drawn, together)), strict=True):
                seen = self._salvaged(opened.number) if drawn is None else self._seen(opened.page, drawn)
                if seen is not None:
                    yield seen
            first = together[-1].number + 1

    def _opened(self, numbers: Sequence[int]) -> list[_Opened]:
        """The next pages, opened; fewer where there is much on them."""
        self._keep(_NEAR)
        found: list[_Opened] = []
        left = _MANY
        for number in numbers:
            try:
                page = self._document[number - 1]
                text = page.get_textpage()
            except pdfium.PdfiumError:
                found.append(_Opened(number))
                continue
            self._open.append((text, page))
            found.append(_Opened(number, page, text))
            left -= text.count_chars() + c.FPDFPage_CountObjects(page)
            if left < 0:
                break
        return found

    def _drawn(self, opened: _Opened) -> Ink | None:
        """What is drawn on a page; None where pdfium does not know."""
        number, page, text = opened
        return None if page is None or text is None or self._is_none(page) else ink(page, text, number)

    def _seen(self, page: pdfium.PdfPage, drawn: Ink) -> Ink:
        """The page with the words that a picture on it shows."""
        seen = self._recogniser.see(page, drawn) if self._recogniser else drawn
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
            for part in self._open.popleft():
                part.close()
