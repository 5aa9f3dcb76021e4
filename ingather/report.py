"""What a run says when it is done: a few plain lines, or the same as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ingather.batch import Sorted
from ingather.folding import folded
from ingather.keeping import Kept
from ingather.pools import Setting
from ingather.progress import is_failure
from normalise.rows import Row

_READ = ("read", "partly_read", "no_actions", "duplicate")
_FAILED = ("refused", "set_aside")
_MOST_LINES = 200
Left = tuple[str, str, str, str]
"""A file that gave no actions or not all: name, outcome, reason, suggestion."""


@dataclass(frozen=True, slots=True)
class Report:
    """A run in numbers: files by outcome, actions, plans with actions, things to check, problems among them.

    `passed_over` counts hidden, temporary and lock files, which have no rows; `good_to_know` the rows to review that
    nobody need check; `edits_kept` the cells changed in the workbook that became corrections.
    """

    outcomes: Mapping[str, int]
    actions: int
    plans: int
    review: int
    problems: int
    left: tuple[Left, ...]
    workbook: str
    passed_over: int = 0
    good_to_know: int = 0
    edits_kept: int = 0

    @property
    def failed(self) -> bool:
        """Whether a file of a known format could not be read."""
        return any(self.outcomes.get(outcome) for outcome in _FAILED)


def report(tables: Mapping[str, Sequence[Row]], written: Sequence[Path]) -> Report:
    """The numbers of a run, from the tables it wrote."""
    files, severities = tables["files"], Counter(r["severity"] for r in tables["review"])
    book = next((p for p in written if p.suffix == ".xlsx"), written[0])
    return Report(
        dict(sorted(Counter(str(f["outcome"]) for f in files).items())),
        len(tables["actions"]), sum(1 for f in files if f["actions"]),
        severities.total() - severities["info"], severities["problem"],
        tuple(_left(f) for f in files if f["reason"] and not _is_told(f)), str(book),
        good_to_know=severities["info"],
    )  # fmt: skip


def _is_told(file: Row) -> bool:
    """Whether other rows tell of the file: a copy, or an archive whose files have rows of their own."""
    return file["outcome"] == "duplicate" or (file["outcome"] == "read" and file["format"] == "zip")


def _left(file: Row) -> Left:
    return str(file["source_file"]), str(file["outcome"]), str(file["reason"]), str(file["suggestion"])


def as_text(said: Report, width: int = 0) -> str:
    """For the person at the keyboard, in lines of `width` letters, 0 for as long as they are.

    Names of files are shown without control characters.
    """
    total = sum(said.outcomes.values())
    lines = [
        f"Files read:       {sum(said.outcomes.get(o, 0) for o in _READ)} of {total}",
        f"Actions found:    {said.actions} in {said.plans} {'plan' if said.plans == 1 else 'plans'}",
        f"Things to review: {_to_review(said)}",
    ]
    if said.edits_kept:
        cells = "cell" if said.edits_kept == 1 else "cells"
        lines.append(f"Edits kept:       {said.edits_kept} {cells} changed in the workbook, now in the corrections")
    if said.passed_over:
        files = "file" if said.passed_over == 1 else "files"
        lines.append(f"Passed over:      {said.passed_over} hidden, temporary or lock {files}")
    if not total:
        lines += ["", "There was no file to read under what you gave."]
    if said.left:
        lines += ["", "Not read, read in part, or without actions:"]
        lines += [_told(*left, width) for left in said.left[:_MOST_LINES]]
    if len(said.left) > _MOST_LINES:
        lines.append(f"  … and {len(said.left) - _MOST_LINES:,} more, in files.csv")
    return "\n".join([*lines, "", f"Workbook: {said.workbook}"])


def _told(name: str, outcome: str, reason: str, suggestion: str, width: int) -> str:
    return folded(f"  {shown(name)}: {reason} {suggestion}".rstrip(), width, "    ")


def _to_review(said: Report) -> str:
    """As many as the sheet To review has rows, by how much they matter."""
    problems = f" ({said.problems:,} likely wrong)" if said.problems else ""
    return f"{said.review:,} to check{problems}, {said.good_to_know:,} good to know"


def as_json(said: Report, code: int) -> str:
    """For programs: one object, with the exit code."""
    left = [dict(zip(("source_file", "outcome", "reason", "suggestion"), f, strict=True)) for f in said.left]
    return json.dumps({**asdict(said), "left": left, "exit_code": code}, ensure_ascii=True, indent=2)


def as_plan(found: Sorted, setting: Setting, *, as_json: bool) -> str:
    """What a run would do, without doing it."""
    kept = Kept(setting)
    known = sum(kept.get(t) is not None for t in found.tasks)
    barred, zips = sum(map(is_failure, found.rows)), sum(r.format == "zip" for r in found.rows)
    counts = {
        "Files found": found.total, "To be read": len(found.tasks) - known, "Known already": known,
        "Same as another": len(found.copies), "Zips opened": zips, "Cannot be opened": barred,
        "Kind not read": len(found.rows) - zips - barred,
    }  # fmt: skip
    if as_json:
        return json.dumps({name.lower().replace(" ", "_"): n for name, n in counts.items()}, indent=2)
    return "\n".join([*(f"{name + ':':18}{n}" for name, n in counts.items()), "", "Nothing was read or written."])


def shown(name: str) -> str:
    """A file's name for a terminal: what would move the cursor, change colours or turn the line about is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
