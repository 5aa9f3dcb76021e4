"""Pictures in the cells of a tagged table, and what the tags say in place of them."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, String

from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import Element, Setting, cell, element, row, ruled_around, structured


def _with_picture(words: str, text: str = "", rules: str = "") -> bytes:
    """A plan with a picture in its last cell, beside that text."""
    picture = element("Figure", says=Dictionary(Alt=String(words)))
    last = element("TD", *cell(text, 1, 2).kids, picture)
    plan: list[Element] = [row("Action", "Lead", "Status", at=0)]
    plan += [element("TR", cell("Plant trees", 1, 0), cell("Parks", 1, 1), last)]
    table = element("Table", *plan, row("Mend paths", "Rangers", "Done", at=2))
    return structured(table, setting=Setting(rules=rules))


@pytest.mark.parametrize("rules", ["", ruled_around(3, 3)], ids=["bare", "ruled"])
def test_a_picture_in_a_cell_without_words_is_read_by_what_is_said_of_it(rules: str) -> None:
    assert tables(_with_picture("Green", rules=rules))[0][1] == "Plant trees | Parks | Green"


def test_a_picture_beside_words_adds_none() -> None:
    assert tables(_with_picture("A green mark", "On track"))[0][1] == "Plant trees | Parks | On track"


@pytest.mark.parametrize("name", ["image3.png", "Picture 12", "GRAPHIC", "image (3)", "my tick.PNG", "Oval 4", " "])
def test_the_name_that_a_program_gave_a_picture_says_nothing(name: str) -> None:
    assert tables(_with_picture(name))[0][1] == "Plant trees | Parks | "


@pytest.mark.parametrize("address", ["blob:https://x.org/1", "https://x.org/tick?n=1", "file:///C:/tick", "www.x.org"])
def test_the_address_of_a_picture_says_nothing(address: str) -> None:
    assert tables(_with_picture(address))[0][1] == "Plant trees | Parks | "


@pytest.mark.parametrize(
    "guess",
    [
        "Icon Description automatically generated",
        "A picture containing text",
        "A green circle AI-generated content may be incorrect.",
        "Logo, company name",
        "Shape, circle",
    ],
)
def test_what_a_program_guesses_of_a_picture_says_nothing(guess: str) -> None:
    assert tables(_with_picture(guess))[0][1] == "Plant trees | Parks | "


@pytest.mark.parametrize("words", ["On track: see image 3", "Image of a green tick", "Done, on website", "Icon, green"])
def test_what_somebody_said_of_a_picture_is_kept(words: str) -> None:
    assert tables(_with_picture(words))[0][1] == f"Plant trees | Parks | {words}"


def test_a_picture_in_a_row_over_two_pages_is_said_once() -> None:
    picture = element("Figure", says=Dictionary(Alt=String("Green")))
    cut = element("TD", *cell("Plant", 1, 0).kids, *cell("trees", 0, 0, page=1).kids)
    plan = [row("Action", "Lead", "Status", at=0), element("TR", cut, cell("Parks", 1, 1), element("TD", picture))]
    after = row("Mend paths", "Rangers", "Done", at=2, page=1)
    found = tables(structured(element("Table", *plan, after), setting=Setting(pages=2)))
    assert [line.replace("\n", " ") for line in found[0][1:]] == [
        "Plant trees | Parks | Green",
        "Mend paths | Rangers | Done",
    ]
