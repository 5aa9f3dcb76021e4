"""Forms that draw forms that draw forms, which make a small file endless."""

from __future__ import annotations

import io
import re

import pikepdf

from ingest.errors import TooLarge

_DO = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
_DRAWS = 20_000
"""How many forms one form may draw, those that they draw counted in."""
_FORM_BYTES = 1_000_000
_DEEPEST = 30


def refuse_nested_forms(data: bytes) -> None:
    """Raise TooLarge for a file with a form that draws more forms than any page needs."""
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
