"""Tagged PDF files in one line: `tagged(cells(("Action", "Lead"), ("Plant trees", "Parks")))`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.ingest.readers.from_pdf.drawn import HIGH, WIDE

LEFT, WIDTH, HEIGHT, SIZE = 40, 120, 24, 9


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place of a page, the tag they belong to, and where that tag hangs in its table.

    `row` counts through the whole table; `tag` is H1, P, TH, TD or "" for words that no tag names.
    """

    text: str
    tag: str
    page: int = 0
    x: float = LEFT
    y: float = 40
    row: int = 0
    col_span: int = 1
    row_span: int = 1


def cells(*rows: Sequence[str], page: int = 0, first: int = 0, top: float = 80) -> list[Words]:
    """Cells of a table, one line each; an empty one has no tag at all, as Chromium leaves it out."""
    return [
        Words(text, "TH" if first + n == 0 else "TD", page, LEFT + column * WIDTH, top + n * HEIGHT, first + n)
        for n, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]


def tagged(*words: Words, pages: int = 1) -> bytes:
    """A PDF of those words, with a structure tree over the whole document."""
    document = pikepdf.new()
    for number in range(pages):
        document.add_blank_page(page_size=(WIDE, HIGH))
        here = [word for word in words if word.page == number]
        page = document.pages[number]
        page.Contents = document.make_stream(b"".join(_drawn(word, n) for n, word in enumerate(here)))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F=font))
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.StructTreeRoot = document.make_indirect(_tree(document, words))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _drawn(word: Words, number: int) -> bytes:
    text = word.text.encode("latin-1")
    begin = b"/%s <</MCID %d>> BDC " % (word.tag.encode(), number) if word.tag else b"/Artifact BMC "
    place = f"{word.x} {HIGH - word.y}".encode()
    return begin + b"BT /F %d Tf 1 0 0 1 %s Tm (%s) Tj ET EMC\n" % (SIZE, place, text)


def _tree(document: pikepdf.Pdf, words: Sequence[Words]) -> Dictionary:
    counts = [0] * len(document.pages)
    kids: list[pikepdf.Object] = []
    rows: dict[int, list[pikepdf.Object]] = {}
    for word in words:
        mark, counts[word.page] = counts[word.page], counts[word.page] + 1
        if not word.tag:
            continue
        element = Dictionary(S=Name("/" + word.tag), Pg=document.pages[word.page].obj, K=mark)
        if word.tag not in ("TH", "TD"):
            kids.append(document.make_indirect(element))
            continue
        element.A = Dictionary(O=Name.Table, ColSpan=word.col_span, RowSpan=word.row_span)
        if not rows:
            kids.append(Dictionary(S=Name.Table))
        rows.setdefault(word.row, []).append(document.make_indirect(element))
    for kid in kids:
        if Name.Table == kid.S:
            kid.K = Array([Dictionary(S=Name.TR, K=Array(rows[n])) for n in sorted(rows)])
    return Dictionary(Type=Name.StructTreeRoot, K=Array(kids))
