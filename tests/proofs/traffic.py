"""Files that come, grow, are replaced, renamed and deleted in a folder, each plan with a mark that tells its versions.

Only so many names are used, over and over: a watcher keeps the rows of every file that it ever read.
"""

from __future__ import annotations

import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
_ROWS = 5
_HEAD = "Action\tLead\tBy when\n"
_LINE = "Plant trees version {version} row {row}\tBo Ray\tMarch 2026\n"
_MARK = re.compile(r"Plant trees version (\d+) row (\d+)")
_FILES, _SLOW, _STEPS, _STEP = 40, 0.1, 4, 1.0


class Traffic:
    """What happens in one folder; `whole` are the versions that ever stood there whole."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.whole: set[int] = set()
        self._chance = random.Random(seed)
        self._samples = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".docx", ".pdf", ".txt"))

    def event(self) -> None:
        """One thing happens."""
        there = sorted(p for p in self.folder.iterdir() if p.suffix == ".txt")
        deed = self._chance.choice((self._put, self._put, self._put, self._delete, self._rename, self._ballast))
        deed(there)

    def _put(self, there: list[Path]) -> None:
        """A new plan, or a new version of one, at once or slowly."""
        version = len(self.whole) + 1
        lines = [_LINE.format(version=version, row=row) for row in range(1, _ROWS + 1)]
        path = self.folder / f"plan-{self._chance.randrange(_FILES)}.txt"
        if self._chance.random() < _SLOW:
            for step in range(1, _STEPS):
                path.write_text(_HEAD + "".join(lines[:step]))
                time.sleep(_STEP)
        path.write_text(_HEAD + "".join(lines))
        self.whole.add(version)

    def _delete(self, there: list[Path]) -> None:
        if there:
            self._chance.choice(there).unlink()

    def _rename(self, there: list[Path]) -> None:
        if there:
            self._chance.choice(there).replace(self.folder / f"plan-{self._chance.randrange(_FILES)}.txt")

    def _ballast(self, there: list[Path]) -> None:
        """A Word or PDF plan, whole or broken, a lock file, or an empty file; some go again."""
        sample = self._chance.choice(self._samples)
        data = sample.read_bytes()
        name = f"other-{self._chance.randrange(_FILES // 4)}{sample.suffix}"
        path = self.folder / self._chance.choice((name, name, f"~${name}", f"cut-{name}"))
        if path.exists():
            path.unlink()
        elif path.name.startswith("cut-"):
            path.write_bytes(data[: self._chance.randrange(len(data))])
        else:
            path.write_bytes(data)


def torn(actions: Iterable[Mapping[str, str]], whole: set[int]) -> list[str]:
    """The files whose rows are not those of one version that stood there whole."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for action in actions:
        if mark := _MARK.fullmatch(action["action"]):
            found[action["source_file"]].append((int(mark[1]), int(mark[2])))
    return [name for name, marks in found.items() if not _is_whole(sorted(marks), whole)]


def _is_whole(marks: list[tuple[int, int]], whole: set[int]) -> bool:
    version = marks[0][0]
    return version in whole and marks == [(version, row) for row in range(1, _ROWS + 1)]
