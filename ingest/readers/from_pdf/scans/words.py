"""What an engine recognises: words with boxes in pixels and how sure it is of each."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.ruling import Stroke


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


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey without its rules, its dots an inch, and the upright rules that were taken out."""

    grey: Pixels
    dots: float
    upright: tuple[Stroke, ...] = ()


class PageTooSlow(Exception):
    """Recognising one page took longer than it may; the pages after it are read all the same."""


def worked() -> float:
    """Seconds of processor time that this process and the programs it ran have taken, however busy the machine."""
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system


Engine = Callable[[Picture, float], list[Word]]
"""Picture, seconds of work it may take → words in reading order. Raises PageTooSlow past the seconds."""
