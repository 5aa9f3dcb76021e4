"""Real header rows with the fields a careful reader accepts; skipped where they are absent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from bench.header_rows import REAL, documents, listed, own, unseen
from bench.headings import Outcome, cost, outcomes

real = pytest.mark.skipif(not REAL.exists(), reason="the real header rows are not beside this checkout")


def _shares(found: Sequence[Outcome]) -> tuple[float, float]:
    verdicts = Counter(o.verdict for o in found)
    return verdicts["right"] / len(found), verdicts["wrong"] / len(found)


@real
def test_real_headings_are_read_right_and_hardly_ever_wrong_without_a_flag() -> None:
    right, wrong = _shares(list(outcomes(documents())))
    assert (right >= 0.97, wrong <= 0.005) == (True, True)


@real
def test_headings_no_wording_was_taken_from_are_read_right_too() -> None:
    right, wrong = _shares(list(outcomes(documents(), listed())))
    assert (right >= 0.85, wrong <= 0.01) == (True, True)


@real
def test_decisions_said_to_be_sure_are_right_as_often_as_they_say() -> None:
    found = [o for o in outcomes(listed()) if o.decision.field]
    sure = [o for o in found if 0.85 <= o.decision.confidence < 0.95]
    said = sum(o.decision.confidence for o in sure) / len(sure)
    assert sum(o.right for o in sure) / len(sure) == pytest.approx(said, abs=0.07)


@pytest.mark.parametrize("seed", range(3))
def test_headings_written_for_this_project_are_read_whatever_cells_are_drawn(seed: int) -> None:
    right, wrong = _shares(list(outcomes(own(seed))))
    assert (right >= 0.97, wrong <= 0.005) == (True, True)


def test_headings_once_unseen_are_read_right_and_hardly_ever_wrong_without_a_flag() -> None:
    right, wrong = _shares(list(outcomes(unseen())))
    assert (right >= 0.95, wrong <= 0.01) == (True, True)


def test_a_column_costs_well_under_a_millisecond() -> None:
    assert cost(own()) < 1.0
