"""PDF → blocks: text and rules by pdfium, tables by their rules, pages joined."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.errors import Damaged, NoText
from ingest.limits import Limits
from ingest.model import Facts, Note, Place, Yielded
from ingest.readers.from_pdf.blocks import Sizes, passage, table
from ingest.readers.from_pdf.joining import Whole, joined
from ingest.readers.from_pdf.margins import sheets
from ingest.readers.from_pdf.opening import is_tagged, opened, title
from ingest.readers.from_pdf.page import Part, last_columns, parts
from ingest.readers.from_pdf.pages import Pages
from ingest.readers.from_pdf.tagged import tagged_parts
from ingest.readers.from_pdf.tags import Marks
from ingest.readers.from_pdf.tree import marks


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield what the PDF says of itself, then its paragraphs and tables in reading order, page by page.

    Raises Encrypted, Damaged, TooLarge or NoText; boxes are in points from the top left corner of the page as a
    viewer shows it.
    """
    document = opened(data, limits)
    try:
        yield Facts(title=title(document), pages=len(document), engine="pdfium")
        with Pages(document) as pages:
            named = marks(data) if is_tagged(document) else {}
            yield from _blocks(pages, named, len(document))
    finally:
        document.close()


def _blocks(pages: Pages, named: Marks, count: int) -> Iterator[Yielded]:
    sizes = Sizes()
    wordless: list[int] = []
    tables = paragraphs = 0
    for found in joined(_parts(pages, named, sizes, wordless)):
        if isinstance(found, Whole):
            tables += 1
            yield table(found, tables)
        elif (made := passage(found, paragraphs + 1, sizes)) is not None:
            paragraphs += 1
            yield made
    if len(pages.unread) == count:
        raise Damaged("none of its pages can be opened")
    if not sizes.letters:
        raise NoText()
    yield from (_wordless(number) for number in wordless)
    yield from (_unread(number) for number in pages.unread)


def _parts(pages: Pages, named: Marks, sizes: Sizes, wordless: list[int]) -> Iterator[list[Part]]:
    before: tuple[float, ...] = ()
    for sheet in sheets(pages):
        if sheet.ink.pictures and not sheet.ink.runs:
            wordless.append(sheet.ink.number)
        sizes.learn(sheet.ink.runs)
        on_page = named.get(sheet.ink.number, {})
        made = tagged_parts(sheet, on_page) or parts(sheet, on_page, before)
        before = last_columns(made)
        yield made


def _wordless(number: int) -> Note:
    return Note(
        "page-without-text",
        f"Page {number} shows a picture and has no text that can be read.",
        "Look at the page; recognise its text (OCR) if it matters.",
        place=Place(page=number),
    )


def _unread(number: int) -> Note:
    return Note(
        "page-damaged",
        f"Page {number} is damaged and was left out.",
        "Open the file in a PDF viewer and compare; ask for a whole copy if the page matters.",
        "problem",
        Place(page=number),
    )
