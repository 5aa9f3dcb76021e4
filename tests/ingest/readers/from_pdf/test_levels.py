"""The text on one height of the page, cut where white space parts columns."""

from __future__ import annotations

import pytest

from ingest.readers.from_pdf.ink import Box, Ink, Run
from ingest.readers.from_pdf.unruled.levels import levels


def run(text: str, left: float, y: float = 60) -> Run:
    return Run(text, Box(left, y - 9, left + 5 * len(text), y), y, 10.0)


def cut(*runs: Run) -> list[list[str]]:
    return [[segment.text for segment in level.segments] for level in levels(runs, Ink(1, 600, 400, runs))]


@pytest.mark.parametrize("bullet", ["•", "\uf0b7", "\uf076", "\uf06e"])
def test_a_bullet_belongs_to_the_words_that_it_stands_before(bullet: str) -> None:
    assert cut(run(bullet, 40), run("Plant trees", 60)) == [[f"{bullet} Plant trees"]]


def test_columns_that_nearly_touch_are_parted_whatever_prose_stands_above() -> None:
    prose = [
        run("Residents asked for safer crossings and for better light on the paths", 40, 60 + 12 * n) for n in range(9)
    ]
    rows = [run("Spaces Manager", 40, 200 + 12 * n) for n in range(9)]
    dates = [run("March 2027", 116, 200 + 12 * n) for n in range(9)]
    assert cut(*prose, *rows, *dates)[9:] == [["Spaces Manager", "March 2027"]] * 9


def test_a_line_is_as_large_as_its_words_not_as_its_bullet() -> None:
    bullet = Run("•", Box(40, 49, 45, 60), 60, 12.0)
    (level,) = levels([bullet, run("Plant trees", 50)], Ink(1, 600, 400, (bullet,)))
    assert level.size == 10.0


def test_strokes_within_lines_that_begin_beneath_one_another_begin_no_column() -> None:
    lines = [run("Parental satisfaction, termly", 40, 60 + 12 * n)._replace(joints=(80.0,)) for n in range(5)]
    assert cut(*lines) == [["Parental satisfaction, termly"]] * 5
