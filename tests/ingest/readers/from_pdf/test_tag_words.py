"""Which words tags take for text, and which stand for others: artefacts, notes, words said instead of those drawn."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, String

from tests.ingest.readers.from_pdf.drawn import margins, tables, texts
from tests.ingest.readers.from_pdf.structured import (
    LEFT,
    WIDTH,
    Setting,
    Shown,
    cell,
    element,
    row,
    shown,
    structured,
)


def test_artefacts_within_a_cell_are_left_out() -> None:
    extra = "/Artifact <</Type /Layout>> BDC BT /F 6 Tf 1 0 0 1 100 296 Tm (n.b.) Tj ET EMC"
    marked = element("TR", element("TD", Shown("Plant trees", LEFT, 104, after=extra)), cell("Parks", 1, 1))
    data = structured(element("Table", row("Action", "Lead", at=0), marked, row("Mend paths", "Rangers", at=2)))
    assert tables(data) == [["Action | Lead", "Plant trees | Parks", "Mend paths | Rangers"]]
    assert margins(data) == ["n.b."]


def test_an_element_that_is_called_an_artefact_is_left_out() -> None:
    held = element("TD", shown("Plant trees", LEFT, 104), element("Artifact", shown("7", LEFT + 60, 104)))
    data = structured(element("Table", row("Action", "Lead", at=0), element("TR", held, cell("Parks", 1, 1))))
    assert tables(data) == [["Action | Lead", "Plant trees | Parks"]]


def test_the_words_of_an_element_stand_for_what_is_drawn() -> None:
    sign = element("TD", element("Span", shown("G", LEFT + WIDTH, 104), says=Dictionary(ActualText=String("On track"))))
    data = structured(element("Table", row("Action", "Status", at=0), element("TR", cell("Plant trees", 1, 0), sign)))
    assert tables(data) == [["Action | Status", "Plant trees | On track"]]


def test_words_that_say_the_same_as_those_drawn_change_nothing() -> None:
    says = Dictionary(ActualText=String("Plant trees along\u00ad the canal"))
    lines = element("P", shown("Plant trees", y=40), shown("along the canal", y=51), says=says)
    (found,) = texts(structured(lines))
    assert found == "Plant trees along the canal"


def test_words_of_an_element_that_goes_on_over_the_page_stand_once() -> None:
    says = Dictionary(ActualText=String("Plant one hundred trees"))
    lines = element("P", shown("Plant 100", y=390), shown("trees", y=30, page=1), says=says)
    assert "".join(texts(structured(lines, setting=Setting(pages=2)))).replace(" ", "") == "Plant100trees"


def test_no_words_stand_for_none_that_can_be_read() -> None:
    assert texts(structured(element("P", shown("Plant trees"), says=Dictionary(ActualText=String(""))))) == [
        "Plant trees"
    ]


@pytest.mark.parametrize("kind", ["Reference", "Link"])
def test_the_number_of_a_note_is_no_text(kind: str) -> None:
    mention = element(kind, Shown("3", LEFT + 50, 37, size=5))
    assert texts(structured(element("P", shown("Plant trees"), mention))) == ["Plant trees"]


def test_a_small_figure_within_the_words_of_a_link_stays_text() -> None:
    mention = element("Link", shown("CO", LEFT + 50), Shown("2", LEFT + 66, 42, size=5), shown("emissions", LEFT + 90))
    (found,) = texts(structured(element("P", shown("Cut"), mention)))
    assert found.replace(" ", "") == "CutCO2emissions"


def test_a_link_that_is_no_number_of_a_note_stays_text() -> None:
    mention = element("Link", shown("Section 3", LEFT + 50))
    assert texts(structured(element("P", shown("Plant trees:"), mention))) == ["Plant trees: Section 3"]


def noted(y: float) -> bytes:
    """A table with a note tagged in one of its cells, its words at that height."""
    note = element("Note", element("P", shown("Agreed in May.", y=y)))
    held = element("TR", element("TD", shown("Plant trees", LEFT, 104), note), cell("Parks", 1, 1))
    return structured(element("Table", row("Action", "Lead", at=0), held, row("Mend paths", "Rangers", at=3)))


def test_a_note_at_the_foot_of_the_page_is_no_text_of_the_cell_that_holds_its_tag() -> None:
    assert tables(noted(360)) == [["Action | Lead", "Plant trees | Parks", "Mend paths | Rangers"]]
    assert texts(noted(360)) == ["Agreed in May."]


def test_a_note_within_a_cell_is_text_of_it() -> None:
    assert tables(noted(115))[0][1] == "Plant trees\nAgreed in May. | Parks"


def test_words_of_a_cell_stand_in_the_order_of_the_tags() -> None:
    first, then = shown("Plant trees along", LEFT, 104), shown("the canal", LEFT, 115)
    tree = element("Table", row("Action", "Lead", at=0), element("TR", element("TD", first, then), cell("Parks", 1, 1)))
    assert tables(structured(tree, setting=Setting(first=(then, first))))[0][1] == "Plant trees along the canal | Parks"


def test_a_paragraph_said_again_on_each_page_is_a_running_line() -> None:
    head = element("P", *(shown("Council papers", y=20, page=page) for page in range(2)))
    plan = [element("P", shown(text, y=80, page=page)) for page, text in enumerate(("Plant trees", "Mend paths"))]
    data = structured(head, *plan, setting=Setting(pages=2))
    assert (margins(data), texts(data)) == (["Council papers"] * 2, ["Plant trees", "Mend paths"])
