"""Conservation on every file of a folder: nothing that was read of it is lost, whatever state the file is in.

    python -m tests.proofs.conserved FOLDER...

Each file is read and understood in a process of its own with the memory and time that a run gives it. A file that
cannot be read has nothing to lose and is counted apart. Ends with the number of things wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections import Counter
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.reading import read_document
from normalise.model import Source
from normalise.understand import understand
from tests.conserved import faults

_MEMORY, _SECONDS = 2_000_000_000, 60
_ONCE = b"Action,Lead,By when\nPlant trees,Ann Lee,May 2026\n"


def main() -> int:
    """Print what is wrong with each file, and how many were held. Returns how many things are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    paths = sorted(p for folder in parser.parse_args().folders for p in folder.rglob("*") if p.is_file())
    understand(read_document(_ONCE), Source("once.txt"), date(2026, 1, 1))  # learns the words before the others start
    counted: Counter[str] = Counter()
    wrong = 0
    for path in paths:
        outcome, told = _apart(path)
        counted[outcome] += 1
        wrong += len(told)
        for line in told:
            print(f"{path}: {line}")
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counted.items())) + f"; {wrong} things wrong")
    return min(wrong, 100)


def _apart(path: Path) -> tuple[str, list[str]]:
    """What became of a file in a process of its own, and what is wrong with it."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_check, args=(path, theirs))
    process.start()
    theirs.close()
    try:
        said: tuple[str, list[str]] = ours.recv()
    except EOFError:
        said = "ended by a limit", []
    process.join()
    if said[0] == "ended by a limit" and process.exitcode == 1:
        said = "failed", ["an error of ingather's own"]
    return said


def _check(path: Path, answer: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        document = read_document(path.read_bytes(), Limits())
    except (Unreadable, MemoryError):
        answer.send(("not read", []))
        return
    plan = understand(document, Source(path.name), date(2026, 1, 1))
    answer.send(("read" if document.complete else "read in part", faults(document, plan)))


if __name__ == "__main__":
    sys.exit(main())
