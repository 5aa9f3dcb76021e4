"""Charts of the summary, drawn by Excel itself from the tables beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.chart import Chart

from export.summary import Count
from export.words import worded
from export.writers.to_xlsx.book import Book
from normalise.rows import Value
from normalise.schema import STATUSES

_SHEET = "Summary"
_MOST = {"council": 15, "overdue": 12}
"""Bars a chart can show and still be read; the table beside it has the rest. Others of the counts have no chart."""

_BAR = 28
"""Pixels of a bar with the gap to the next."""

_BLUE, _RED = "#2F6EA5", "#B3261E"
_INKS = dict(
    zip(
        map(worded, STATUSES),
        ("#A6A6A6", "#6FA8DC", "#6AA84F", "#F1B434", "#CC4125", "#7F7F7F", "#274E13", "#595959"),
        strict=True,
    )
)


Line = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its height in pixels."""

    chart: Chart
    height: int


def chart_for(book: Book, count: Count, top: int) -> Drawn | None:
    """A chart of a count whose table has its header at row `top` of the summary, or None where it has none."""
    skipped, shown = _bars(count)
    if not shown:
        return None
    if count.name == "council":
        columns = {name: i for i, name in enumerate(count.columns) if i > 2}
        return _chart(book, ("bar", "Status by council", columns), shown, top + 1)
    if count.name == "due_quarter":
        return _chart(book, ("column", "Actions due in each quarter", {"actions": 1}), shown, top + 1 + skipped)
    return _chart(book, ("bar", "Overdue actions by owner", {"overdue": 1}), shown, top + 1)


def _bars(count: Count) -> tuple[int, list[Line]]:
    """The lines that become bars, and how many stand before them; sums of others and lines of nothing are none."""
    if count.name == "due_quarter":
        quarters = [line for line in count.lines if not str(line[0]).startswith("(")]
        return int(str(count.lines[0][0]) == "(earlier)"), quarters
    named = [line for line in count.lines if line[1] and not str(line[0]).endswith(" others)")]
    return 0, named[: _MOST.get(count.name, 0)]


def _chart(book: Book, said: tuple[str, str, dict[str, int]], lines: Sequence[Line], first: int) -> Drawn:
    """The chart of lines of which the first stands in row `first`."""
    kind, title, columns = said
    chart = book.workbook.add_chart({"type": kind, "subtype": "stacked"} if len(columns) > 1 else {"type": kind})
    assert isinstance(chart, Chart)
    last = first + len(lines) - 1
    for name, column in columns.items():
        ink = _INKS.get(name, _RED if name == "overdue" else "#D9D9D9" if name == "no status" else _BLUE)
        chart.add_series(
            {
                "name": name,
                "categories": [_SHEET, first, 0, last, 0],
                "values": [_SHEET, first, column, last, column],
                "categories_data": [line[0] for line in lines],
                "values_data": [line[column] for line in lines],
                "fill": {"color": ink},
                "gap": 60,
            }
        )
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}})
    chart.set_legend({"position": "bottom"} if len(columns) > 1 else {"none": True})
    _axes(chart, kind, len(lines))
    height = 140 + _BAR * len(lines) if kind == "bar" else 360
    chart.set_size({"width": 760, "height": height})
    return Drawn(chart, height)


def _axes(chart: Chart, kind: str, bars: int) -> None:
    grid = {"visible": True, "line": {"color": "#E3E3E3"}}
    numbers = {"min": 0, "num_format": "0", "major_gridlines": grid}
    if kind == "bar":
        # Excel draws bars from the bottom up; reversed, they stand as in the table.
        chart.set_y_axis({"reverse": True, "crossing": "max", "interval_unit": 1, "num_font": {"size": 8}})
        chart.set_x_axis(numbers)
    else:
        chart.set_x_axis({"num_font": {"rotation": -45, "size": 8}, "interval_unit": 1 + bars // 24})
        chart.set_y_axis(numbers)
