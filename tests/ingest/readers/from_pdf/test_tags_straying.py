"""Words that the tags have in another cell than the one they are drawn in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import (
    HEIGHT,
    LEFT,
    LONG_PLAN,
    WIDTH,
    Element,
    Shown,
    element,
    shown,
    structured,
)

ROWS = [" | ".join(line) for line in LONG_PLAN]


def told(moved: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> bytes:
    """The plan, the words of some cells tagged in others, before their own."""
    held: dict[tuple[int, int], list[Element | Shown]] = {}
    for y, line in enumerate(LONG_PLAN):
        for x, text in enumerate(line):
            words = element("P", shown(text, LEFT + x * WIDTH, 80 + y * HEIGHT))
            held.setdefault(dict(moved).get((y, x), (y, x)), []).append(words)
    rows = [element("TR", *(element("TD", *held.get((y, x), ())) for x in range(3))) for y in range(len(LONG_PLAN))]
    return structured(element("Table", *rows))


@pytest.mark.parametrize(
    "moved",
    [
        [((3, 0), (3, 1))],
        [((3, 1), (3, 0))],
        [((3, 2), (3, 1)), ((3, 1), (3, 0))],
        [((2, 1), (3, 1))],
        [((2, 2), (3, 2)), ((4, 1), (4, 2))],
    ],
)
def test_words_stand_in_the_empty_cell_they_are_drawn_in(moved: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    assert tables(told(moved)) == [ROWS]


def test_words_that_go_on_beside_the_next_row_stay_in_their_cell() -> None:
    def row(at: int, *texts: str) -> Element:
        words = [[shown(text, LEFT + n * WIDTH, 80 + at * HEIGHT)] if text else [] for n, text in enumerate(texts)]
        if at == 2:
            words[0] += [shown("paths too", LEFT, 80 + (at + 1) * HEIGHT)]
        return element("TR", *(element("TD", *held) for held in words))

    rows = [row(n, *texts) for n, texts in enumerate((*LONG_PLAN[:3], ("", "Parks", "July 2027"), *LONG_PLAN[4:]))]
    (found,) = tables(structured(element("Table", *rows)))
    assert found[2:4] == ["Mend paths paths too | Rangers | June 2027", " | Parks | July 2027"]
