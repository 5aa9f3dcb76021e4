"""Text outside tables as one page shows it; with the tables' parts beside it, all that stands on the page."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of a paragraph outside tables, and where it stands on the page as a viewer shows it."""

    lines: tuple[Line, ...]
    page: int
    box: Box
    shown: Box
    running: bool = False
    """Whether it is a running head or foot."""
    level: int = 0
    """Heading level, where the file's tags give one."""
    over: Box | None = None
    """The table that it heads, where others with a heading stand beside it."""


Part = Passage | Fragment
