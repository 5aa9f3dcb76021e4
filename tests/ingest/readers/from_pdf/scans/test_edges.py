"""Pale rules, and those along and across coloured areas, of which a scan shows a part."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.beside import joined_across
from ingest.readers.from_pdf.scans.edges import across_heads, along_edges
from ingest.readers.from_pdf.scans.ruling import Stroke, level_strokes

SCALE = 200 / 72
HEAD = Area(0, 20, 300, 50, (80, 80, 80), pale=True)
COLUMNS = [Stroke(100, 52, 400), Stroke(200, 52, 400)]


def test_a_hair_line_spread_over_two_rows_of_grain_is_a_rule() -> None:
    page = np.full((100, 600), 255.0)
    page[50:52] = 212
    grain = np.random.default_rng(1).normal(0, 6, page.shape)
    found = level_strokes((page + grain).clip(0, 255).astype(np.uint8), SCALE)
    assert found and all(s.at in (50, 51) and s.start < 5 and s.end > 595 for s in found)


def test_a_pale_stripe_higher_than_a_line_is_no_rule() -> None:
    page = np.full((100, 600), 255, dtype=np.uint8)
    page[40:60] = 215
    assert level_strokes(page, SCALE) == []


@pytest.mark.parametrize(("seen", "is_whole"), [(150, True), (60, False)])
def test_a_rule_seen_in_good_part_along_an_area_runs_along_the_whole(seen: int, is_whole: bool) -> None:
    found = along_edges([Stroke(51, 30, 30 + seen)], [HEAD])
    assert (Stroke(51, 0, 300) in found) is is_whole


def carried_on(*words: slice) -> list[int]:
    letters = np.zeros((400, 300), dtype=np.bool_)
    for word in words:
        letters[30:40, word] = True
    return [s.at for s in across_heads(COLUMNS, [HEAD], letters, SCALE) if s.start < 50]


def test_columns_go_on_through_a_dark_heading_that_hides_their_rules() -> None:
    assert carried_on(slice(10, 40), slice(110, 150), slice(210, 250)) == [100, 200]


def test_no_columns_go_on_through_a_banner() -> None:
    assert carried_on(slice(120, 180)) == []
    assert carried_on(slice(60, 240)) == []


@pytest.mark.parametrize(("between", "areas"), [((80, 80, 80), 1), ((255, 255, 255), 2)])
def test_an_area_parted_by_nothing_but_letters_is_one(between: tuple[int, int, int], areas: int) -> None:
    page = np.full((60, 300, 3), 80, dtype=np.uint8)
    page[20:50, 140:170] = between
    page[27:43, 142:168] = 255
    left, right = Area(0, 20, 140, 50, (80, 80, 80)), Area(170, 20, 300, 50, (80, 80, 80))
    assert len(joined_across(page, [left, right])) == areas
