"""Whatever a file lies of its objects, its tags say what qpdf reads of them, or nothing.

`python -m tests.proofs.tags` tries many more lies, and whole folders of files.
"""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.ingest.readers.from_pdf.lies import mutated
from tests.ingest.readers.from_pdf.structured import PLAN, Setting, Shown, element, rows, shown, structured
from tests.ingest.readers.from_pdf.tagged import cells, tagged
from tests.ingest.readers.from_pdf.tags_told import told, told_by_qpdf


@cache
def files() -> tuple[bytes, ...]:
    """Small tagged files: a table alone, one among text that says much of itself, and words drawn by a form."""
    says = Dictionary(A=Dictionary(O=Name.Table, ColSpan=2), ActualText=String("H\xe9"), ID=String("a"), C=Name.Wide)
    classes = Dictionary(Wide=Array([Dictionary(O=Name.Layout, TextDecorationType=Name.LineThrough)]))
    text = element("H1", shown("Plan")), element("Body", shown("x", 40, 300), says=says)
    within = element("TD", Shown("x", 100, 90, page=1))
    return (
        tagged(*cells(("Action", "Lead"), ("Plant trees", "Parks"), ("Mend paths", ""))),
        structured(
            element("Document", *text, element("Table", *rows(*PLAN))),
            setting=Setting(root=Dictionary(RoleMap=Dictionary(Body=Name.P), ClassMap=classes)),
        ),
        structured(
            element("P", Shown("In a form", form="around")),
            element("Table", element("TR", within)),
            setting=Setting(pages=2),
        ),
    )


@pytest.mark.parametrize("first", range(0, 300, 100))
@pytest.mark.filterwarnings("ignore::UserWarning:pikepdf")
def test_files_with_lies_in_them(first: int) -> None:
    read = 0
    for seed in range(first, first + 100):
        random = Random(seed)
        data = mutated(random.choice(files()), random)
        own = told(data)
        assert not own or own == told_by_qpdf(data), f"seed {seed}"
        read += bool(own)
    assert read > 50
