"""A pool that does not open a file again that was set aside, for as long as its bytes are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingather.pools import Answer, Begun, Pool, Setting, Task


class Sparing:
    """Another pool, asked once only about a file that a limit or a crash ended."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._ended: dict[tuple[str, str], Answer] = {}

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """Do the tasks that are not known to end badly."""
        fresh = [t for t in tasks if _key(t) not in self._ended]
        yield from ((t, self._ended[_key(t)]) for t in tasks if _key(t) in self._ended)
        for task, answer in self._pool.run(setting, fresh, begun):
            if not answer.lasting and answer.file.source_sha256 == task.source.sha256:
                self._ended[_key(task)] = answer
            yield task, answer

    def close(self) -> None:
        """End the processes."""
        self._pool.close()


def _key(task: Task) -> tuple[str, str]:
    return task.source.sha256, task.source.path
