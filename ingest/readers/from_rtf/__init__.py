"""Rich Text Format: read natively, tables and tables inside cells too."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.limits import Limits
from ingest.model import Note, Yielded
from ingest.readers.from_rtf.document import Reading
from ingest.readers.from_rtf.tokens import tokens


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield the paragraphs, tables, margins and notes of an RTF file, in order (RTF 1.9.1).

    Raises `Damaged` or `TooLarge`; what was yielded before stays good.
    """
    reading = Reading(limits)
    yield from reading.read(tokens(data))
    yield reading.head.facts()
    if reading.changes:
        yield Note("tracked-changes", "The document holds tracked changes; it is read as if all were accepted.",
                   "Accept or reject them in Word if that is not what is meant.", "info")  # fmt: skip
