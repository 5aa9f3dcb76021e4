"""Tags that name what is not there, or numbers that are none, cost no other tags and take no other words."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from pikepdf import Array

from ingest.readers.from_pdf.tagged.tree import marks
from tests.ingest.readers.from_pdf.structured import PLAN, Shown, element, row, rows, structured
from tests.ingest.readers.from_pdf.tagged import Words, cells, tagged


def test_a_part_that_was_deleted_costs_no_other_tags() -> None:
    whole = tagged(*cells(("Action", "Lead"), ("Plant trees", "Parks")), Words("Our plan", "P", y=300))
    data = re.sub(rb"(\d) 0 R \] /S /TR", rb"9\1 0 R] /S /TR", whole, count=1)
    assert len(data) == len(whole)
    assert len(marks(data)[1]) == len(marks(whole)[1]) - 1 == 4


@pytest.mark.parametrize("number", [b"-1", b"1.5", b"2.", b"(4)", b"99 0 R", b"/A", b"[4]", b"9" * 400 + b".0"])
def test_a_number_that_is_none_takes_no_words_without_a_tag(number: bytes) -> None:
    footer = Shown("Page 1 of 9", 40, 380, tag="")
    whole = structured(element("Table", *rows(*PLAN)), element("P", footer))
    data = re.sub(rb"/MCID 4(?= /Pg)", b"/MCID " + number, whole)
    assert sorted(marks(data)[1]) == sorted(set(marks(whole)[1]) - {4})


def test_a_number_may_stand_in_an_object_of_its_own() -> None:
    whole = structured(element("P", Shown("Plant trees")))
    data = whole.replace(b"/MCID 0 /Pg", b"/MCID 7 0 R /Pg").replace(b"\nxref", b"\n7 0 obj 9 endobj\nxref")
    assert list(marks(data)[1]) == [9]


def test_a_page_whose_content_is_broken_has_its_tags_but_for_those_within_forms() -> None:
    parts = element("P", Shown("Plant trees", form="around")), element("P", Shown("Mend paths", y=80))
    with pikepdf.open(io.BytesIO(structured(*parts))) as document:
        document.pages[0].Contents = Array([5])
        made = io.BytesIO()
        document.save(made)
    assert list(marks(made.getvalue())[1]) == [1]


def test_words_in_place_of_what_is_not_there_are_none() -> None:
    part = element("P", Shown("Plant trees"))
    data = structured(part, element("Table", row("Action", "Lead", at=3)))
    data = data.replace(b"/S /P", b"/S /P /ActualText 99 0 R", 1)
    assert not marks(data)[1][0].instead
