"""Markdown: headings, lists and tables, emphasis taken out."""

from __future__ import annotations

from time import process_time

from ingest.model import Document, Paragraph
from ingest.reading import read_document
from tests.ingest.readers.shown import shown


def read(text: str) -> Document:
    """The document of this text."""
    return read_document(text.encode())


def test_headings_paragraphs_lists_and_tables_come_in_order() -> None:
    document = read(
        "---\nauthor: x\n---\nPlan\n====\n\nWe **plant** _trees_ and\n`dig` ponds.\n\n## Steps\n\n"
        "- one\n  more\n2. two\n\n"
        "| Action | Lead |\n|:--|--:|\n| Plant \\| water **them**<br>daily | ~~Jo~~ snake_case |\n"
    )
    assert document.format == "md"
    assert shown(document) == [
        "Plan", "We plant trees and dig ponds.", "Steps", "• one more", "2. two",
        [["Action", "Lead"], ["Plant | water them\ndaily", "Jo snake_case"]],
    ]  # fmt: skip
    assert [block.level for block in document.blocks if isinstance(block, Paragraph)] == [1, 0, 2, 0, 0]


def test_links_keep_their_addresses_and_struck_lines_their_mark() -> None:
    link, struck = read("# a\n\nSee [the site](https://example.org)\n\n~~Fell trees~~\n").blocks[1:]
    assert isinstance(link, Paragraph)
    assert isinstance(struck, Paragraph)
    assert (link.text, link.links) == ("See the site", ("https://example.org",))
    assert (struck.text, struck.struck) == ("Fell trees", True)


def test_tables_without_pipes_at_their_edges_are_tables() -> None:
    assert shown(read("Action | Lead\n--- | ---\nPlant | Parks\n")) == [[["Action", "Lead"], ["Plant", "Parks"]]]


def test_a_heading_with_thousands_of_spaces_in_it() -> None:
    began = process_time()
    heading, words = read("# Our" + " " * 30_000 + "plan ##  \n\n- one\n").blocks
    assert process_time() - began < 0.5
    assert isinstance(heading, Paragraph)
    assert isinstance(words, Paragraph)
    assert (heading.level, heading.text.split()) == (1, ["Our", "plan"])
