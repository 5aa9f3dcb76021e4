"""A long PDF that takes too much time keeps the pages that were read, whatever ended the reading."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from ingather.contents import identify
from ingather.options import Options
from ingather.pools import Answer, Setting, Task
from ingather.pools.allowance import Allowance
from ingather.pools.processes import Processes
from ingather.sources import Input

_PAGES, _ROWS = 50, 100
_TALL = (595, 2000)  # points: a page long enough to be worth a tenth of a second

_HEADS = ("Lead", "By when", "Cost", "Status", "Partners", "Priority")
_CELLS = ("Parks Manager", "March 2026", "£500", "On track", "Friends of Parks", "High")
SETTING = Setting(Options(date(2026, 1, 1)))


def long_pdf() -> bytes:
    """Fifty pages, each a ruled table of a hundred actions."""
    from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Table

    story: list[Flowable] = []
    for page in range(1, _PAGES + 1):
        rows = [[f"Plant trees {page}-{row}", *_CELLS] for row in range(_ROWS)]
        story += [Table([["Action", *_HEADS], *rows], style=[("GRID", (0, 0), (-1, -1), 1, "black")])]
        story += [PageBreak()]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=_TALL, topMargin=20, bottomMargin=20).build(story)
    return buffer.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the system are set on Unix only")
def test_the_pages_read_before_the_time_ran_out_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(long_pdf())
    item = Input(str(path), "long.pdf")
    task = Task(item, identify(item, SETTING.options.limits).source)
    pool = Processes(1, allowance=Allowance(2.5))
    ((_, answer),) = list(pool.run(SETTING, [task], lambda begun: None))
    pool.close()
    assert_part(answer)


def assert_part(answer: Answer) -> None:
    assert answer.file.outcome == "partly_read"
    assert "took longer" in answer.file.reason
    assert answer.file.actions is not None
    assert 0 < answer.file.actions < _PAGES * _ROWS
    assert not answer.lasting
