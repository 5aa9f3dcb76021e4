"""Pages have the numbers by which pdfium counts them: tags are of the words that it reads."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest

from ingest.readers.from_pdf.tagged.page_tree import numbered
from ingest.readers.from_pdf.tagged.tree import marks
from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import PLAN, SHOWN, Setting, element, row, structured

_NODES = {
    "1 0 R": {"/Kids": ["2 0 R", "3 0 R"]},
    "2 0 R": {"/Kids": ["4 0 R", None, "5 0 R"]},
    "3 0 R": {"/Type": "/Page"},
    "4 0 R": {"/Type": "/Page"},
    "5 0 R": {"/Type": "/Font"},
    "6 0 R": {"/Kids": ["6 0 R", "3 0 R", "3 0 R", "9 0 R", 7, "4 0 R"]},
    "7 0 R": {"/Kids": "8 0 R"},
    "8 0 R": ["3 0 R"],
}


@pytest.mark.parametrize(
    ("root", "numbers"),
    [
        ("1 0 R", {"4 0 R": 1, "5 0 R": 3, "3 0 R": 4}),
        ("3 0 R", {"3 0 R": 1}),
        ("6 0 R", {"3 0 R": 1, "4 0 R": 5}),
        ("7 0 R", {"3 0 R": 1}),
        (None, {}),
    ],
)
def test_each_part_of_the_tree_that_holds_no_others_has_a_number(root: str | None, numbers: dict[str, int]) -> None:
    assert numbered(root, lambda value: _NODES.get(value) if isinstance(value, str) else value) == numbers


def test_a_page_that_is_not_there_moves_no_tags_to_another() -> None:
    table = element("Table", *(row(*texts, at=n, page=1) for n, texts in enumerate(PLAN)))
    whole = structured(table, setting=Setting(pages=3))
    data = re.sub(rb"/Count 3 /Kids \[ \d+ 0 R ", b"/Count 3 /Kids [ null  ", whole)
    assert len(data) == len(whole)
    assert pdfium.PdfDocument(data)[1].get_textpage().get_text_bounded()
    assert sorted(marks(data)) == [2]
    assert tables(data) == [SHOWN]
