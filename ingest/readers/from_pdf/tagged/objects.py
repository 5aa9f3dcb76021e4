"""Objects of a PDF as plain values, read by qpdf: one call for all that an object says.

They come as JSON, where a reference is the text "12 0 R" and a name begins with a stroke.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf

from ingest.readers.from_pdf.tagged.plain_objects import PlainObjects

Values = dict[str, Any]
"""What a dictionary holds, by its keys with their strokes."""

_DIGITS = frozenset("0123456789")
_DECODE = json.JSONDecoder().raw_decode


class Objects:
    """The objects of an open document; simple ones are read from its bytes."""

    def __init__(self, document: pikepdf.Pdf, data: bytes) -> None:
        self._plain = PlainObjects(data)
        self._get = document.get_object
        self._last: tuple[str, Any] = ("", None)
        self.pages = {_reference(page.obj): number for number, page in enumerate(document.pages, 1)}

    def fetched(self, value: Any) -> Any:
        """What a reference stands for; anything else as it is."""
        if type(value) is not str or value[-2:] != " R" or value[0] not in _DIGITS:
            return value
        if value != self._last[0]:  # what stands alone where an array may stand is asked for twice
            number, generation, _ = value.split(" ")
            found = self._plain.dictionary(int(number)) if generation == "0" else None
            self._last = value, plain(self._get((int(number), int(generation)))) if found is None else found
        return self._last[1]

    def values(self, value: Any) -> Values:
        """A dictionary, or none of its values where it is something else."""
        value = self.fetched(value)
        return value if isinstance(value, dict) else {}

    def members(self, value: Any) -> list[Any]:
        """The members of an array; for anything else but nothing a list of one."""
        value = self.fetched(value)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The document read from a file: qpdf reads one several times faster than a stream of Python's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tagged.pdf"
        path.write_bytes(data)
        with pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False) as document:
            yield document


def words(value: Any) -> str:
    """What a text string says: qpdf gives it in Unicode, or the bytes of PDFDocEncoding as digits."""
    kind, _, text = str(value).partition(":")
    return bytes.fromhex(text).decode("pdfdoc", "replace") if kind == "b" else text


def plain(value: pikepdf.Object) -> Any:
    """What an object of qpdf's says, as plain values."""
    return _DECODE(value.to_json(dereference=True).decode())[0]


def _reference(value: pikepdf.Object) -> str:
    number, generation = value.objgen
    return f"{number} {generation} R"
