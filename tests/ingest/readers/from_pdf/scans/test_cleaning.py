"""What scanners and paper add to a page, taken out of it before and after its words are recognised."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.contrast import blackness, darkened
from ingest.readers.from_pdf.scans.light import evenly_lit
from ingest.readers.from_pdf.scans.marks import with_dashes
from ingest.readers.from_pdf.scans.paper import on_white, paper
from ingest.readers.from_pdf.scans.pixels import Pixels
from ingest.readers.from_pdf.scans.rapid import strips
from ingest.readers.from_pdf.scans.specks import without_specks
from ingest.readers.from_pdf.scans.strays import strays
from ingest.readers.from_pdf.scans.words import Word


def white(high: int, wide: int) -> Pixels:
    return np.full((high, wide), 255, dtype=np.uint8)


def coloured(page: Pixels) -> Pixels:
    return np.repeat(page[:, :, None], 3, axis=2)


def areas(page: Pixels) -> list[tuple[int, int]]:
    return [(area.left, area.right) for area in paper(coloured(page)).areas]


def test_a_pale_area_with_straight_edges_is_printed() -> None:
    page = white(200, 400)
    page[60:120, 80:320] = 241
    assert len(areas(page)) == 1


def test_pale_print_that_shows_through_the_paper_is_no_area() -> None:
    page = white(200, 400)
    for step in range(12):
        page[60:120, 80 + 20 * step : 94 + 20 * step] = 241
        page[62 + 4 * step : 66 + 4 * step, 80:320] = 241
    assert areas(page) == []


def test_pale_print_is_made_black_and_paper_stays_white() -> None:
    page = white(50, 50)
    page[10:20, 10:20] = 115
    assert blackness(page) == 115
    made = darkened(page, blackness(page))
    assert (made.min(), made.max()) == (0, 255)


def test_black_print_stays_as_it_is() -> None:
    page = white(50, 50)
    page[10:20, 10:20] = 20
    assert blackness(page) == 0
    assert blackness(white(50, 50)) == 0
    assert darkened(page, 0) is page


def test_a_speck_is_taken_out_and_a_full_stop_is_not() -> None:
    page = white(40, 40)
    page[5, 5:7] = 0
    page[20:22, 20:23] = 40
    made = without_specks(page)
    assert (made[5] == 255).all()
    assert (made[20:22, 20:23] == 40).all()


def test_a_shadow_down_the_page_lets_no_line_be_cut() -> None:
    page = white(1_000, 100)
    page[:, 0:3] = 0
    for line in range(580, 620):
        page[line, 20:80] = 0
    bounds = [(top, top + len(strip)) for top, strip in strips(page)]
    assert not any(580 < edge < 620 for bound in bounds for edge in bound)
    assert bounds[-1][1] == 1_000


LINES = [Word("Plant trees", 100, 40 * n, 300, 40 * n + 18, 0.9, n) for n in range(5)]
SIZES = [25.0] * 5


@pytest.mark.parametrize(
    ("mark", "size", "is_stray"),
    [
        (Word("C", 20, 60, 70, 110, 0.9), 68.0, True),
        (Word("rN", 20, 60, 66, 76, 0.6), 22.0, True),
        (Word("A1", 20, 60, 40, 78, 0.9), 25.0, False),
        (Word("C", 150, 60, 200, 110, 0.5), 68.0, False),
    ],
    ids=["larger than letters", "doubtful", "a number of a row", "among the lines"],
)
def test_marks_in_the_margin_are_no_words(mark: Word, size: float, is_stray: bool) -> None:
    assert (mark in strays([*LINES, mark], [*SIZES, size])) is is_stray


@pytest.mark.parametrize(("sure", "size"), [(0.5, 25.0), (0.9, 35.0)], ids=["doubtful", "larger than letters"])
def test_a_number_beneath_a_sure_one_is_no_stray(sure: float, size: float) -> None:
    column = [Word("1", 20, 20, 34, 38, 0.95), Word("2", 21, 60, 35, 78, sure)]
    assert strays([*LINES, *column], [*SIZES, 25.0, size]) == frozenset()


def test_nothing_is_a_stray_where_there_are_no_lines() -> None:
    assert strays([Word("7", 0, 0, 9, 18, 0.4)], [25.0]) == frozenset()


def dashed(long: int, text: str = "2-3") -> str:
    """What is made of a hyphen, its ink so long, in type of 100 pixels."""
    ink: NDArray[np.bool_] = np.zeros((100, 200), dtype=np.bool_)
    ink[30:100, 0:40] = ink[30:100, 56 + long : 200] = True
    ink[68:76, 48 : 48 + long] = True
    return with_dashes(Word(text, 0, 0, 200, 100, 1.0), 100.0, 100.0, ink).text


def test_the_short_en_dash_of_a_narrow_face_is_one() -> None:
    assert (dashed(30), dashed(38)) == ("2-3", "2–3")


def test_a_hyphen_as_long_within_a_compound_word_is_none() -> None:
    assert (dashed(38, "r-1"), dashed(44, "r-1")) == ("r-1", "r–1")


GREEN, BLUE, NAVY = (0, 176, 80), (91, 155, 213), (31, 56, 100)
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


@pytest.mark.parametrize(
    ("colour", "words"),
    [(GREEN, BLACK), (GREEN, WHITE), (BLUE, BLACK), (BLUE, WHITE), (NAVY, WHITE), ((255, 192, 0), BLACK)],
    ids=["black on green", "white on green", "black on blue", "white on blue", "white on navy", "black on amber"],
)
def test_words_on_colour_are_made_black_on_white_be_they_darker_or_lighter(
    colour: tuple[int, int, int], words: tuple[int, int, int]
) -> None:
    page = coloured(white(200, 400))
    page[40:160, 80:320] = colour
    page[80:96, 120:200:6] = words
    page[40:160, 200:202] = page[100:102, 80:320] = 0
    seen = on_white(page, paper(page))
    assert (seen[88, 120:200:6] < 30).all()
    assert (seen[120:150, 90:190] > 225).all()


def lit(page: Pixels, darkest: float) -> Pixels:
    """The page under light that grows darker to the right."""
    return (page * np.linspace(1.0, darkest, page.shape[1])[None, :, None]).astype(np.uint8)


def test_uneven_light_is_evened_and_colours_stay() -> None:
    page = coloured(white(400, 600))
    page[200:230, 60:540] = (221, 232, 240)
    seen = evenly_lit(lit(page, 0.75))
    assert seen[100].min() > 240
    assert abs(seen[215, 80].astype(int) - seen[215, 520]).max() <= 6
    assert [area.top for area in paper(seen).areas] == [200]


def test_a_coloured_table_in_the_middle_of_the_page_is_no_shadow() -> None:
    page = coloured(white(400, 600))
    page[60:340, 60:540] = (238, 243, 226)
    assert evenly_lit(page) is page


def test_an_even_page_is_told_without_the_light_at_each_of_its_pixels() -> None:
    page = np.full((800, 600, 3), 250, dtype=np.uint8)
    tracemalloc.start()
    evenly_lit(page)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < page.nbytes
