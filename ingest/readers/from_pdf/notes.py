"""What a person should know of the reading of a PDF."""

from __future__ import annotations

from ingest.model import Note, Place

REPAIRED = Note(
    "file-repaired",
    "The file is damaged and was repaired as far as it could be; parts of it may be missing.",
    "Open the file in a PDF viewer and compare; ask for a whole copy if something is missing.",
)


def without_text(number: int) -> Note:
    """A page that shows a picture, or letters that stand for nothing."""
    return Note(
        "page-without-text",
        f"Page {number} has no text that can be read: it is a picture, or its letters have lost their meaning.",
        "Look at the page; run ingather again with --ocr to recognise its words.",
        place=Place(page=number),
    )


def unread(number: int) -> Note:
    """A page that cannot be opened."""
    return Note(
        "page-damaged",
        f"Page {number} is damaged and was left out.",
        "Open the file in a PDF viewer and compare; ask for a whole copy if the page matters.",
        "problem",
        Place(page=number),
    )


def beyond(number: int) -> Note:
    """A page most of whose text stands where no viewer shows it."""
    return Note(
        "read-in-part",
        f"Most of the text of page {number} stands beyond its edge, where it is not seen, and was left out.",
        "Open the file in a PDF viewer; ask for another copy if something that you need is cut off.",
        place=Place(page=number),
    )


SALVAGED = Note(
    "file-repaired",
    "The file is damaged and was read by pdfplumber, which reads what others cannot open; parts of it may be missing.",
    "Open the file in a PDF viewer and compare; ask for a whole copy if something is missing.",
)


def salvaged(number: int) -> Note:
    """A page that only the last resort could open."""
    return Note(
        "file-repaired",
        f"Page {number} is damaged and was read by pdfplumber, which reads what others cannot open; compare it.",
        "Open the file in a PDF viewer and compare; ask for a whole copy if something is missing.",
        place=Place(page=number),
    )
