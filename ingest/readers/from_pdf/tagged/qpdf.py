"""A file as qpdf reads it, whatever is packed or broken in it: one call for all that an object says."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf

from ingest.readers.from_pdf.tagged.forms import Forms

_KEPT = 10
"""How many objects are kept: those that many others refer to are asked for again and again."""
_DECODE = json.JSONDecoder().raw_decode


class Qpdf:
    """An open document."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._forms = Forms(document)
        self._get = document.get_object
        self.object = lru_cache(_KEPT)(self._object)

    def _object(self, reference: str) -> Any:
        """What an object says, as plain values."""
        number, generation, _ = reference.split(" ")
        return plain(self._get((int(number), int(generation))))

    def catalog(self) -> dict[str, Any]:
        """What the file begins with (ISO 32000-1, 7.7.2)."""
        catalog: dict[str, Any] = plain(self._document.Root)
        return catalog

    def pages(self) -> dict[str, int]:
        """The number of each page, counted from 1, by its reference."""
        return {_reference(page.obj): number for number, page in enumerate(self._document.pages, 1)}

    def forms(self, page: int) -> Mapping[str, int]:
        """Where each form, by its reference, stands first among those that a page draws, counted from 1."""
        return self._forms.drawn(page)


@contextmanager
def opened(data: bytes) -> Iterator[Qpdf]:
    """The document read from a file: qpdf reads one several times faster than a stream of Python's.

    Raises ValueError where qpdf cannot read it, then or later: who asks need not load qpdf to know of its errors.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tagged.pdf"
            path.write_bytes(data)
            with pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False) as document:
                yield Qpdf(document)
    except pikepdf.PdfError as error:
        raise ValueError("qpdf cannot read it") from error


def plain(value: pikepdf.Object) -> Any:
    """What an object of qpdf's says, as plain values."""
    return _DECODE(value.to_json(dereference=True).decode())[0]


def _reference(value: pikepdf.Object) -> str:
    number, generation = value.objgen
    return f"{number} {generation} R"
