"""Letters and faces that a file describes falsely."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import reportlab
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest.limits import Limits
from ingest.readers.from_pdf.drawn.letters import in_words, plain
from ingest.readers.from_pdf.ink import Letter
from ingest.readers.from_pdf.opening import opened
from ingest.readers.from_pdf.pages import Pages
from ingest.readers.from_pdf.salvage.last_resort import LastResort
from tests.ingest.readers.from_pdf.drawn import pdf, words


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("O\u6600\ucf00cers", "Officers"),
        ("sta\u6600\u6600", "staff"),
        ("half\u00adterm and wel\u00ad", "half-term and wel\u00ad"),
        ("bene\u6600\u6900ts", "benefits"),
        ("ba\u6600\ud200e", "baffle"),
        ("\u6600\u6900t", "fit"),
        ("ac\u7400\u6900on", "action"),
    ],
)
def test_ligatures_with_their_bytes_turned_round_are_letters(given: str, meant: str) -> None:
    assert plain(given) == meant


def test_each_letter_of_a_ligature_turned_round_counts_where_words_are_placed() -> None:
    letters = [Letter(sign, n, n + 1) for n, sign in enumerate("o\u6600\ucf00cer")]
    assert [letter.text for letter in in_words(letters)] == ["o", "f", "fi", "c", "e", "r"]


@pytest.mark.parametrize("name", ["\u6600\u6600", "\u738b\u6600", "Ms \u6900"])
def test_chinese_words_stay_as_they_are(name: str) -> None:
    assert plain(name) == name


def set_in(name: str) -> bytes:
    """A PDF in a face of that name, which claims to weigh as much as a bold one."""
    registerFont(TTFont("Vera", Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.setFont("Vera", 10)
    canvas.drawString(40, 700, "Plant trees")
    canvas.save()
    with pikepdf.open(made) as document:
        (font,) = (font for font in document.pages[0].Resources.Font.values() if "/FontDescriptor" in font)
        font.BaseFont = font.FontDescriptor.FontName = pikepdf.Name(f"/ABCDEF+{name}")
        font.FontDescriptor.StemV = 160
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(("name", "bold"), [("DejaVuSerif", False), ("DejaVuSerif-Bold", True), ("F1", True)])
def test_a_face_is_bold_by_its_name_and_by_its_weight_where_that_says_nothing(name: str, bold: bool) -> None:
    data = set_in(name)
    with Pages(opened(data, Limits()).document, LastResort(data)) as pages:
        (page,) = pages
        assert [run.bold for run in page.runs] == [bold]


LINES = ["Plant trees", "by the river", "and mend the fence of the wood", "Plant trees"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_letters_of_one_run_are_those_that_stand_in_its_box(turn: int) -> None:
    drawn = [words(line, x=40 + 30 * n, y=30 + 12 * n) for n, line in enumerate(LINES)]
    data = pdf(drawn, turn=turn)
    with Pages(opened(data, Limits()).document, LastResort(data)) as pages:
        (page,) = pages
        one_by_one = [page.letters(run) for run in page.runs]
        all_at_once = [page.letters(run) for _ in LINES for run in page.runs][-len(LINES) :]
    assert ["".join(letter.text for letter in letters) for letters in one_by_one] == ["".join(x.split()) for x in LINES]
    assert one_by_one == all_at_once
