"""What pdfium cannot open is read by pdfplumber, and says so."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import chain

import pytest

from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.limits import Limits
from ingest.model import Note
from ingest.readers.from_pdf.salvage.last_resort import LastResort
from ingest.reading import read_document
from tests.ingest.readers.from_pdf.drawn import area, blocks, pdf, rule, ruled, table, tables, texts, words
from tests.ingest.readers.from_pdf.salvage.broken import going_round, without_object, without_page, without_tree

HEAD = "Action | Lead | By"
ROWS = (HEAD, "Plant trees / by the canal | Parks | May", "Mend paths | Ann Lee | June")
PLAN = pdf([words("Parks plan"), *ruled(*ROWS, lines=2)])


def test_a_file_without_its_page_tree_is_read_as_the_whole_one() -> None:
    assert tables(without_tree(PLAN)) == tables(PLAN)
    assert texts(without_tree(PLAN)) == ["Parks plan"]


def test_it_says_which_engine_read_it_and_that_it_is_damaged() -> None:
    document = read_document(without_tree(PLAN))
    assert (document.facts.engine, document.facts.pages) == ("pdfplumber", 1)
    assert [(note.code, "pdfplumber" in note.message) for note in document.notes] == [("file-repaired", True)]


def test_a_page_that_the_tree_does_not_name_is_read() -> None:
    document = read_document(without_page(PLAN))
    assert tables(without_page(PLAN)) == tables(PLAN)
    assert document.facts.engine == "pdfium, pdfplumber"
    assert [(note.code, note.place and note.place.page) for note in document.notes] == [("file-repaired", 1)]


def test_pages_of_a_tree_that_names_none_are_read_in_order() -> None:
    three = pdf(*(words(f"Plan {letter}") for letter in "abc"))
    assert texts(three.replace(b"/Kids", b"/Kidz")) == ["Plan a", "Plan b", "Plan c"]


def test_a_lost_page_is_left_out_where_the_last_resort_counts_others() -> None:
    """pdfminer drops the page from its count, so that its second page is the third."""
    broken = without_object(pdf(*(words(f"Plan {letter}") for letter in "abc")), 2)
    assert texts(broken) == ["Plan a", "Plan c"]
    assert [block.code for block in blocks(broken) if isinstance(block, Note)] == ["page-damaged"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_whose_text_lies_on_its_side_are_read(turn: int) -> None:
    turned = pdf([words("Parks plan"), *ruled(*ROWS, lines=2)], turn=turn)
    whole, saved = table(turned), table(without_tree(turned))
    assert [[cell.text for cell in row] for row in saved.rows] == [[cell.text for cell in row] for row in whole.rows]
    boxes = [(a.place.box, b.place.box) for a, b in zip(chain(*whole.rows), chain(*saved.rows), strict=True)]
    assert all(a and b and a == pytest.approx(b, abs=2) for a, b in boxes)


def test_a_table_without_upright_rules_is_read() -> None:
    rows = [words(t, x, y) for y, row in ((60, ROWS[0]), (90, ROWS[2])) for t, x in _placed(row)]
    lines = [rule(40, y, 400, y) for y in (48, 70, 100)]
    assert tables(without_tree(pdf([*rows, *lines]))) == tables(pdf([*rows, *lines])) != []


def _placed(row: str) -> list[tuple[str, float]]:
    return list(zip(map(str.strip, row.split("|")), (44.0, 164.0, 284.0), strict=True))


def test_the_colour_behind_a_cell_is_kept() -> None:
    coloured = pdf([area(40, 79, 160, 98, "FFBF00"), *ruled(HEAD, "Plant trees | Parks | May")])
    assert table(without_tree(coloured)).rows[1][0].fill == table(coloured).rows[1][0].fill == "FFBF00"


def test_what_neither_can_read_is_damaged() -> None:
    with pytest.raises(Damaged):
        blocks(PLAN[: len(PLAN) // 3])


def test_pages_without_text_are_no_success_of_the_last_resort() -> None:
    with pytest.raises(Damaged):
        blocks(without_tree(pdf([area(0, 0, 600, 400, "808080")])))


def test_a_file_that_names_itself_for_ever_is_given_up_in_time() -> None:
    assert LastResort(going_round(PLAN), seconds=0.1).count == 0


def test_a_page_that_takes_too_long_is_left_out() -> None:
    crowded = pdf([words(f"Plant {n} trees", y=n) for n in range(400)])
    assert LastResort(crowded).ink(1) is not None
    hurried = LastResort(crowded, seconds=0.05)
    assert (hurried.count, hurried.ink(1)) == (1, None)


def test_a_file_beyond_the_limits_is_not_handed_on() -> None:
    with pytest.raises(TooLarge):
        list(read_document(without_tree(PLAN), replace(Limits(), file_bytes=100)).blocks)


def test_a_locked_file_stays_locked() -> None:
    from tests.ingest.readers.from_pdf.test_opening import locked

    with pytest.raises(Encrypted):
        assert LastResort(locked("secret")).count


def test_pdfplumber_is_not_loaded_for_a_whole_file() -> None:
    code = (
        "import sys; from ingest.reading import read_document; read_document(sys.stdin.buffer.read());"
        "sys.exit('pdfplumber' in sys.modules or 'pdfminer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], input=PLAN, check=False).returncode == 0
