"""Tables that go on over the page, and what stands in the margins."""

from __future__ import annotations

import pytest

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.page import last_columns
from ingest.readers.from_pdf.passage import Passage
from tests.ingest.readers.from_pdf.drawn import (
    Ink,
    bold,
    inheriting,
    margins,
    pdf,
    rule,
    ruled,
    tables,
    texts,
    texts_of,
    words,
)

HEAD = "Action | Lead | By"


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    assert tables(pdf(ruled(HEAD, "Plant trees | Parks | May"), ruled("Mend paths | Rangers | June"))) == [
        [HEAD, "Plant trees | Parks | May", "Mend paths | Rangers | June"]
    ]


def test_a_header_repeated_on_each_page_stands_once() -> None:
    pages = [ruled(HEAD, f"Plant {n} trees | Parks | May") for n in (1, 2, 3)]
    assert tables(pdf(*pages)) == [[HEAD, *(f"Plant {n} trees | Parks | May" for n in (1, 2, 3))]]


def test_a_header_repeated_above_a_cut_row_that_a_merged_cell_reaches_down_to_stands_once() -> None:
    rows = (
        HEAD,
        "Plant trees | Parks | May",
        HEAD,
        "Mend paths | Rangers | June",
        " | Clerks of every old parish | July",
    )
    page = [ink for n, row in enumerate(rows) for ink in texts_of(row, 60 + 19 * n, 40, 120)]
    page += [rule(x, 60, x, 155) for x in (40, 160, 280, 400)] + [rule(160, 136, 400, 136)]
    page += [rule(40, y, 400, y) for y in (60, 79, 98, 117, 155)]
    last = "Mend paths | Clerks of every old parish and villages here | July"
    assert tables(pdf(page, ruled(HEAD, " | and villages here | "))) == [[HEAD, rows[1], rows[3], last]]


def test_a_row_cut_by_the_page_end_is_whole_again() -> None:
    first = ruled(HEAD, "Plant trees along / the canal and the / whole length of | Parks | May", lines=3, width=80)
    second = ruled(HEAD, "the towpath | | ", "Mend paths | Rangers | June", lines=3, width=80)
    whole = "Plant trees along the canal and the whole length of the towpath | Parks | May"
    assert tables(pdf(first, second)) == [[HEAD, whole, "Mend paths | Rangers | June"]]


def test_a_new_row_at_the_top_of_a_page_is_not_taken_for_the_rest_of_the_last() -> None:
    first = ruled(HEAD, "Plant trees along / the canal and the / towpath | Parks | May", lines=3)
    second = ruled("Mend paths | Rangers | June", lines=3)
    assert len(tables(pdf(first, second))[0]) == 3


def test_text_between_two_tables_keeps_them_apart() -> None:
    pages = (ruled(HEAD, "Plant trees | Parks | May"), [words("Theme 2", y=50), *ruled(HEAD, "Mend | Parks | May")])
    assert len(tables(pdf(*pages))) == 2


def test_tables_of_other_columns_stay_apart() -> None:
    assert len(tables(pdf(ruled(HEAD, "Plant | Parks | May"), ruled("Name | Post", "Ann | Clerk")))) == 2


def test_running_heads_and_feet_are_margins() -> None:
    pages = [
        [words("Parks plan", y=20), words(f"Text {c}.", y=200), words(f"Page {n}", y=385)]
        for n, c in enumerate("abc", 1)
    ]
    assert texts(pdf(*pages)) == ["Text a.", "Text b.", "Text c."]
    assert margins(pdf(*pages)) == ["Parks plan", "Page 1", "Parks plan", "Page 2", "Parks plan", "Page 3"]


def test_a_section_title_that_its_next_pages_say_again_stands_where_the_section_begins() -> None:
    titles = ("Warm homes", "Warm homes", "Cool streets", "Cool streets")
    pages = [[bold(title, y=20), words(f"Text {c}.", y=200)] for title, c in zip(titles, "abcd", strict=True)]
    assert texts(pdf(*pages)) == ["Text a.", "Text b.", "Cool streets", "Text c.", "Text d."]
    assert margins(pdf(*pages)) == ["Warm homes", "Warm homes", "Cool streets"]


def test_a_table_goes_on_past_the_foot_of_the_page() -> None:
    pages = [[*ruled(HEAD, f"Plant {n} trees | Parks | May"), words(f"Page {n}", y=385)] for n in (1, 2)]
    assert len(tables(pdf(*pages))) == 1


def test_a_number_that_a_row_begins_with_at_the_foot_of_the_page_is_no_page_number() -> None:
    page = [words(text, x, 372) for text, x in (("9", 40), ("Mend the old paths", 90), ("Rangers", 300))]
    assert margins(pdf(page, words("Plant trees by the canal"))) == []


def test_a_word_at_the_same_place_of_the_next_page_is_no_running_head_where_its_row_is_new() -> None:
    pages = [ruled(f"Plant trees in ward {c * 9} | Rangers", top=20, width=260) for c in "abc"]
    assert margins(pdf(*pages)) == []


def test_pages_that_take_their_size_from_the_page_tree_are_read_to_their_edges() -> None:
    large = inheriting(pdf(words("At the edge", x=700), size=(900, 900)))
    assert texts(large) == ["At the edge"]


def test_a_row_whose_whole_cells_stand_on_two_pages_is_one() -> None:
    earlier = ruled("Ref | Action | Lead", "1 | Plant trees | Parks", "2 | Mend paths | Rangers", "3 | | Ann Lee")
    assert tables(pdf(earlier, ruled(" | Count bats | ")))[0][-1] == ("3 | Count bats | Ann Lee")


def test_the_upper_lines_of_a_header_repeated_at_the_head_of_the_page_stay_in_it() -> None:
    head = [words("By", 200, 40), words("whom", 200, 51), words("Action", 40, 51), words("When", 320, 51)]
    pages = [[*head, *_lines(f"Plant {w} trees", "Ann Lee", f"May {w}")] for w in ("oak", "ash", "elm")]
    assert margins(pdf(*pages)) == []
    assert tables(pdf(*pages))[0][0].split() == ["Action", "|", "By", "whom", "|", "When"]


def test_a_header_at_the_edge_of_the_running_lines_keeps_all_its_headings() -> None:
    head = [words(text, x, 47) for text, x in zip(("Ways", "Lead", "When"), (40, 200, 320), strict=True)]
    pages = [[*head, *_lines(f"Plant {w} trees", "Ann Lee", f"May {w}")] for w in ("oak", "ash", "elm")]
    assert margins(pdf(*pages)) == []
    assert [found[0] for found in tables(pdf(*pages))] == ["Ways | Lead | When"]


def test_a_sum_alone_on_the_last_page_is_no_rest_of_the_row_before() -> None:
    first = ruled("No | Action | Cost", "1 | Plant trees | £4,000", "2 | Mend paths | £5,000")
    second = [*ruled(" | | "), bold("Total", 164, 72), bold("£9,000", 284, 72)]
    assert tables(pdf(first, second))[0][2:] == ["2 | Mend paths | £5,000", " | Total | £9,000"]


@pytest.mark.parametrize(("notes", "edges"), [(0, (40, 160, 280)), (1, (40, 160, 280)), (2, (40, 160, 280)), (3, ())])
def test_columns_without_rules_hold_over_the_page_past_a_short_note_beneath_them(
    notes: int, edges: tuple[float, ...]
) -> None:
    box = Box(40, 60, 280, 100)
    table = Fragment(1, box, (40, 160, 280), 1, (Piece(0, 0, 1, 1, box, box, 1),), loose=True)
    line = Line((Run("* If agreed.", box, box.bottom, 9),), "* If agreed.", box, box.bottom, 9)
    foot = Passage((line,), 1, box, box, running=True)
    assert last_columns([table, *([Passage((line,) * notes, 1, box, box)] if notes else []), foot]) == edges


def _lines(*texts: str) -> list[Ink]:
    return [words(text, x, y) for y in range(70, 170, 20) for text, x in zip(texts, (40, 200, 320), strict=True)]


def test_a_row_over_the_page_is_new_where_earlier_ones_share_their_first_cell() -> None:
    def merged(first: str, second: str, top: float) -> list[Ink]:
        across = [rule(40, top, 400, top), rule(160, top + 19, 400, top + 19), rule(40, top + 38, 400, top + 38)]
        upright = [rule(x, top, x, top + 38) for x in (40, 160, 280, 400)]
        return [*across, *upright, *texts_of(first, top, 40, 120), *texts_of(f"|{second}", top + 19, 40, 120)]

    page = [
        *merged("Parks|Plant trees|May", "Mend paths|June", 60),
        *merged("Roads|Fix lamps|July", "Paint rails|Now", 98),
    ]
    (found,) = tables(pdf(page, ruled("|Sow seeds|Soon", top=30)))
    assert found[-2:] == ["Roads | Paint rails | Now", "Roads | Sow seeds | Soon"]
