"""PDF → blocks: text and rules by pdfium, tables by their rules, pages joined."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.errors import Damaged, NoText
from ingest.limits import Limits
from ingest.model import Facts, Yielded
from ingest.readers.from_pdf.blocks import Sizes, passage, table
from ingest.readers.from_pdf.joining import Whole, joined
from ingest.readers.from_pdf.margins import sheets
from ingest.readers.from_pdf.notes import REPAIRED, unread, without_text
from ingest.readers.from_pdf.opening import Opened, is_tagged, opened, title
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
    source = opened(data, limits)
    document = source.document
    try:
        yield Facts(title=title(document), pages=len(document), engine="pdfium")
        if source.repaired:
            yield REPAIRED
        named = marks(source.data) if is_tagged(document) else {}
        with Pages(document) as pages:
            yield from _blocks(pages, named, source)
    finally:
        document.close()


def _blocks(pages: Pages, named: Marks, source: Opened) -> Iterator[Yielded]:
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
    if len(pages.unread) == len(source.document):
        raise Damaged("none of its pages can be opened")
    if not sizes.letters:
        raise Damaged("no text can be saved from it") if source.repaired else NoText()
    yield from (without_text(number) for number in wordless)
    yield from (unread(number) for number in pages.unread)


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
