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
    VAL,
    M,
    P,
    T,
    W,
)
from ingest.readers.from_docx.story import Story
from ingest.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

PlainCell = tuple[Paragraph, ...]

_MEANINGFUL = (
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "fldChar", "fldSimple", "tab", "br", "cr", "sym", "ptab",
    "noBreakHyphen", "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "ruby",
    "gridSpan", "vMerge", "hMerge", "cellDel", "cellMerge", "gridBefore", "gridAfter", "tblHeader", "hidden", "vanish",
    "strike", "dstrike", "color", "highlight", "outlineLvl",
)  # fmt: skip
_SYMBOL_FONTS = (b"dings", b'"Symbol"')


def watched(part: bytes) -> tuple[str, ...]:
    """The marks to look at in a part's rows: words, their frame, and all that could make a cell more than plain."""
    fonts = [W + "rFonts"] if any(font in part for font in _SYMBOL_FONTS) else []
    others = [TBL, SDT, SHD, NUM_PR, R_STYLE, ALTERNATE, ALT_CHUNK, M + "oMath"]
    return (T, P, TC, P_STYLE, *others, *(W + name for name in _MEANINGFUL), *fonts)


def plain_row(row: _Element, story: Story, known: dict[str, PlainCell]) -> list[PlainCell] | None:
    """The cells of a row that is plain throughout, None for any other row.

    `known` holds cells already read, by their text, since plans repeat themselves.
    """
    cells: list[list[str]] = []
    for element in row.iter(*story.watched):
        tag = element.tag
        if tag == T:
            if not cells or not cells[-1]:
                return None
            cells[-1][-1] += element.text or ""
        elif tag == P:
            if not cells:
                return None
            cells[-1].append("")
        elif tag == TC:
            cells.append([])
        elif tag != P_STYLE or not story.styles.paragraph(element.get(VAL, "")).plain:
            return None
    return [_cell(texts, known) for texts in cells]


def _cell(texts: list[str], known: dict[str, PlainCell]) -> PlainCell:
    if len(texts) != 1:
        return tuple(Paragraph(text) for text in map(clean, texts) if text)
    text = texts[0]
    cell = known.get(text)
    if cell is None:
        tidy = clean(text)
        cell = known[text] = (Paragraph(tidy),) if tidy else ()
    return cell
