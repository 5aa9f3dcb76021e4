"""Tagged tables that only lay out a page."""

from __future__ import annotations

import pytest

from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.structured import PLAN, SHOWN, Element, element, rows, shown, structured


@pytest.mark.parametrize("beside", [(), (element("TD"),), (element("TD", element("P")),)], ids=["alone", "bare", "P"])
def test_a_table_that_stands_in_one_of_a_column_is_read_though_empty_cells_stand_beside_it(
    beside: tuple[Element, ...],
) -> None:
    title = element("TR", *beside, element("TD", element("H1", shown("Parks plan"))))
    tree = element("Table", title, element("TR", *beside, element("TD", element("Table", *rows(*PLAN)))))
    assert tables(structured(tree)) == [SHOWN]
