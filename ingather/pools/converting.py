"""A pool whose old Word files go through LibreOffice first: many in one process, before another pool reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ingather.office.program import Office, convert_folder
from ingather.pools import Answer, Begun, Pool, Setting, Task

_AT_ONCE = 50
"""Files converted before they are read, so that the copies of a large folder never all lie on the disk."""


class Converting:
    """Another pool, with LibreOffice before it. Its workers open every file; this process only starts LibreOffice."""

    def __init__(self, pool: Pool, office: Office) -> None:
        self._pool = pool
        self._office = office

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """Do the tasks, those that need no LibreOffice first."""
        old = [t for t in tasks if t.old and not t.listing]
        yield from self._pool.run(setting, [t for t in tasks if not t.old or t.listing], begun)
        for start in range(0, len(old), _AT_ONCE):
            with TemporaryDirectory(prefix="ingather-office-", ignore_cleanup_errors=True) as folder:
                part = [replace(t, staged=Path(folder)) for t in old[start : start + _AT_ONCE]]
                self._convert(setting, part, Path(folder))
                yield from self._pool.run(setting, part, begun)

    def close(self) -> None:
        """End the processes."""
        self._pool.close()

    def _convert(self, setting: Setting, tasks: Sequence[Task], folder: Path) -> None:
        staging = [replace(t, staging=True) for t in tasks]
        for _ in self._pool.run(setting, staging, lambda task: None):
            pass  # a file that could not be put down is missed when it is to be read
        convert_folder(self._office, folder)
