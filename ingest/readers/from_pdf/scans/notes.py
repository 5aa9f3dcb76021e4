"""What a person should know of pages that are pictures."""

from __future__ import annotations

from ingest.model import Note, Place
from ingest.recognition import LATE

_SPLIT = "Scan the page anew at 200 to 300 dots an inch, and run ingather again."


def page_recognised(number: int) -> Note:
    """A page whose words were recognised."""
    return Note(
        "page-recognised",
        f"Page {number} is a picture; its words were recognised, and some may be misread.",
        "Compare what was read with the page.",
        "info",
        Place(page=number),
    )


def page_hidden(number: int) -> Note:
    """A page whose words the scanner, or another program, recognised and wrote behind the picture."""
    return Note(
        "page-recognised",
        f"Page {number} is a picture; its words were recognised by the program that made the file, and some may be"
        " misread.",
        "Compare what was read with the page, or run ingather again with --ocr to recognise its words anew.",
        "info",
        Place(page=number),
    )


def page_too_large(number: int) -> Note:
    """A page whose picture is too large to be opened."""
    return Note(
        "page-without-text",
        f"Page {number} is a picture too large to be opened; its words were not recognised.",
        _SPLIT,
        place=Place(page=number),
    )


def page_too_slow(number: int, seconds: float) -> Note:
    """A page whose words would have taken too long."""
    return Note(
        "page-without-text",
        f"Page {number} is a picture whose words {LATE} {seconds:.0f} seconds.",
        _SPLIT,
        place=Place(page=number),
    )
