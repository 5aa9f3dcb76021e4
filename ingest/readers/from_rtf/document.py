"""The reading of an RTF file: tokens change the look of the group they stand in, and text goes where the look says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.errors import Damaged
from ingest.limits import Limits
from ingest.model import Margin, Note, Paragraph, Yielded
from ingest.readers.from_rtf.body import Body, Layout
from ingest.readers.from_rtf.destinations import BOXES, INTO, SIGNS, THROUGH, UNREAD
from ingest.readers.from_rtf.head import Head
from ingest.readers.from_rtf.look import Look
from ingest.readers.from_rtf.paragraph import Draft
from ingest.readers.from_rtf.rows import Edge
from ingest.readers.from_rtf.tokens import Token
from ingest.symbols import signs
from ingest.text import squash

_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]*)"')
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_FLOWS = frozenset(("text", "footnote", "comment", "margin"))
_TOGGLES = {"v": "hidden", "strike": "struck", "striked": "struck", "deleted": "deleted"}
_NUMBERS = {"f": "font", "cf": "colour", "highlight": "highlight", "chcbpat": "highlight", "itap": "depth"}
_MERGES = {"clmrg": "joins_left", "clvmrg": "joins_above"}
_ENDS = frozenset(("par", "sect", "cell", "nestcell", "row", "nestrow"))


@dataclass(slots=True)
class _Group:
    """A group that is open: the look outside it, and what it was found to hold."""

    outside: Look
    holds: str = ""
    layout: Layout | None = None


class Reading:
    """Reads one file's tokens in order."""

    def __init__(self, limits: Limits) -> None:
        self.head = Head()
        self.changes = False
        self._limits = limits
        self._body = Body(limits)
        self._look = Look()
        self._groups: list[_Group] = []
        self._drafts = [Draft()]
        self._asides: list[list[Paragraph]] = []
        self._layout = Layout()
        self._in_row = False
        self._optional = False
        self._skip = 0
        self._raw = bytearray()
        self._footnotes = 0

    def read(self, tokens: Iterable[Token]) -> Iterator[Yielded]:
        """Yield the blocks as they end; raises `Damaged` at the end of a file that was cut short."""
        for token in tokens:
            self._take(token)
            if self._body.out:
                yield from self._handed_on()
            if not self._groups:
                break
        self._flush()
        self._end_paragraph(0)
        self._body.end()
        yield from self._handed_on()
        if self._groups:
            raise Damaged("its end is missing")

    def _handed_on(self) -> list[Yielded]:
        out, self._body.out = self._body.out, []
        return out

    def _take(self, token: Token) -> None:
        if token.kind == "byte":
            if self._skip:
                self._skip -= 1
            else:
                self._raw.append(token.number or 0)
            return
        if token.kind == "text":
            text, self._skip = token.text[self._skip :], max(self._skip - len(token.text), 0)
            self._raw += text.encode("latin-1")
            return
        self._flush()
        if token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "open":
            self._open_group()
        elif self._groups:
            self._close_group()

    def _open_group(self) -> None:
        if len(self._groups) >= self._limits.depth:
            raise Damaged("its groups are nested too deeply")
        self._groups.append(_Group(self._look))
        self._look = self._look.copy()
        self._skip, self._optional = 0, False

    def _close_group(self) -> None:
        group = self._groups.pop()
        inside, self._look = self._look, group.outside
        self._skip = 0
        if group.layout is not None:
            self._layout = group.layout
        if group.holds:
            self._finish(group.holds, inside)

    def _flush(self) -> None:
        """Give on the bytes gathered, read in the encoding of the font they are set in."""
        if self._raw:
            raw, self._raw = bytes(self._raw), bytearray()
            self._say(raw.decode(self.head.encoding(self._look.font), "replace"))

    def _say(self, text: str) -> None:
        look = self._look
        if look.into not in _FLOWS:
            self.head.take(look.into, text, look.font)
        elif not look.hidden and not look.deleted:
            font = self.head.symbol_font(look.font)
            self._drafts[-1].say(signs(text, font) if font else text, look)
        elif look.deleted and text.strip():
            self._drafts[-1].deleted = True

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, word == "*"
        if self._skip and word not in ("u", "*"):
            self._skip -= 1
        elif word == "u":
            self._say(chr((number or 0) & 0xFFFF))
            self._skip = self._look.fallback
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in _ENDS:
            self._end(word)
        elif word in BOXES:
            self._end_paragraph(self._level())
        elif word in UNREAD or (optional and word not in INTO and word not in THROUGH):
            self._look.into = ""
        elif word in INTO:
            self._hold(word)
        elif not self._change_row(word, number):
            self._change(word, number)

    def _hold(self, word: str) -> None:
        """The group holds something of its own."""
        into = INTO[word]
        if not self._look.into and into not in ("title", "created", "modified"):
            return
        self._look.into = into
        if self._groups:
            self._groups[-1].holds = into
        if into in _FLOWS:
            self._drafts.append(Draft())
            self._asides.append([])

    def _change(self, word: str, number: int | None) -> None:
        """Change how text and paragraphs look from here on."""
        look = self._look
        if word in _TOGGLES:
            setattr(look, _TOGGLES[word], number != 0)
            self.changes = self.changes or word == "deleted"
        elif word in _NUMBERS:
            setattr(look, _NUMBERS[word], number or 0)
        elif word == "uc":
            look.fallback = min(max(number or 0, 0), 10)
        elif word == "plain":
            look.plain()
        elif word == "pard":
            look.new_paragraph()
        elif word == "intbl":
            look.in_table = True
        elif word == "outlinelevel":
            look.level = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word == "nesttableprops" and self._groups:
            self._groups[-1].layout, self._layout = self._layout, Layout()
        elif word == "revised":
            self.changes = True
        else:
            self.head.word(word, number, look)

    def _change_row(self, word: str, number: int | None) -> bool:
        """Change the layout of the row that is open; whether the word was about that."""
        layout = self._layout
        if word == "trowd":
            self._layout, self._in_row = Layout(), True
        elif word == "cellx":
            layout.pending.right = number or 0
            layout.edges.append(layout.pending)
            layout.pending = Edge()
        elif word in _MERGES:
            setattr(layout.pending, _MERGES[word], True)
        elif word == "clcbpat":
            layout.pending.fill = number or 0
        elif word == "trleft":
            layout.left = number or 0
        elif word == "trhdr":
            layout.header = True
        else:
            return False
        return True

    def _end(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        look = self._look
        if look.into != "text":
            if look.into in _FLOWS and (made := self._next_draft().paragraph()):
                self._asides[-1].append(made)
        elif word in ("par", "sect"):
            self._end_paragraph(self._level())
        elif word in ("cell", "nestcell"):
            self._body.cell(self._next_draft(), max(look.table_level, 2) if word == "nestcell" else 1)
        else:
            self._body.colours = self.head.colours
            self._body.row(self._layout, max(look.table_level, 2) if word == "nestrow" else 1)
            self._in_row = self._in_row and word == "nestrow"

    def _level(self) -> int:
        """How deep in tables the reading stands."""
        return max(self._look.table_level, int(self._in_row))

    def _end_paragraph(self, level: int) -> None:
        self._body.colours = self.head.colours
        self._body.paragraph(self._next_draft(), level)

    def _next_draft(self) -> Draft:
        draft = self._drafts[-1]
        draft.level = self._look.level
        self._drafts[-1] = Draft()
        return draft

    def _finish(self, holds: str, inside: Look) -> None:
        """Give what a group held to where it belongs."""
        if holds in _FLOWS:
            last = self._drafts.pop().paragraph()
            self._beside(holds, [*self._asides.pop(), *([last] if last else [])])
        elif holds == "mark":
            self._drafts[-1].mark = signs(self.head.taken("mark"), self.head.symbol_font(inside.font))
        elif holds == "code":
            self._field(self.head.taken("code"))
        elif holds == "entry":
            self.head.entry()

    def _beside(self, holds: str, paragraphs: list[Paragraph]) -> None:
        words = squash(" ".join(paragraph.shown for paragraph in paragraphs))
        level = self._level()
        if holds == "margin":
            self._body.out += map(Margin, paragraphs)
        elif holds == "comment" and words:
            author = self.head.taken("author") or "Someone"
            self._body.note(Note("comment", f"{author} commented: {words}", "Read it beside the text.", "info"), level)
        elif holds == "footnote" and words:
            self._footnotes += 1
            self._body.aside(Paragraph(words, str(self._footnotes)), level)

    def _field(self, code: str) -> None:
        address = _ADDRESS.search(code[:2_000])
        if address:
            self._drafts[-1].links.append(address.group(1))
        elif _PAGE.match(code):
            self._look.into = ""
        else:
            self._say(self.head.form_value(code))
