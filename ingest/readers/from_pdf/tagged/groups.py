"""The head, bodies and foot of a tagged table in the order they are shown, wherever the file has them."""

from __future__ import annotations

from ingest.readers.from_pdf.tagged.layouts import Kind
from ingest.readers.from_pdf.tagged.objects import Objects, Values

_MOST = 40
"""Parts of a table, beyond which they are rows and no groups of rows."""
_PLACES = {"THead": 1, "TFoot": 3}
_BODY = 2


def in_order(table: Values, objects: Objects, kind: Kind) -> Values:
    """The table with its head first and its foot last: HTML once had the foot stand before the bodies.

    One that has several heads has them where each page shows them again.
    """
    kids = objects.fetched(table.get("/K"))
    if not isinstance(kids, list) or not 1 < len(kids) <= _MOST:
        return table
    kinds = [kind(whole) if "/S" in (whole := objects.values(kid)) else "" for kid in kids]
    places = [_PLACES.get(name, _BODY) if kinds.count(name) == 1 else _BODY for name in kinds]
    if kinds[0] == "Caption":
        places[0] = 0
    if places == sorted(places):
        return table
    return {**table, "/K": [kids[n] for n in sorted(range(len(kids)), key=places.__getitem__)]}
