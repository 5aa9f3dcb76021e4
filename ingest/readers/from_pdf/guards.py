"""Files made to harm whoever opens them, told by cheap looks before pdfium does: bombs of compression and of forms."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf

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
_DO = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
_DRAWS = 20_000
"""How many forms one form may draw, those that they draw counted in."""
_FORM_BYTES = 1_000_000
_DEEPEST = 30


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
    """Forms that draw forms that draw forms make a small file endless."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            known: dict[tuple[int, int], int] = {}
            for item in document.objects:
                if (
                    isinstance(item, pikepdf.Stream)
                    and item.get("/Subtype") == "/Form"
                    and _draws(item, known, 0) > _DRAWS
                ):
                    raise TooLarge()
    except pikepdf.PdfError:
        return


def _draws(form: pikepdf.Object, known: dict[tuple[int, int], int], depth: int) -> int:
    """How many forms a form draws in all; one that draws itself is drawn no further, as in viewers."""
    key = form.objgen
    if key in known or depth > _DEEPEST:
        return known.get(key, _DRAWS + 1)
    known[key] = 0
    inner = _inner(form)
    if inner and len(form.read_raw_bytes()) < _FORM_BYTES:
        for name in _DO.findall(form.read_bytes()):
            drawn = inner.get("/" + name.decode("latin-1"))
            if drawn is not None and known[key] <= _DRAWS:
                known[key] += 1 + _draws(drawn, known, depth + 1)
    return known[key]


def _inner(form: pikepdf.Object) -> dict[str, pikepdf.Object]:
    resources = form.get("/Resources")
    drawable = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(drawable, pikepdf.Dictionary):
        return {}
    return {
        name: item
        for name, item in drawable.items()
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"
    }
