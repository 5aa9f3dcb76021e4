"""Links of many rows kept in little memory, and given back each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from export.writers.to_xlsx.addresses import Addresses, Links

CELLS = st.lists(st.tuples(st.tuples(st.integers(1, 9), st.integers(0, 2)), st.sampled_from("abc")))


@given(CELLS, CELLS)
def test_each_sheet_gives_its_links_as_they_were_added(
    one: list[tuple[tuple[int, int], str]], other: list[tuple[tuple[int, int], str]]
) -> None:
    known = Addresses()
    for cells in (one, other):
        links = Links(known)
        for at, address in cells:
            links.add(at, address)
        own = list(links.addresses())
        assert [((row, column), own[place]) for row, column, place in links] == cells
        assert own == list(dict.fromkeys(address for _, address in cells))


def test_a_long_row_of_links_to_one_file_is_kept_as_one() -> None:
    links = Links(Addresses())
    for row in range(1, 10_000):
        links.add((row, 3), "./plan.docx")
    assert len(links) == 1
    assert sum(1 for _ in links) == 9_999
