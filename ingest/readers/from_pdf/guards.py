"""Files made to harm whoever opens them, told by cheap looks before pdfium does: bombs of compression and of forms."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ingest.errors import TooLarge
from ingest.limits import Limits

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 2_000
"""How far before its stream a dictionary may begin to be looked at."""
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_WORTH_A_LOOK = 50_000
"""Streams shorter than this, compressed once, cannot grow beyond what a page may hold."""
_HARMLESS = 10_000_000


def refuse_bombs(data: bytes, limits: Limits) -> None:
    """Raise TooLarge for a file that grows beyond measure inside."""
    for dictionary, stream in _streams(data):
        stages = len(_FLATE.findall(dictionary))
        if stages > 1 or (stages and len(stream) > _WORTH_A_LOOK and b"/Image" not in dictionary):
            _refuse_growth(stream, stages, max(limits.ratio * len(stream), _HARMLESS))
    if len(_FORM.findall(data)) > 1:
        _refuse_nested_forms(data)


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each stream with what stands before it since its object began."""
    end = 0
    for match in _STREAM.finditer(data):
        if match.start() < end:
            continue
        begin = data.rfind(b" obj", max(end, match.start() - _DICTIONARY), match.start())
        end = data.find(b"endstream", match.end())
        end = len(data) if end < 0 else end
        if begin >= 0:
            yield data[begin : match.start()], data[match.end() : end]


def _refuse_growth(stream: bytes, stages: int, most: int) -> None:
    """Undo one compression after another, never holding more than is allowed."""
    for _ in range(stages):
        undo = zlib.decompressobj()
        try:
            stream = undo.decompress(stream, most + 1)
        except zlib.error:
            return
        if len(stream) > most:
            raise TooLarge()


def _refuse_nested_forms(data: bytes) -> None:
    """Look at forms that may draw one another; qpdf takes longer to load than most files to read."""
    from ingest.readers.from_pdf.nested_forms import refuse_nested_forms

    refuse_nested_forms(data)
