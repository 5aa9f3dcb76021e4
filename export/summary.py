"""The run in numbers: actions by council, theme, owner, status and due quarter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from export.overdue import days_overdue
from export.words import worded
from normalise.rows import Row, Value
from normalise.schema import STATUSES

MOST_LINES = 30
"""Lines of one table; what is beyond is summed in a last line."""

MOST_QUARTERS = 40
"""Quarters the table shows, one after another; those before and after are summed in a line each."""

_QUARTERS = {1: "Apr–Jun", 2: "Jul–Sep", 3: "Oct–Dec", 4: "Jan–Mar"}
_OF_OWNERS = (
    "The first owner of each action counts: by the organisation or team where one is named, else by the post, else by"
    " the person's name."
)


@dataclass(frozen=True, slots=True)
class Count:
    """A table of counts: what each line is, the names of the columns after it, the lines, and how it was counted."""

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]
    told: str = ""


def counts(actions: Iterable[Row], as_of: date, twins: frozenset[str] = frozenset()) -> tuple[Count, ...]:
    """Count the actions six ways; those of files named in `twins`, the same plan again, are left out."""
    tally, again = _Tally(), 0
    for row in actions:
        if row["source_file"] in twins:
            again += 1
        else:
            tally.add(row, late=days_overdue(row, as_of) is not None)
    owners = _sums(tally.owners)
    found = (
        replace(_by_council(tally.councils), told=_of_twins(again)),
        _by_status(tally.councils),
        _by_quarter(tally.quarters),
        _overdue(owners),
        replace(_grouped("owner", "Actions by owner", owners), told=_OF_OWNERS),
        _grouped("theme", "Actions by theme", _sums(tally.themes)),
    )
    return tuple(count if count.lines else _empty(count) for count in found)


def twins(review: Iterable[Row]) -> frozenset[str]:
    """The files that hold the same plan as another, by the rows of review.csv."""
    return frozenset(str(row["source_file"]) for row in review if row["code"] == "likely-twin")


def _of_twins(again: int) -> str:
    """Why the counts are fewer than the actions, where they are."""
    if not again:
        return ""
    left = "1 action is" if again == 1 else f"{again:,} actions are"
    return f"{left} not counted, for the same plan seems to be there in another file: see Needs attention."


def _empty(count: Count) -> Count:
    """A heading with nothing below it leaves open whether something is missing there."""
    said = "(nothing is overdue)" if count.name == "overdue" else "(no actions)"
    return replace(count, lines=((said, *(0 for _ in count.columns[1:])),))


class _Tally:
    """How many actions there are of each kind, and how many of them late; no row is kept."""

    def __init__(self) -> None:
        self.councils: Counter[tuple[str, str, bool]] = Counter()
        self.quarters: Counter[tuple[int | None, bool]] = Counter()
        self.owners: Counter[tuple[str, bool]] = Counter()
        self.themes: Counter[tuple[str, bool]] = Counter()

    def add(self, row: Row, *, late: bool) -> None:
        due = row["due_date"]
        self.councils[str(row["council"] or ""), str(row["status"] or ""), late] += 1
        self.quarters[_quarter(due) if isinstance(due, date) else None, late] += 1
        self.owners[owner_of(row), late] += 1
        self.themes[str(row["theme"] or ""), late] += 1


def owner_of(row: Row) -> str:
    """Who answers for an action, as a body where one is named, else by role, else by name."""
    return str(row["lead_organisation"] or row["lead_role"] or row["lead_person"] or "")


def _by_council(found: Counter[tuple[str, str, bool]]) -> Count:
    statuses = [code for code in STATUSES if any(status == code for _, status, _ in found)]
    by_status: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, status, _), number in found.items():
        by_status[name][status] += number
    lines: list[tuple[Value, ...]] = [
        (name or "(council not known)", number, late, *(by_status[name][code] for code in (*statuses, "")))
        for name, number, late in _sums(_without_status(found))
    ]
    columns = ("council", "actions", "overdue", *map(worded, statuses), "no status")
    return Count("council", "Actions by council", columns, _cut(lines))


def _without_status(found: Counter[tuple[str, str, bool]]) -> Counter[tuple[str, bool]]:
    councils: Counter[tuple[str, bool]] = Counter()
    for (name, _, late), number in found.items():
        councils[name, late] += number
    return councils


def _by_status(councils: Counter[tuple[str, str, bool]]) -> Count:
    found: Counter[str] = Counter()
    overdue: Counter[str] = Counter()
    for (_, status, late), number in councils.items():
        found[status] += number
        overdue[status] += number * late
    lines = [(worded(code) or "(no status)", found[code], overdue[code]) for code in (*STATUSES, "") if found[code]]
    return Count("status", "Actions by status", ("status", "actions", "overdue"), tuple(lines))


def _by_quarter(found: Counter[tuple[int | None, bool]]) -> Count:
    numbers: Counter[int] = Counter()
    for (quarter, _), number in found.items():
        if quarter is not None:
            numbers[quarter] += number
    span, undated = _span(numbers), found[None, False] + found[None, True]
    late = {quarter: found[quarter, True] for quarter in numbers}
    lines = [
        *_summed("(earlier)", [(numbers[q], late[q]) for q in numbers if q < span.start]),
        *((_named(q), numbers[q], late.get(q, 0)) for q in span),
        *_summed("(later)", [(numbers[q], late[q]) for q in numbers if q >= span.stop]),
        *([("(no due date)", undated, 0)] if undated else []),
    ]
    return Count("due_quarter", "Actions by due quarter", ("due quarter", "actions", "overdue"), tuple(lines))


def _summed(name: str, numbers: list[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Quarters beyond those shown, summed in one line."""
    return [(name, sum(n for n, _ in numbers), sum(n for _, n in numbers))] if numbers else []


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _span(numbers: Counter[int]) -> range:
    """The quarters shown, without a gap: those in which most actions are due, and of such the last ones."""
    dated = sorted(numbers)
    if not dated:
        return range(0)
    first = max(dated, key=lambda q: (sum(numbers[d] for d in dated if q <= d < q + MOST_QUARTERS), q))
    return range(first, max(d for d in dated if d < first + MOST_QUARTERS) + 1)


def _named(quarter: int) -> str:
    """A quarter of the financial year, which begins in April: `2026/27 Q3 (Oct–Dec)`."""
    year, number = divmod(quarter - 1, 4)
    return f"{year}/{(year + 1) % 100:02d} Q{number + 1} ({_QUARTERS[number + 1]})"


def _overdue(owners: Sequence[tuple[str, int, int]]) -> Count:
    late = sorted(((name, late) for name, _, late in owners if late), key=lambda line: (-line[1], line[0]))
    lines = [(name or "(no owner named)", number) for name, number in late]
    return Count("overdue", "Overdue actions by owner", ("owner", "overdue"), _cut(lines), _OF_OWNERS)


def _grouped(name: str, title: str, found: Sequence[tuple[str, int, int]]) -> Count:
    lines = [(group or f"(no {name} named)", number, late) for group, number, late in found]
    return Count(name, title, (name, "actions", "overdue"), _cut(lines))


def _sums(found: Counter[tuple[str, bool]]) -> list[tuple[str, int, int]]:
    """Each name with its number and how many of them are late, the most first."""
    numbers: Counter[str] = Counter()
    for (name, _), number in found.items():
        numbers[name] += number
    ranked = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return [(name, number, found[name, True]) for name, number in ranked]


def _cut(lines: Sequence[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    rest = lines[MOST_LINES - 1 :]
    sums = (sum(n for n in column if isinstance(n, int)) for column in list(zip(*rest, strict=True))[1:])
    return (*lines[: MOST_LINES - 1], (f"({len(rest):,} others)", *sums))
