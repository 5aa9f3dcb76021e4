"""Words: cut ones, stamped ones, and ones that mean nothing."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.from_pdf.cut_words import is_cut_number
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.legible import is_legible
from ingest.readers.from_pdf.lexicon import Lexicon
from tests.ingest.readers.from_pdf.drawn import margins, pdf, rule, ruled, tables, words


def run(text: str) -> Run:
    return Run(text, Box(0, 0, 100, 10), 9, 10)


def with_circle(data: bytes) -> bytes:
    """The PDF with each `@` said to be a red circle, a letter beyond the first plane of Unicode."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        told = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        told += b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <20> <3F> <0020> <41> <7A> <0041>"
        told += b" endbfrange 1 beginbfchar <40> <D83DDD34> endbfchar endcmap end end"
        for font in document.pages[0].Resources.Font.values():
            font.ToUnicode = document.make_stream(told)
        document.save(made)
    return made.getvalue()


def test_letters_that_pdfium_gives_in_two_halves_are_whole() -> None:
    data = with_circle(pdf(ruled("Action | Status", "Plant @ trees @ | @ Late", "Cut grass | @")))
    assert tables(data) == [["Action | Status", "Plant 🔴 trees 🔴 | 🔴 Late", "Cut grass | 🔴"]]


def knowing(*texts: str) -> Lexicon:
    lexicon = Lexicon()
    lexicon.learn(map(run, texts))
    return lexicon


@pytest.mark.parametrize(
    ("line", "rest", "whole"),
    [
        ("a plan for develop-", "ment of parks", "a plan for development of parks"),
        ("a plan for co-", "ordination of parks", "a plan for co-ordination of parks"),
        ("The Commissio", "n will meet", "The Commission will meet"),
        ("moved in", "to the hall", "moved in to the hall"),
        ("Stand\u2010", "ards of teaching", "Standards of teaching"),
        ("sent to NAS\u2010", "ACRE", "sent to NASACRE"),
        ("by Septem-", "ber 2026", "by September 2026"),
        ("by Septem", "ber 2026", "by September 2026"),
        ("help with place-", "ments", "help with placements"),
        ("a mixed-", "sex ward", "a mixed-sex ward"),
        ("the Anti-", "Racism Lead", "the Anti-Racism Lead"),
        ("both pre-", "and post-16", "both pre- and post-16"),
    ],
)
def test_a_cut_word_is_joined_where_the_document_has_it_whole(line: str, rest: str, whole: str) -> None:
    lexicon = knowing(
        "the development of it", "as the Commission said", "went into a hall", "is in the east to the west"
    )
    assert lexicon.together(line, rest) == whole


@pytest.mark.parametrize(
    ("first", "rest", "width", "whole"),
    [
        ("Commissioni", "ng Manager", 60, "Commissioning Manager"),
        ("30/09/202", "5", 48, "30/09/2025"),
        ("2025-20", "27", 42, "2025-2027"),
        ("£4,50", "0", 31, "£4,500"),
        ("Ongoin", "g", 36, "Ongoing"),
        ("e.g. talks; Ongoin", "g", 80, "e.g. talks; Ongoing"),
        ("Ongoin", "g", 80, "Ongoin\ng"),
        ("Engagement", "of pupils", 60, "Engagement of pupils"),
        ("Room 2025", "30 seats", 48, "Room 2025 30 seats"),
    ],
)
def test_a_word_is_whole_that_a_column_is_too_narrow_for(first: str, rest: str, width: int, whole: str) -> None:
    cell = [rule(40, 60, 40 + width, 60), rule(40, 90, 40 + width, 90), words(first, 43, 71), words(rest, 43, 82)]
    cell += [rule(x, 60, x, 90) for x in (40, 40 + width, 240)] + [rule(40, y, 240, y) for y in (60, 90)]
    assert tables(pdf([*cell, words("Plant trees", 60 + width, 71)])) == [[f"{whole} | Plant trees"]]


def test_letters_shifted_along_the_alphabet_are_not_legible() -> None:
    plain = "plant trees along the canal and mend the paths of the old railway with the rangers " * 3
    assert is_legible([run(plain)])
    assert not is_legible([run("".join(chr(ord(c) + 3) if c.isalpha() else c for c in plain))])


def test_private_letters_are_not_legible() -> None:
    assert not is_legible([run("\ue001\ue002\ue003 \ue004")])


@pytest.mark.parametrize("first", [1, 33], ids=["from the first code", "from the first sign"])
def test_letters_numbered_as_a_font_holds_them_are_not_legible(first: int) -> None:
    plain = "plant trees along the canal and mend the paths of the old railway " * 3
    held = list(dict.fromkeys(plain))
    assert not is_legible([run("".join(chr(first + held.index(letter)) for letter in plain))])


def test_a_page_of_figures_is_legible() -> None:
    assert is_legible([run("£1,250 12/03/2026 (3.5%) £12.60 ........ 31-03-2027 47:20 " * 5)])


def test_a_stamp_across_the_page_is_not_in_the_cells() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(150, 200)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    data = pdf([*ruled("Action | Lead", "Plant trees | Parks"), stamp])
    assert tables(data) == [["Action | Lead", "Plant trees | Parks"]]
    assert margins(data) == ["DRAFT"]


def test_a_year_beneath_a_sum_is_no_part_of_it() -> None:
    assert not is_cut_number("£5000", "2025")
    assert is_cut_number("£50", "00")


def test_a_word_without_end_takes_no_time() -> None:
    began = time.process_time()
    knowing("Plant trees").together("a" * 20_000 + "!-", "bcd")
    assert time.process_time() - began < 1
