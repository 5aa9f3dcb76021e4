"""The pages of an open document → blocks in reading order, numbered, and notes of what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from ingest.errors import Damaged, NoText
from ingest.model import Note, Yielded
from ingest.readers.from_pdf.blocks import Sizes, passage, table
from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.joining import joined
from ingest.readers.from_pdf.legible import is_legible
from ingest.readers.from_pdf.lexicon import Lexicon
from ingest.readers.from_pdf.margins import Sheet, sheets
from ingest.readers.from_pdf.notes import beyond, unread, without_text
from ingest.readers.from_pdf.passage import Part
from ingest.readers.from_pdf.scans.marking import marked
from ingest.readers.from_pdf.strikes import struck_by_tags
from ingest.readers.from_pdf.tagged.parts import tagged_parts
from ingest.readers.from_pdf.tagged.retold import retold
from ingest.readers.from_pdf.tagged.tags import Marks, TagBlock
from ingest.readers.from_pdf.tagged.telling import Tells, shows_table, told_by
from ingest.readers.from_pdf.tagged.wrapped import unwrapped
from ingest.readers.from_pdf.whole_table import Whole


class Sheaf(Protocol):
    """The ink of every page in order, by whatever engine; what it says of them holds once they are read."""

    @property
    def count(self) -> int: ...
    @property
    def unread(self) -> Sequence[int]: ...
    @property
    def recognised(self) -> frozenset[int]: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    def __iter__(self) -> Iterator[Ink]: ...


class Reading:
    """One reading of a document, page by page; it remembers font sizes and words as it goes.

    `of_sheets` says that a spreadsheet program printed it.
    """

    def __init__(self, pages: Sheaf, named: Marks, *, of_sheets: bool = False) -> None:
        self._pages = pages
        self._of_sheets = of_sheets
        self._named = named
        self._tells = told_by(named)
        self._sizes = Sizes()
        self._lexicon = Lexicon()
        self._without_text: list[int] = []
        self._beyond: list[int] = []

    def blocks(self) -> Iterator[Yielded]:
        """Paragraphs, running heads and feet, and tables, each table once its last page is read; then the notes.

        Raises Damaged where no page can be opened and NoText where none has text.
        """
        tables = paragraphs = 0
        for found in joined(self._parts(), of_sheets=self._of_sheets):
            if isinstance(found, Whole):
                tables += 1
                yield marked(table(found, tables, self._lexicon), self._pages.recognised)
            elif (made := passage(found, paragraphs + 1, self._sizes, self._lexicon)) is not None:
                paragraphs += 1
                yield made
        if len(self._pages.unread) == self._pages.count:
            raise Damaged("none of its pages can be opened")
        if not self._sizes.letters:
            raise NoText()
        yield from self._pages.notes
        yield from (without_text(number) for number in self._without_text)
        yield from (beyond(number) for number in self._beyond)
        yield from (unread(number) for number in self._pages.unread)

    def _told(self, ink: Ink) -> Ink:
        """The page with what its tags say of its words."""
        named = self._named.get(ink.number, {})
        return retold(struck_by_tags(unwrapped(ink, named), named), named)

    def _parts(self) -> Iterator[list[Part]]:
        before: Sequence[Part] = ()
        for sheet in sheets(self._told(ink) for ink in self._pages):
            number, runs = sheet.ink.number, sheet.ink.runs
            if sheet.ink.beyond:
                self._beyond.append(number)
            if not is_legible(runs) or (sheet.ink.pictures and not runs):
                self._without_text.append(number)
                continue
            self._sizes.learn(runs)
            self._lexicon.learn(runs)
            before = self._made(sheet, before)
            yield before

    def _made(self, sheet: Sheet, before: Sequence[Part]) -> list[Part]:
        """What stands on a page: as its tags say, but for a table where the whole file's tags name none."""
        named = self._named.get(sheet.ink.number, {})
        if not named or self._tells is Tells.TABLES:
            return tagged_parts(sheet, named) or _seen(sheet, named, before)
        seen = _seen(sheet, named, before)
        if any(isinstance(part, Fragment) and shows_table(part, self._tells, named) for part in seen):
            return seen
        return tagged_parts(sheet, named) or seen


def _seen(sheet: Sheet, named: Mapping[int, TagBlock], before: Sequence[Part]) -> list[Part]:
    """What stands on a page as it looks; what tells that takes longer to load than to read a page, and files whose
    tags are believed need none of it."""
    from ingest.readers.from_pdf.page import last_columns, parts

    return parts(sheet, named, last_columns(before))
