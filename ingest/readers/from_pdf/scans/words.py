"""What an engine recognises: words with boxes in pixels and how sure it is of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.readers.from_pdf.scans.pixels import Pixels


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in pixels (left, top, right, bottom), how sure it is from 0 to 1, and its line's number."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sure: float
    line: int = 0


class PageTooSlow(Exception):
    """Recognising one page took longer than it may; the pages after it are read all the same."""


Engine = Callable[[Pixels, float, float], list[Word]]
"""Grey picture, its dots an inch, seconds it may take → words in reading order. Raises PageTooSlow past the seconds."""
