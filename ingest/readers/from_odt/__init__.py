"""OpenDocument text, .odt and .fodt: LibreOffice's own format, read from its XML.

Text is given as it is shown with every tracked change accepted (OpenDocument keeps what was deleted apart): numbers
of lists as marks, hidden text and prompts left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.limits import Limits
from ingest.model import Note, Yielded
from ingest.opendocument import q
from ingest.readers.from_odt.content import Passage, contents
from ingest.readers.from_odt.facts import facts_of, margins_of
from ingest.readers.from_odt.numbering import Numbering
from ingest.readers.from_odt.package import Package, opened
from ingest.readers.from_odt.remarks import remarks_of
from ingest.readers.from_odt.story import Story
from ingest.readers.from_odt.styles import Styles
from ingest.readers.from_odt.tables import read_table


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """The properties, paragraphs, tables and notes of an OpenDocument text, in order, then headers and footers.

    Raises `Encrypted`, `Damaged` or `TooLarge`; what was yielded before stays good.
    """
    package = opened(data, limits)
    yield replace(facts_of(package.meta), engine="odt")
    story = Story(Styles(package.styles, package.content), Numbering(package.styles, package.content), limits)
    yield from _blocks(package, story)
    yield from margins_of(package.styles, story)
    if next(package.body.iter(q("text:changed-region")), None) is not None:
        yield Note("tracked-changes", "The document holds tracked changes; it is read as if all were accepted.",
                   "Accept or reject them if that is not what is meant.", "info")  # fmt: skip


def _blocks(package: Package, story: Story) -> Iterator[Yielded]:
    for item in contents(package.body, story):
        if isinstance(item, Passage):
            place = None
            if item.paragraph is not None:
                place = story.counts.paragraph()
                yield replace(item.paragraph, place=place)
            yield from remarks_of(item.mentions, place, story)
        else:
            yield from read_table(item, story)
