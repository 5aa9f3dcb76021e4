"""Rows that hold nothing but plain words, by far the most, read in one pass over the parsed tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Paragraph
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
    TR,
    VAL,
    M,
    P,
    T,
    W,
)  # fmt: skip
from ingest.readers.from_docx.story import Story
from ingest.readers.from_docx.words import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

PlainCell = tuple[Paragraph, ...]

_MEANINGFUL = (
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "fldChar", "fldSimple", "tab", "br", "cr", "sym", "ptab",
    "noBreakHyphen", "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "ruby",
    "gridSpan", "vMerge", "hMerge", "cellIns", "cellDel", "cellMerge", "gridBefore", "gridAfter", "tblHeader", "hidden",
    "vanish", "strike", "dstrike", "color", "highlight", "outlineLvl",
)  # fmt: skip
_SYMBOL_FONTS = (b"dings", b'"Symbol"')
_BREAK = "\x1e"  # between the paragraphs of a cell; no XML text can hold it


def watched(part: bytes) -> tuple[str, ...]:
    """The marks to look at in a part's tables: words, their frame, and all that makes a row more than plain."""
    fonts = [W + "rFonts"] if any(font in part for font in _SYMBOL_FONTS) else []
    others = [TBL, SDT, SHD, NUM_PR, R_STYLE, ALTERNATE, ALT_CHUNK, M + "oMath"]
    return (T, P, TC, TR, P_STYLE, *others, *(W + name for name in _MEANINGFUL), *fonts)


def plain_rows(table: _Element, story: Story, known: dict[str, PlainCell]) -> dict[_Element, list[PlainCell]]:
    """The cells of every row that is plain throughout, by its element; rows from the first inner table on are left.

    `known` holds cells already read, by their words, since plans repeat themselves.
    """
    rows: dict[_Element, list[str]] = {}
    row = table
    cells: list[str] = []
    for element in table.iter(*story.watched):
        tag = element.tag
        if tag == T:
            if cells:
                cells[-1] += element.text or ""
        elif tag == P:
            if cells:
                cells[-1] += _BREAK
        elif tag == TC:
            cells.append("")
        elif tag == TR:
            row = element
            cells = rows[element] = []
        elif tag == TBL:
            if element is not table:
                rows.pop(row, None)
                break
        elif tag != P_STYLE or not story.styles.paragraph(element.get(VAL, "")).plain:
            rows.pop(row, None)
    return {row: [known.get(words) or _cell(words, known) for words in cells] for row, cells in rows.items()}


def _cell(words: str, known: dict[str, PlainCell]) -> PlainCell:
    """The paragraphs of a cell; what stands before its first paragraph is no text of the document."""
    cell = known[words] = tuple(Paragraph(text) for text in map(tidy, words.split(_BREAK)[1:]) if text)
    return cell
