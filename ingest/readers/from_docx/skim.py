"""One quick pass over a table: rows and cells that hold nothing but plain words, by far the most, are read at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.from_docx.bulk import plain_paragraph
from ingest.readers.from_docx.drafts import PlainCell
from ingest.readers.from_docx.names import (
    ALT_CHUNK,
    ALTERNATE,
    NUM_PR,
    P_STYLE,
    R_STYLE,
    SDT,
    SHD,
    TBL,
    TC,
    TC_PR,
    TR,
    VAL,
    M,
    P,
    T,
    W,
)
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELL_FRAME = ("gridSpan", "vMerge", "hMerge", "cellIns", "cellDel", "cellMerge")
_ROW_FRAME = ("gridBefore", "gridAfter", "tblHeader", "hidden")
_FRAME = frozenset(W + name for name in _CELL_FRAME + _ROW_FRAME)
_CONTENT = (
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "fldChar", "fldSimple", "tab", "br", "cr", "sym", "ptab",
    "noBreakHyphen", "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "ruby",
    "vanish", "strike", "dstrike", "highlight", "outlineLvl",
)  # fmt: skip
_COLOUR = W + "color"
_NO_COLOUR = ("auto", "000000")
_SYMBOL_FONTS = (b"dings", b'"Symbol"')
_WORDS = (T, P)
_LONG = 20_000  # characters of a cell, past which adding piece by piece would copy too much
_BREAK = "\x1e"  # between the paragraphs of a cell; no XML text can hold it


def watched(part: bytes) -> tuple[str, ...]:
    """The marks to look at in a part's tables: words, their frame, and all that makes a cell more than plain."""
    fonts = [W + "rFonts"] if any(font in part for font in _SYMBOL_FONTS) else []
    others = [TBL, SDT, SHD, NUM_PR, R_STYLE, ALTERNATE, ALT_CHUNK, M + "oMath", _COLOUR]
    return (T, P, TC, TR, P_STYLE, *others, *_FRAME, *(W + name for name in _CONTENT), *fonts)


@dataclass(slots=True)
class Skim:
    """What a pass found plain: whole `rows` with their cells, and single `cells` of the other rows, by element.

    `known` holds cells already read, by their words, since plans repeat themselves.
    """

    known: dict[str, PlainCell]
    rows: dict[_Element, list[PlainCell]] = field(default_factory=dict)
    cells: dict[_Element, PlainCell] = field(default_factory=dict)

    def keep(self, row: _Element, words: list[str], elements: list[_Element], odd: set[int] | None) -> None:
        """Keep a row: whole where nothing is `odd`, else the cells that are not (by index, -1 for the row's frame)."""
        known = self.known
        if odd is None:
            self.rows[row] = [known.get(text) or self._cell(text) for text in words]
            return
        for index, element in enumerate(elements):
            if index not in odd:
                self.cells[element] = known.get(words[index]) or self._cell(words[index])

    def _cell(self, words: str) -> PlainCell:
        """The paragraphs of a cell; what stands before its first paragraph is no text of the document."""
        texts = [text for part in words.replace("\n", " ").split(_BREAK)[1:] if (text := tidy(part))]
        cell = self.known[words] = tuple([plain_paragraph(text) for text in texts])
        return cell


def skim(table: _Element, story: Story, known: dict[str, PlainCell]) -> Skim:
    """The plain rows and cells of a table, up to the first table inside it."""
    found = Skim(known)
    row = table
    words: list[str] = []
    elements: list[_Element] = []
    odd: set[int] | None = None
    for element in table.iter(*story.watched):
        tag = element.tag
        if tag in _WORDS and words and len(words[-1]) < _LONG:
            words[-1] += _BREAK if tag == P else element.text or ""
        elif tag == TC:
            words.append("")
            elements.append(element)
        elif tag == TR:
            if row is not table:
                found.keep(row, words, elements, odd)
            row, words, elements, odd = element, [], [], None
        elif tag == TBL:
            if element is not table:
                return found
        elif not _is_plain(element, tag, story):
            odd = odd or set()
            odd.add(-1 if _is_frame(element, tag) else len(words) - 1)
    if row is not table:
        found.keep(row, words, elements, odd)
    return found


def _is_plain(element: _Element, tag: str, story: Story) -> bool:
    """Whether a style or colour changes nothing."""
    if tag == P_STYLE:
        return story.styles.paragraph(element.get(VAL, "")).plain
    return tag == _COLOUR and element.get(VAL) in _NO_COLOUR


def _is_frame(element: _Element, tag: str) -> bool:
    """Whether a mark frames a cell or row and says nothing of the words in it."""
    parent = element.getparent() if tag == SHD else None
    return tag in _FRAME or (parent is not None and parent.tag == TC_PR)
