"""A folder of hostile and broken files, read three times, and its good files read alone.

    python -m tests.proofs.hostile FOLDER [--user nobody] [--ingather bin/ingather]

Every file must end with an outcome and, where that is not `read`, a sentence; the three runs must end with exit code 1
and the same bytes; the rows of the good files must be those of a run without the bad ones. As root, `--user` names who
runs it: nothing is hidden from root. That user must be able to run the program, which `--ingather` names.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingather.sources import find_inputs
from tests.proofs.tables import rows

_GOOD = ("read", "no_actions", "duplicate")
_COMPARED = ("actions", "owners", "milestones", "headings", "plans", "unplaced", "review", "files")


@dataclass(frozen=True, slots=True)
class Runner:
    """Who runs what, where there is room to write."""

    command: tuple[str, ...]
    user: str | None
    place: Path

    def run(self, folder: Path, name: str) -> tuple[int, Path]:
        """The exit code of a run over a folder, and where its results are."""
        out = self.place / name
        asked = [*self.command, "run", str(folder), "--out", str(out), "--as-of", "2026-01-01", "--no-store"]
        group = self.user and "nogroup"
        done = subprocess.run(asked, capture_output=True, check=False, user=self.user, group=group, cwd=self.place)
        if done.returncode not in (0, 1):
            sys.stderr.write(done.stderr.decode())
        return done.returncode, out


def faults(folder: Path, runner: Runner) -> Iterator[str]:
    """What is not as it should be; prints what became of the files."""
    runs = [runner.run(folder, f"out-{n}") for n in range(3)]
    codes = [code for code, _ in runs]
    if codes != [1, 1, 1]:
        yield f"the exit codes are {codes}"
    whole = runs[0][1]
    if any(_bytes(out) != _bytes(whole) for _, out in runs):
        yield "the runs differ"
    files = {f["source_file"]: f for f in rows(whole, "files")}
    print(", ".join(f"{n} {outcome}" for outcome, n in sorted(Counter(f["outcome"] for f in files.values()).items())))
    yield from (f"{n!r} has no sentence" for n, f in files.items() if f["outcome"] != "read" and not _is_told(f))
    yield from _harmed(folder, runner, whole, files)


def _harmed(folder: Path, runner: Runner, whole: Path, files: dict[str, dict[str, str]]) -> Iterator[str]:
    """Good files whose rows are others than without the bad ones."""
    paths = {i.name: Path(i.path) for i in find_inputs([folder], whole)}
    good = {n for n, f in files.items() if f["outcome"] in _GOOD and n in paths}
    alone = runner.place / "alone"
    for name in good:
        target = alone / paths[name].relative_to(os.path.realpath(folder))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paths[name], target)
    _, out = runner.run(alone, "out-alone")
    for table in _COMPARED:
        if _of(good, whole, table) != _of(good, out, table):
            yield f"{table} of the {len(good)} good files differ"
    print(f"{len(good)} good files, alone and among the others")


def _of(files: set[str], out: Path, table: str) -> list[dict[str, str]]:
    """The rows of these files; those of owners and milestones are told by their actions."""
    key, wanted = "source_file", files
    if table in ("owners", "milestones"):
        key, wanted = "action_id", {r["action_id"] for r in rows(out, "actions") if r["source_file"] in files}
    return [r for r in rows(out, table) if r[key] in wanted]


def _is_told(file: dict[str, str]) -> bool:
    return file["reason"].endswith(".") and bool(file["suggestion"])


def _bytes(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


def main() -> None:
    """Run, and print what was wrong."""
    parser = argparse.ArgumentParser(description="A folder of hostile files, three times, and its good files alone.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--user")
    parser.add_argument("--ingather")
    asked = parser.parse_args()
    command = (asked.ingather,) if asked.ingather else (sys.executable, "-m", "ingather.cli")
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o777)
        found = list(faults(asked.folder, Runner(command, asked.user, Path(place))))
    print(f"{len(found)} things wrong", *found, sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
