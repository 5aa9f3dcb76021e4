"""No pool: every task in this process, one after another and without limits. For one trusted file, and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingather.pools import Answer, Begun, Setting, Task
from ingather.pools.work import perform


class Serial:
    """A pool of none."""

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """Do each task in turn."""
        for task in tasks:
            begun(task)
            yield task, perform(task, setting)

    def close(self) -> None:
        """Nothing to end."""
