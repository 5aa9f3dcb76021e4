"""Addresses behind words become notes, once for each cell, and only where the words do not show them."""

from __future__ import annotations

from ingest.addresses import link_notes
from ingest.model import Cell, Paragraph, Place, Table


def table(*paragraphs: Paragraph, parent: Place | None = None) -> Table:
    """A table of one row: a cell of these paragraphs merged over two columns."""
    cell = Cell(Place(table=1, row=1, column=1), paragraphs, col_span=2)
    return Table(Place(table=1), ((cell, cell),), parent)


def test_an_address_behind_words_is_noted_where_it_stands() -> None:
    (note,) = link_notes(table(Paragraph("See the strategy", links=("https://example.org/a", "mailto:jo@example.org"))))
    assert (note.code, note.severity) == ("link", "info")
    assert note.message.endswith("https://example.org/a mailto:jo@example.org")
    assert note.place == Place(table=1, row=1, column=1)


def test_an_address_that_the_words_show_is_not_noted() -> None:
    shown = Paragraph(
        "Write to Jo@example.org or see WWW.example.org", links=("mailto:jo@example.org", "http://example.org/")
    )
    assert list(link_notes(table(shown))) == []


def test_words_of_a_nested_table_are_noted_in_the_outer_cell_alone() -> None:
    inner = table(Paragraph("here", links=("https://example.org/",)), parent=Place(table=2, row=1, column=1))
    assert list(link_notes(inner)) == []


def test_a_paragraph_of_the_text_is_noted_too() -> None:
    (note,) = link_notes(Paragraph("here", links=("https://example.org/",), place=Place(paragraph=4)))
    assert note.place == Place(paragraph=4)


def test_an_address_broken_by_the_end_of_a_line_is_shown_all_the_same() -> None:
    shown = Paragraph("See https://example.org/long- name", links=("https://example.org/long-name",))
    assert list(link_notes(table(shown))) == []
