"""How far a run has come: a bar on a terminal, a line a minute in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from normalise.rows import FileRow

_MINUTE = 60.0
Tick = Callable[[FileRow], None]


@contextmanager
def progress(total: int) -> Iterator[Tick]:
    """Gives what to call with the row of each file done; everything shown goes to standard error."""
    if sys.stderr.isatty():
        yield from _bar(total)
    else:
        yield _Log(total).tick


def is_failure(row: FileRow) -> bool:
    """Whether a file of a known format could not be read."""
    return row.outcome in ("refused", "set_aside")


def _bar(total: int) -> Iterator[Tick]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    name = Column(ratio=1, no_wrap=True)  # it alone gives way where the line is too short for all
    columns = (
        TextColumn("Reading"), BarColumn(16), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
        TextColumn("{task.description}", markup=False, table_column=name),
    )  # fmt: skip
    count = _Count(total)
    with Progress(*columns, console=Console(stderr=True), transient=True, expand=True) as bar:
        task = bar.add_task("", total=total, rate="", failed="")

        def tick(row: FileRow) -> None:
            count.add(row)
            name = row.source_file.encode("unicode_escape").decode()[:60]
            bar.update(
                task, total=max(total, count.done), completed=count.done, rate=count.rate, failed=count.failures,
                description=name,
            )  # fmt: skip

        yield tick


class _Count:
    """Files done and failed since the start."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.failed = 0
        self._began = time.monotonic()

    def add(self, row: FileRow) -> None:
        self.done += 1
        self.failed += is_failure(row)

    @property
    def rate(self) -> str:
        return f"{self._a_second:.1f} a second"

    @property
    def failures(self) -> str:
        return f"{self.failed} could not be read" if self.failed else ""

    @property
    def left(self) -> str:
        seconds = max(0, self.total - self.done) / self._a_second if self.done else 0.0
        return f"about {seconds / _MINUTE:.0f} min left"

    @property
    def _a_second(self) -> float:
        return self.done / max(time.monotonic() - self._began, 0.001)


class _Log:
    """A line a minute, for runs that nobody watches."""

    def __init__(self, total: int) -> None:
        self._count = _Count(total)
        self._said = time.monotonic()

    def tick(self, row: FileRow) -> None:
        self._count.add(row)
        if time.monotonic() - self._said > _MINUTE:
            self._said = time.monotonic()
            c = self._count
            parts = (f"Reading: {c.done} of {c.total} files", c.rate, c.left, c.failures)
            print(", ".join(p for p in parts if p), file=sys.stderr, flush=True)
