"""A quick look at every value, so that only a plan with something amiss is brought before the pandera models.

What passes here passes there: each test is that of the model for one column, and what is doubtful does not pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from normalise.rows import Row, Value
from normalise.schema import TABLES, Field
from normalise.schema.validate import DATED, EARLIEST, LATEST

Test = Callable[[Value], bool]


def is_sound(tables: Mapping[str, Iterable[Row]]) -> bool:
    """Whether every value of these tables surely passes validation; false says only that somebody must look closer."""
    return all(_is_right(name, list(rows)) for name, rows in tables.items())


def _is_right(name: str, rows: list[Row]) -> bool:
    tests = _tests(name)
    if not all(passes(row[column]) for row in rows for column, passes in tests):
        return False
    if name != "actions":
        return True
    return len({row["action_id"] for row in rows}) == len(rows) and all(map(_least_first, rows))


def _least_first(row: Row) -> bool:
    least, most = row["cost_min_gbp"], row["cost_max_gbp"]
    if least is None or most is None:
        return True
    return isinstance(least, int | float) and isinstance(most, int | float) and least <= most


@cache
def _tests(name: str) -> tuple[tuple[str, Test], ...]:
    found = ((field.name, _test(name, field)) for field in TABLES[name])
    return tuple((column, test) for column, test in found if test)


def _test(table: str, field: Field) -> Test | None:
    if field.codes:
        codes = {*field.codes, *(() if field.required else ("", None))}
        return codes.__contains__
    if field.name in DATED.get(table, ()):
        return lambda v: v is None or (isinstance(v, date) and EARLIEST <= v <= LATEST)
    if field.type in ("number", "integer"):
        most = 1 if field.name == "confidence" else float("inf")
        return _number(0, most, required=field.required)
    if field.required or (table == "actions" and field.name == "action"):
        return lambda v: v is not None and v != ""
    return None


def _number(least: float, most: float, *, required: bool) -> Test:
    return lambda v: not required if v is None else isinstance(v, int | float) and least <= v <= most
