"""What a person should know of pages that are pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Note, Place
from ingest.recognition import LATE

_SPLIT = "Scan the page anew at 200 to 300 dots an inch, and run ingather again."

_SHOWN = 10


def page_recognised(number: int, dropped: Sequence[str] = ()) -> Note:
    """A page whose words were recognised; `dropped` is what was taken for marks on the paper and not for words."""
    return Note(
        "page-recognised",
        f"Page {number} is a picture; its words were recognised, and some may be misread.{_left_out(dropped)}",
        "Compare what was read with the page.",
        "info",
        Place(page=number),
    )


def _left_out(dropped: Sequence[str]) -> str:
    if not dropped:
        return ""
    shown = ", ".join(f"“{text}”" for text in dropped[:_SHOWN])
    more = f" and {len(dropped) - _SHOWN} more" if len(dropped) > _SHOWN else ""
    return f" What looked like marks on the paper was left out: {shown}{more}."


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
