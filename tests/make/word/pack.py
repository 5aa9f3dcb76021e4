"""The finished Word file as bytes that depend on nothing but its contents."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx.document import Document

WRITTEN = datetime(2026, 1, 1)
_OF_THE_TEMPLATE = ("/thumbnail", "/extended-properties")


def packed(document: Document, title: str) -> bytes:
    """Save the document with fixed dates, and without the template's own preview picture and page count."""
    facts = document.core_properties
    facts.title, facts.author, facts.comments = title, "The ingather authors", ""
    facts.created = facts.modified = WRITTEN
    _drop_parts(document)
    raw = io.BytesIO()
    document.save(raw)
    return _at_fixed_time(raw.getvalue())


def _drop_parts(document: Document) -> None:
    relations = document.part.package.rels
    for key in [k for k, r in relations.items() if r.reltype.endswith(_OF_THE_TEMPLATE)]:
        del relations[key]


def _at_fixed_time(data: bytes) -> bytes:
    """Every part again, with the time of writing taken out of the zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, old.read(name))
    return made.getvalue()
