"""Objects of a PDF as plain values: simple ones are read from its own bytes, qpdf is asked for all others.

They are as in qpdf's JSON, where a reference is the text "12 0 R" and a name begins with a stroke.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ingest.readers.from_pdf.tagged.page_tree import numbered
from ingest.readers.from_pdf.tagged.plain_objects import ANEW, PlainObjects

if TYPE_CHECKING:
    from ingest.readers.from_pdf.tagged.qpdf import Qpdf

Values = dict[str, Any]
"""What a dictionary holds, by its keys with their strokes."""

_DIGITS = frozenset("0123456789")


class Objects:
    """The objects of a file; what qpdf opens for them is closed with the stack."""

    def __init__(self, data: bytes, opened: ExitStack, *, by_qpdf: bool = False) -> None:
        self._data = data
        self._opened = opened
        self._plain = PlainObjects(b"" if by_qpdf else data)
        self._last: tuple[str, Any] = ("", None)

    @property
    def misled(self) -> bool:
        """Whether some objects were read where the file's table says, and others as qpdf finds them without it: what it
        finds may be another version of the file."""
        return self._plain.misled or ("qpdf" in self.__dict__ and self.qpdf.has_mended())

    @cached_property
    def qpdf(self) -> Qpdf:
        """The file as qpdf reads it, which takes longer to load than most files to read."""
        from ingest.readers.from_pdf.tagged.qpdf import opened

        return self._opened.enter_context(opened(self._data))

    @cached_property
    def pages(self) -> dict[str, int]:
        """The number of each page, counted from 1, by its reference."""
        return numbered(self._catalog.get("/Pages"), self.fetched)

    def forms(self, page: int) -> Mapping[str, int]:
        """Where each form, by its reference, stands first among those that a page draws, counted from 1."""
        return self.qpdf.forms(self._references[page])

    def tree(self) -> Values:
        """The root of the structure tree; nothing where there is none."""
        return self.values(self._catalog.get("/StructTreeRoot"))

    @cached_property
    def _catalog(self) -> Values:
        catalog = self._plain.catalog()
        return self.qpdf.catalog() if catalog is None else catalog

    @cached_property
    def _references(self) -> dict[int, str]:
        return {number: reference for reference, number in self.pages.items()}

    def fetched(self, value: Any) -> Any:
        """What a reference stands for; anything else as it is."""
        if type(value) is not str or value[-2:] != " R" or value[0] not in _DIGITS:
            return value
        if value != self._last[0]:  # what stands alone where an array may stand is asked for twice
            found = self._plain.dictionary(int(value[:-4])) if value[-4:] == ANEW else None
            self._last = value, self.qpdf.object(value) if found is None else found
        return self._last[1]

    def values(self, value: Any) -> Values:
        """A dictionary, or none of its values where it is something else."""
        if type(value) is not dict:
            value = self.fetched(value)
        return value if isinstance(value, dict) else {}

    def members(self, value: Any) -> list[Any]:
        """The members of an array; for anything else but nothing a list of one."""
        value = self.fetched(value)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]


def words(value: Any) -> str:
    """What a text string says: qpdf gives it in Unicode, or the bytes of PDFDocEncoding as digits."""
    kind, _, text = str(value).partition(":")
    return bytes.fromhex(text).decode("pdfdoc", "replace") if kind == "b" else text
