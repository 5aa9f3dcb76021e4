"""Web pages, and what Office saves as such: read as text and tables, nothing fetched, no script run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Facts, Paragraph, Yielded
from ingest.readers.from_html.flow import Flow
from ingest.readers.from_html.page import parsed
from ingest.readers.from_html.tables import TableReader
from ingest.text import squash


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield the title, paragraphs and tables of a page, in order.

    Raises `Damaged` or `TooLarge`, the latter at the end where something was nested too deeply to be read.
    """
    root, whole = parsed(data, limits)
    title = next(root.iter("title"), None)
    yield Facts(title="" if title is None else squash(title.text or ""), engine="html")
    flow = Flow()
    flow.take(root)
    flow.close()
    counts = Counts()
    read_table = TableReader(counts, limits)
    for item in flow.items:
        if isinstance(item, Paragraph):
            yield replace(item, place=counts.paragraph())
            continue
        for found in read_table(item):
            yield replace(found, place=counts.paragraph()) if isinstance(found, Paragraph) else found
    if not whole:
        raise TooLarge("its elements are nested too deeply")
