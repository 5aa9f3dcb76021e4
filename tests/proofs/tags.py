"""The tags of PDFs as ingather reads them from a file's own bytes, beside what they are by qpdf alone.

    python -m tests.proofs.tags [FOLDER...] [--times 10000] [--first 0]

Every PDF of the folders is compared, and so many small files with lies in them, each told by its seed. The tags must
say the same both ways, or nothing, within two seconds each way. Ends with the number of things wrong.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.readers.from_pdf.opening import opened
from tests.ingest.readers.from_pdf.lies import mutated
from tests.ingest.readers.from_pdf.tags_told import told, told_by_qpdf
from tests.ingest.readers.from_pdf.test_tags_and_qpdf import files

_SECONDS, _BYTES = 2, 2_000_000
"""How long a reading may take for each so many bytes."""


def main() -> int:
    """Print what is wrong with each file, and how many were compared. Returns how many things are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")  # of broken content, by pikepdf
    logging.disable()
    counted: Counter[str] = Counter()
    for name, data in _compared(asked.folders, range(asked.first, asked.first + asked.times)):
        outcome = _outcome(data)
        counted[outcome] += 1
        if outcome not in _RIGHT:
            print(f"{name}: {outcome}")
    wrong = sum(count for outcome, count in counted.items() if outcome not in _RIGHT)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counted.items())) + f"; {wrong} things wrong")
    return min(wrong, 100)


def _compared(folders: list[Path], seeds: range) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for folder in folders for path in folder.rglob("*.pdf")):
        yield str(path), path.read_bytes()
    for seed in seeds:
        random = Random(seed)
        yield f"seed {seed}", mutated(random.choice(files()), random)


_RIGHT = ("the same", "nothing", "nothing, not even by qpdf", "refused")


def _outcome(data: bytes) -> str:
    try:
        whole = opened(data, Limits()).data
    except Unreadable:
        return "refused"
    began = time.process_time()
    try:
        own, theirs = told(whole), told_by_qpdf(whole)
    except Exception as error:
        return f"an error: {error!r}"
    if time.process_time() - began > 2 * _SECONDS * (1 + len(data) / _BYTES):
        return "slow"
    if own:
        return "the same" if own == theirs else "another reading"
    return "nothing" if theirs else "nothing, not even by qpdf"


if __name__ == "__main__":
    sys.exit(main())
