"""Headings level with one another, each over one of several tables side by side."""

from __future__ import annotations

from ingest.model import Paragraph, Table
from tests.ingest.readers.from_pdf.drawn import Ink, blocks, bold, pdf, ruled, words

LEFT, RIGHT = 40, 320
HEAD = "Action | Lead"
TABLES = [
    *ruled(HEAD, "Plant trees | Us", "Mend paths | You", top=100, left=LEFT),
    *ruled(HEAD, "Sweep | Them", "Dig | Me", "Mow | Us", top=100, left=RIGHT),
]


def said(*page: Ink) -> list[str]:
    """The paragraphs, and of each table its second row."""
    found = [b for b in blocks(pdf([*page, *TABLES])) if isinstance(b, (Paragraph, Table))]
    return [b.text if isinstance(b, Paragraph) else b.rows[1][0].text for b in found]


def test_each_table_follows_its_own_heading() -> None:
    page = said(bold("Parks", LEFT, 90), bold("Streets", RIGHT, 90))
    assert page == ["Parks", "Plant trees", "Streets", "Sweep"]


def test_a_line_over_both_tables_is_one() -> None:
    line = "This plan shows how we will put the strategy into practice, and who will lead"
    assert said(words(line, LEFT, 90)) == [line, "Plant trees", "Sweep"]


def test_words_over_one_table_alone_stay_together() -> None:
    assert said(words("Parks", LEFT, 90), words("and streets", LEFT + 60, 90)) == [
        "Parks and streets",
        "Plant trees",
        "Sweep",
    ]
