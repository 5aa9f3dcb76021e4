"""Whatever a text looks like, the reader neither fails nor loses a word of it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import Empty, Unsupported
from ingest.model import Document, Paragraph, Table
from ingest.reading import read_document

WORDS = st.text("ABC 7.", min_size=1, max_size=12)
KINDS = [
    "Plant {} trees along the whole of the street.", "Officer {}", "{} May 2010", "£{}00", "",
    "• Ponds dug\n• Trees {}",
    "Report to the board, see {}",
]  # fmt: skip
CELLS = st.text("ABCDEF 7", min_size=1, max_size=10).map(str.strip).filter(lambda text: text.strip(".") != "")


def words(document: Document) -> Counter[str]:
    """Every word of a document, merged cells once."""
    found: Counter[str] = Counter()
    for block in document.blocks:
        found.update(block.shown.split() if isinstance(block, Paragraph) else _in_table(block))
    return found


def _in_table(table: Table) -> list[str]:
    cells = ((row, column) for row in range(len(table.rows)) for column in range(table.width))
    return [
        word
        for row, column in cells
        if table.is_origin(row, column)
        for word in table.rows[row][column].text.split()
    ]  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.tuples(st.sampled_from(["", "", "\t", "  ", "\t\t"]), WORDS, st.sampled_from(["", "\t", "   "]), WORDS))
)
def test_every_word_of_a_text_is_somewhere(lines: list[tuple[str, str, str, str]]) -> None:
    text = "\n".join("".join(line) for line in lines)
    try:
        document = read_document(text.encode())
    except (Empty, Unsupported):
        assert not text.strip()
        return
    assert words(document) == Counter(text.split())


@settings(deadline=None, max_examples=100)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=8))
def test_any_table_of_tabs_comes_back_as_it_was(rows: list[list[str]]) -> None:
    table = read_document("\n".join("\t".join(row) for row in rows).encode()).tables[0]
    assert [[cell.text for cell in row] for row in table.rows] == [
        [" ".join(text.split()) for text in row] for row in rows
    ]


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 7), st.integers(2, 6), st.data())
def test_a_plain_table_of_unmarked_cells_comes_back_as_it_was(width: int, height: int, data: st.DataObject) -> None:
    header = [f"Heading {chr(65 + column)}" for column in range(width)]
    kinds = data.draw(st.permutations(KINDS))[:width]
    rows = [[kind.format(10 + row) for kind in kinds] for row in range(height)]
    text = "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in [header, *rows])
    table = read_document(f"Plan\n\n{text}\nThe end of it all.\n".encode()).tables[0]
    assert [[cell.text for cell in row] for row in table.rows] == [header, *rows]
