"""Word: .docx, .docm, .dotx, .dotm, strict ISO, and what other programs save as these.

Text is given as Word shows it with every tracked change accepted: automatic numbers as marks, fields by their
results, hidden text and placeholder prompts left out. Only the parts that are needed are unpacked, never pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.errors import Damaged, Encrypted
from ingest.limits import Limits
from ingest.model import Embedded, Note, Yielded
from ingest.readers.from_docx.content import Passage, contents
from ingest.readers.from_docx.facts import facts_of
from ingest.readers.from_docx.margins import margins_of
from ingest.readers.from_docx.names import BODY
from ingest.readers.from_docx.numbering import Numbering
from ingest.readers.from_docx.package import Package
from ingest.readers.from_docx.remarks import Remarks
from ingest.readers.from_docx.skim import watched
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.styles import Styles
from ingest.readers.from_docx.tables import TableReader
from ingest.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0"


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """The properties, paragraphs, tables and notes of a Word file, in document order, then headers and footers.

    Raises `Encrypted`, `Damaged` or `TooLarge`; what was yielded before stays good.
    """
    if data.startswith(_OLE):
        raise Encrypted
    package = Package(data, limits)
    yield facts_of(package)
    part = package.text_of(package.main) or b""
    body = parse_xml(part, limits, package.main).find(BODY)
    if body is None:
        raise Damaged("it holds no text")
    story = Story(
        package, limits, Styles(package), Numbering(package), package.relationships(package.main), watched(part)
    )
    yield from _blocks(body, story)
    yield from margins_of(body, story)
    if story.log.changed:
        yield Note("tracked-changes", "The document holds tracked changes; it is read as if all were accepted.",
                   "Accept or reject them in Word if that is not what is meant.", "info")  # fmt: skip


def _blocks(body: _Element, story: Story) -> Iterator[Yielded]:
    remarks = Remarks(story)
    read_table = TableReader(remarks)
    for item in contents(body, story):
        if isinstance(item, Passage):
            place = None
            if item.paragraph is not None:
                place = story.counts.paragraph()
                yield replace(item.paragraph, place=place)
            yield from remarks.of(item.mentions, place)
        elif isinstance(item, Embedded):
            yield item
        else:
            yield from read_table(item, story)
