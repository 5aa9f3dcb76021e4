"""Rules, letters, coloured areas and dashes told apart by their pixels alone."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.lone import Standing, lone_dashes
from ingest.readers.from_pdf.scans.paper import Paper, rules_on_white, without_edges
from ingest.readers.from_pdf.scans.pixels import Mask, Pixels
from ingest.readers.from_pdf.scans.ruling import level_strokes
from ingest.readers.from_pdf.scans.type import baselines, fitted, sizes
from ingest.readers.from_pdf.scans.words import Word

SCALE = 200 / 72


def white(high: int = 100, wide: int = 300) -> Pixels:
    return np.full((high, wide), 255, dtype=np.uint8)


def test_a_line_without_ink_beside_it_is_a_rule() -> None:
    page = white()
    page[50:52, 20:90] = 0
    assert {stroke.at for stroke in level_strokes(page, SCALE)} == {50, 51}


def test_the_feet_of_letters_grown_together_are_no_rule() -> None:
    page = white()
    page[50:52, 20:90] = 0
    for stem in range(22, 90, 8):
        page[36:50, stem : stem + 3] = 0
    assert level_strokes(page, SCALE) == []


def edged(edge: int) -> Pixels:
    """Grey paper with an area of a darker grey, and a line of some other at its left."""
    page = np.full((200, 300, 3), 255, dtype=np.uint8)
    page[40:160, 100:200] = 120
    page[40:160, 98:100] = edge
    return page


def strokes_beside(edge: int) -> int:
    printed = Paper((255, 255, 255), (Area(100, 40, 200, 160, (120, 120, 120)),))
    page = edged(edge)
    clear = without_edges(rules_on_white(page, printed), page, printed)
    return len(level_strokes(np.ascontiguousarray(clear.T), SCALE))


def test_the_fading_edge_of_a_coloured_area_is_no_rule_and_a_darker_line_is() -> None:
    assert strokes_beside(160) == 0
    assert strokes_beside(20) == 2


def word(text: str, top: int, bottom: int, *, line: int = 0, wide: int | None = None) -> Word:
    return Word(text, 0, top, 12 * len(text) if wide is None else wide, bottom, 1.0, line)


LINES = [word("Hand", 40 * n, 40 * n + 18, line=n) for n in range(6)]


def test_a_word_whose_box_is_too_high_but_no_wider_is_of_the_usual_size() -> None:
    found = sizes([*LINES, word("Hand", 300, 328, line=9)])
    assert found[-1] == found[0]


def test_a_word_both_higher_and_wider_is_of_a_larger_size() -> None:
    found = sizes([*LINES, word("Hand", 300, 328, line=9, wide=75)])
    assert found[-1] > 1.4 * found[0]


def test_a_box_too_high_for_its_letters_is_drawn_in_to_where_most_ink_is() -> None:
    ink = np.zeros((60, 60), dtype=np.bool_)
    ink[30:48, 0:40] = True
    ink[22:25, 10:12] = True
    drawn = fitted(word("Hand", 22, 48), 18 / 0.73, ink)
    assert (drawn.top, drawn.bottom) == (30, 48)


@pytest.mark.parametrize("foot", [0, 5], ids=["stands on the line", "reaches below it"])
def test_a_stroke_may_reach_below_the_line_or_not(foot: int) -> None:
    ink = np.zeros((60, 100), dtype=np.bool_)
    ink[20:38, 0:24] = ink[20:38, 36:60] = ink[20 : 38 + foot, 28:31] = True
    date = Word("07/06", 0, 20, 60, 38 + foot, 1.0)
    assert baselines([date], [25.0], ink) == [38]


def dashes(ink: Mask) -> list[tuple[int, int]]:
    line = Standing(Word("Hand", 10, 30, 60, 48, 1.0, 0), 25.0, 48.0)
    return [(found.word.left, found.word.right) for found in lone_dashes(ink, [line])]


def test_a_dash_alone_in_a_cell_is_found_by_its_ink() -> None:
    ink = np.zeros((80, 300), dtype=np.bool_)
    ink[30:48, 10:60] = True
    ink[39:41, 200:214] = True
    assert dashes(ink) == [(200, 214)]


def test_a_dash_of_which_noise_leaves_one_row_whole_is_found() -> None:
    ink = np.zeros((80, 300), dtype=np.bool_)
    ink[30:48, 10:60] = True
    ink[40, 200:214] = ink[39, 202] = ink[41, 205:211] = True
    assert dashes(ink) == [(200, 214)]


def test_specks_and_what_stands_close_to_other_ink_are_no_dashes() -> None:
    ink = np.zeros((80, 300), dtype=np.bool_)
    ink[39:41, 100:103] = True
    ink[39:41, 200:214] = True
    ink[30:48, 218:240] = True
    assert dashes(ink) == []


def test_a_rule_at_the_foot_of_a_dark_heading_stays() -> None:
    page = np.full((200, 300, 3), 255, dtype=np.uint8)
    page[40:80, 20:280] = (65, 111, 193)
    page[78:80, 20:280] = (30, 30, 40)
    printed = Paper((255, 255, 255), (Area(20, 40, 280, 80, (65, 111, 193), pale=True),))
    clear = without_edges(rules_on_white(page, printed), page, printed)
    assert {stroke.at for stroke in level_strokes(clear, SCALE)} == {78, 79}
