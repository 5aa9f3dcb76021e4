"""The run in numbers: actions by council, theme, owner, status and due quarter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from export.overdue import days_overdue
from export.words import worded
from normalise.rows import Row, Value
from normalise.schema import STATUSES

MOST_LINES = 30
"""Lines of one table; what is beyond is summed in a last line."""

MOST_QUARTERS = 40
"""Quarters the table shows, the last ones; those before are summed in a first line."""

_QUARTERS = {1: "Apr–Jun", 2: "Jul–Sep", 3: "Oct–Dec", 4: "Jan–Mar"}
_LONGEST_SPAN = 40
"""Quarters between the first and last due date within which quarters without actions are shown too."""


@dataclass(frozen=True, slots=True)
class Count:
    """A table of counts: what each line is, the names of the columns after it, and the lines."""

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]


def counts(actions: Sequence[Row], as_of: date, twins: frozenset[str] = frozenset()) -> tuple[Count, ...]:
    """Count the actions six ways; those of files named in `twins`, the same plan again, are left out."""
    rows = [row for row in actions if row["source_file"] not in twins]
    late = {id(row) for row in rows if days_overdue(row, as_of) is not None}
    return (
        _by_council(rows, late),
        _by_status(rows, late),
        _by_quarter(rows, late),
        _overdue(rows, late),
        _grouped("owner", "Actions by owner", rows, late, owner_of),
        _grouped("theme", "Actions by theme", rows, late, lambda row: str(row["theme"] or "")),
    )


def owner_of(row: Row) -> str:
    """Who answers for an action, as a body where one is named, else by role, else by name."""
    return str(row["lead_organisation"] or row["lead_role"] or row["lead_person"] or "")


def _by_council(rows: Sequence[Row], late: set[int]) -> Count:
    groups = _groups(rows, lambda row: str(row["council"] or ""))
    statuses = [code for code in STATUSES if any(row["status"] == code for row in rows)]
    lines: list[tuple[Value, ...]] = [
        (
            name or "(council not known)", len(group), sum(id(row) in late for row in group),
            *(sum(row["status"] == code for row in group) for code in statuses),
            sum(not row["status"] for row in group),
        )
        for name, group in groups
    ]  # fmt: skip
    columns = ("council", "actions", "overdue", *map(worded, statuses), "no status")
    return Count("council", "Actions by council", columns, _cut(lines))


def _by_status(rows: Sequence[Row], late: set[int]) -> Count:
    found = Counter(str(row["status"] or "") for row in rows)
    overdue = Counter(str(row["status"] or "") for row in rows if id(row) in late)
    lines = [(worded(code) or "(no status)", found[code], overdue[code]) for code in (*STATUSES, "") if found[code]]
    return Count("status", "Actions by status", ("status", "actions", "overdue"), tuple(lines))


def _by_quarter(rows: Sequence[Row], late: set[int]) -> Count:
    groups: dict[int, list[Row]] = defaultdict(list)
    undated = 0
    for row in rows:
        due = row["due_date"]
        if isinstance(due, date):
            groups[_quarter(due)].append(row)
        else:
            undated += 1
    lines = [(_named(q), len(groups[q]), sum(id(row) in late for row in groups[q])) for q in _span(sorted(groups))]
    rest = [("(no due date)", undated, 0)] if undated else []
    shown = [*_earlier(lines[:-MOST_QUARTERS]), *lines[-MOST_QUARTERS:], *rest]
    return Count("due_quarter", "Actions by due quarter", ("due quarter", "actions", "overdue"), tuple(shown))


def _earlier(lines: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Quarters long past, summed in one line."""
    return [("(earlier)", sum(n for _, n, _ in lines), sum(n for _, _, n in lines))] if lines else []


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _span(quarters: list[int]) -> Sequence[int]:
    if quarters and quarters[-1] - quarters[0] <= _LONGEST_SPAN:
        return range(quarters[0], quarters[-1] + 1)
    return quarters


def _named(quarter: int) -> str:
    """A quarter of the financial year, which begins in April: `2026/27 Q3 (Oct–Dec)`."""
    year, number = divmod(quarter - 1, 4)
    return f"{year}/{(year + 1) % 100:02d} Q{number + 1} ({_QUARTERS[number + 1]})"


def _overdue(rows: Sequence[Row], late: set[int]) -> Count:
    groups = _groups([row for row in rows if id(row) in late], owner_of)
    lines = [(name or "(no owner named)", len(group)) for name, group in groups]
    return Count("overdue", "Overdue actions by owner", ("owner", "overdue"), _cut(lines))


def _grouped(name: str, title: str, rows: Sequence[Row], late: set[int], key: Callable[[Row], str]) -> Count:
    lines = [
        (group_name or f"(no {name} named)", len(group), sum(id(row) in late for row in group))
        for group_name, group in _groups(rows, key)
    ]
    return Count(name, title, (name, "actions", "overdue"), _cut(lines))


def _groups(rows: Sequence[Row], key: Callable[[Row], str]) -> list[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _cut(lines: Sequence[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    rest = lines[MOST_LINES - 1 :]
    sums = (sum(n for n in column if isinstance(n, int)) for column in list(zip(*rest, strict=True))[1:])
    return (*lines[: MOST_LINES - 1], (f"({len(rest):,} others)", *sums))
