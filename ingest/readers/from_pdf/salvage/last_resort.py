"""pdfplumber, a reader in pure Python, for what pdfium cannot open: it finds pages that no page tree names."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ingest.errors import Encrypted
from ingest.model import Note
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.salvage.patience import OutOfPatience, patience

if TYPE_CHECKING:
    from pdfplumber.page import Page

SECONDS = 5.0
"""CPU that opening the file may take, and each page."""
Made = TypeVar("Made")


class LastResort:
    """A file as pdfplumber reads it, opened only when it is first asked for a page."""

    def __init__(self, data: bytes, seconds: float = SECONDS) -> None:
        self._data = data
        self._seconds = seconds

    @property
    def count(self) -> int:
        """How many pages it finds; none where it cannot open the file. Raises Encrypted."""
        return len(self._pages)

    def ink(self, number: int) -> Ink | None:
        """What stands on a page, counted from 1; None where it cannot be read within the time."""
        if not 0 < number <= self.count:
            return None
        page = self._pages[number - 1]
        from ingest.readers.from_pdf.salvage.plumbed import plumbed

        try:
            return _tried(lambda: plumbed(page, number), self._seconds)
        finally:
            page.close()

    @cached_property
    def _pages(self) -> list[Page]:
        import pdfplumber

        logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it would write to the terminal

        def found() -> list[Page]:
            return pdfplumber.open(io.BytesIO(self._data)).pages

        return _tried(found, self._seconds) or []


def _tried(make: Callable[[], Made], seconds: float) -> Made | None:
    """What is made, None where it cannot be: hostile files make pdfminer raise whatever Python can.

    Raises Encrypted, and MemoryError, which tells of the machine.
    """
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with patience(seconds):
            return make()
    except (OutOfPatience, RecursionError):
        return None
    except MemoryError:
        raise
    except Exception as error:
        causes = (error, error.__context__, *error.args)
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise MemoryError from error
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise Encrypted from error
        return None


class Salvaged:
    """All pages of a file that pdfium cannot open, in order; `unread` are the numbers of those left out."""

    def __init__(self, resort: LastResort) -> None:
        self._resort = resort
        self.count = resort.count
        self.unread: list[int] = []
        self.recognised: frozenset[int] = frozenset()
        self.notes: list[Note] = []

    def __iter__(self) -> Iterator[Ink]:
        for number in range(1, self.count + 1):
            seen = self._resort.ink(number)
            if seen is None:
                self.unread.append(number)
            else:
                yield seen
