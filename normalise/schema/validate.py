"""Validation of every table against the field list, lazily: each failure becomes a row to review, no row is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from normalise.model import Review
from normalise.rows import Row
from normalise.schema import TABLES, Field

if TYPE_CHECKING:
    import pandas as pd
    from pandera.pandas import Check, DataFrameSchema

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
"""Days outside these are read wrongly or typed wrongly: no plan of a public body reaches so far."""

DATED = {"actions": ("start_date", "due_date", "completed_date"), "milestones": ("last_day",)}


def with_findings(tables: dict[str, list[Row]], source_file: str = "") -> dict[str, list[Row]]:
    """The same tables, with a review row for each value that fails validation and its code beside its action.

    `source_file` is whose rows these are, for rows that do not say so themselves.
    """
    findings = [f for name in TABLES for f in _findings(name, tables[name], source_file)]
    if not findings:
        return tables
    codes: dict[int, list[str]] = {}
    for table, row, finding in findings:
        if table == "actions":
            codes.setdefault(row, []).append(finding.code)
    actions = [_marked(a, codes.get(i, [])) for i, a in enumerate(tables["actions"])]
    review = sorted([*tables["review"], *(asdict(f) for _, _, f in findings)], key=_order)
    return {**tables, "actions": actions, "review": review}


def _marked(action: Row, codes: list[str]) -> Row:
    have = action["review"]
    assert isinstance(have, tuple)
    return {**action, "review": tuple(dict.fromkeys([*have, *codes]))}


def _order(row: Row) -> tuple[str, int, int]:
    table, number = row["table"], row["row"]
    return str(row["source_file"]), table if isinstance(table, int) else 0, number if isinstance(number, int) else 0


def _findings(name: str, rows: list[Row], source_file: str) -> Iterator[tuple[str, int, Review]]:
    """Each failure as (table, index of its row, review row)."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    if not rows:
        return
    frame = pd.DataFrame(rows, columns=[f.name for f in TABLES[name]], dtype=object)
    try:
        model(name).validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "index"]].dropna(subset=["index"]).drop_duplicates()
        for column, check, index in cases.itertuples(index=False):
            yield name, int(index), _finding(name, rows[int(index)], str(column), str(check), source_file)


def model(name: str) -> DataFrameSchema:
    """The pandera model of one table of the field list, columns in order, None for unknown."""
    from pandera.pandas import Check, Column, DataFrameSchema

    columns = {f.name: Column(object, _checks(name, f), nullable=not f.required, required=True) for f in TABLES[name]}
    together: list[Check] = []
    if name == "actions":
        columns["action_id"] = Column(object, [*_checks(name, TABLES[name][0])], unique=True)
        together = [
            Check(_least_first("cost_min_gbp", "cost_max_gbp"), name="the least cost is above the greatest"),
        ]
    return DataFrameSchema(columns, checks=together, strict=True, ordered=True)


def _checks(table: str, field: Field) -> list[Check]:
    from pandera.pandas import Check

    checks = []
    if field.required and field.type == "string":
        checks.append(Check(lambda v: v != "", element_wise=True, name="is empty"))
    if table == "actions" and field.name == "action":
        checks.append(Check(lambda v: v != "", element_wise=True, name="is empty"))
    if field.codes:
        codes = {*field.codes, ""}
        checks.append(Check(lambda v: v in codes, element_wise=True, name="is not one of the codes"))
    if field.type in ("number", "integer"):
        checks.append(Check(lambda v: v >= 0, element_wise=True, name="is below zero"))
    if field.name in DATED.get(table, ()):
        checks.append(Check(lambda v: EARLIEST <= v <= LATEST, element_wise=True, name="lies outside 1990 to 2100"))
    if field.name == "confidence":
        checks.append(Check(lambda v: v <= 1, element_wise=True, name="is above one"))
    return checks


def _least_first(least: str, most: str) -> Callable[[pd.DataFrame], pd.Series[bool]]:
    def holds(frame: pd.DataFrame) -> pd.Series[bool]:
        return ~((frame[least].astype(float)) > (frame[most].astype(float)))

    return holds


def _finding(table: str, row: Row, column: str, check: str, source_file: str) -> Review:
    what = f"The {column.replace('_', ' ')}" if column in row else "This row"
    said = f"{what} {check}" if column in row else f"In this row {check}"
    value = f" (“{row[column]}”)" if column in row and row[column] not in (None, "") else ""
    where = row if "source_file" in row else {}
    return Review(
        str(where.get("source_file", "")) or source_file or f"{table}.csv", _whole(where.get("page")),
        _whole(where.get("table")), _whole(where.get("row")), None, "invalid-value", "problem", f"{said}{value}.",
        f"Compare this row of {table} with the source document.",
    )  # fmt: skip


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
