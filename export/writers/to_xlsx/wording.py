"""What cover and notes say: the run in a sentence, and how to read the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from export.model import Export
from export.summary import twins
from normalise.rows import Row

HOW = (
    "Each sheet of rows is one Excel table, and its name can be used in formulas.",
    "Where a cell is empty, the document does not say, or ingather could not tell.",
    "Columns such as action, lead and timescale hold the document's own words; due_date, lead_role, cost_min_gbp,"
    " status and the like are what ingather read out of them. Where the two disagree, trust the words.",
    "The Source column says where each row stands in its document; where it is a link, it opens the file.",
    "days_overdue counts from the due date to the day named on the cover, for actions that have not ended.",
    "The same rows are in the CSV files that ingather writes, with the columns in a fixed order.",
)
EDITS = (
    "Values that you change on the sheet Actions are kept by the next run into the same folder, and so are columns and"
    " notes that you add there; save and close the workbook first. Changes on other sheets are not kept, nor those of"
    " columns that ingather works out, such as days_overdue and confidence."
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_NAMED = 6
"""Inputs the cover names one by one; the Files sheet has them all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet as the cover lists it: its title, what it holds, and how many rows."""

    title: str
    told: str
    count: int | None = None


def summary(export: Export) -> str:
    """The run in a sentence."""
    tables = export.tables
    whose, unnamed = _councils(export)
    return (
        f"{counted(len(tables['actions']), 'action')}{whose} from {_files(tables['files'])}{unnamed},"
        f" as things stood on {spoken(export.about.as_of)}.{_again(export)}"
    )


def _again(export: Export) -> str:
    """How many actions the summaries leave out, since their plan seems to be there in another file too."""
    again = twins(export.tables["review"])
    number = sum(row["source_file"] in again for row in export.tables["actions"]) if again else 0
    stand, are = ("stands", "is") if number == 1 else ("stand", "are")
    return (
        f" {number:,} of them {stand} in a second file of the same plan and {are} left out of summaries."
        if number
        else ""
    )


def _files(rows: Sequence[Row]) -> str:
    """The files that gave actions, and of how many: a zip counts by what it holds."""
    found = [row for row in rows if row["format"] != "zip"]
    giving = sum(bool(row["actions"]) for row in found)
    return counted(giving, "file") if giving == len(found) else f"{giving:,} of {counted(len(found), 'file')}"


def _councils(export: Export) -> tuple[str, str]:
    """How many councils there are where each action names one, else how many are named and how many actions have none.

    Nothing is said where no council is named at all.
    """
    councils = {row["council"] for row in export.tables["plans"] if row["council"]}
    without = sum(not row["council"] for row in export.tables["actions"])
    if not councils:
        return "", ""
    if not without:
        return f" of {counted(len(councils), 'council')}", ""
    return "", f"; {counted(len(councils), 'council')} named, {counted(without, 'action')} without one"


def inputs(export: Export) -> str:
    """What was read, one name to a line, the rest as a number."""
    named = export.about.inputs[:_NAMED]
    rest = len(export.about.inputs) - len(named)
    return "\n".join([*named, *([f"and {rest:,} more, listed on the Files sheet"] if rest else [])])


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `1,200 actions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def spoken(day: date) -> str:
    """A date as people write it: `21 November 2026`, whatever language the machine is set to."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
