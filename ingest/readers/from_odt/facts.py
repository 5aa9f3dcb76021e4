"""What a document says of itself: title, dates, page count; and its running headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.model import Facts, Margin
from ingest.opendocument import q
from ingest.readers.from_odt.content import Passage, contents
from ingest.readers.from_odt.story import Story
from ingest.text import iso_day, squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARGINS = tuple(q(f"style:{name}") for name in (
    "header", "header-left", "header-first", "footer", "footer-left", "footer-first",
))  # fmt: skip
_FIRST = tuple(q(f"loext:{name}-first") for name in ("header", "footer"))


def facts_of(meta: _Element | None) -> Facts:
    """Title, dates (ISO, the day) and page count of the properties part."""
    if meta is None:
        return Facts()
    statistic = next(meta.iter(q("meta:document-statistic")), None)
    pages = "" if statistic is None else statistic.get(q("meta:page-count"), "")
    return Facts(
        title=squash(_text(meta, "dc:title")),
        created=iso_day(_text(meta, "meta:creation-date")),
        modified=iso_day(_text(meta, "dc:date")),
        pages=int(pages) if pages.isdecimal() and len(pages) < 7 else None,
    )


def margins_of(styles: _Element | None, story: Story) -> Iterator[Margin]:
    """Each different paragraph of the headers and footers, in order."""
    seen: set[str] = set()
    for margin in () if styles is None else styles.iter(*_MARGINS, *_FIRST):
        for item in contents(margin, story):
            paragraph = item.paragraph if isinstance(item, Passage) else None
            if paragraph is not None and paragraph.shown not in seen:
                seen.add(paragraph.shown)
                yield Margin(paragraph)


def _text(meta: _Element, name: str) -> str:
    found = next(meta.iter(q(name)), None)
    return "" if found is None else found.text or ""
