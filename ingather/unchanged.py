"""A run that would write what stands there already: known by a hash of all it depends on, and left as it is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import astuple
from itertools import chain
from pathlib import Path

from export.model import WriteOptions
from export.redaction import Names
from ingather.batch import Sorted
from ingather.pools import Setting
from ingather.remote.addresses import Remote
from ingather.report import Report
from ingather.sources import Input
from ingather.store import Store
from ingather.versions import program_version, reader_version, rules_version
from normalise.model import Source

_KIND = "runs"


def run_key(found: Sorted, setting: Setting, out: Path, write: tuple[WriteOptions, Names, str]) -> str:
    """A hash over every file by name and bytes, the options, corrections, program, and the folder written to.

    `write` is how to write, how people are shown, and the way from the results to the files, which links follow.
    """
    files = chain(
        ((_bytes_of(t.item, t.source), t.item.inside, t.item.folder) for t in found.tasks), found.copies,
        ((r.source_file, r.bytes, r.reason) for r in found.rows),
    )  # fmt: skip
    parts = (
        program_version(), rules_version(), reader_version(), sorted(map(_digest, files)), setting.options,
        setting.corrections, os.path.realpath(out), write,
    )  # fmt: skip
    return _digest(parts).hex()


def _digest(value: object) -> bytes:
    return hashlib.sha256(repr(value).encode("utf-8", "backslashreplace")).digest()


def _bytes_of(item: Input, source: Source) -> Source | tuple[str, Remote]:
    """What changes when a file's bytes do, known before it is read."""
    return (source.path, item.remote) if item.remote else source


def same_as_before(store: Store, key: str) -> Report | None:
    """The report of an earlier run with this key whose outputs all stand as it wrote them."""
    kept = store.get(_KIND, key, tuple)
    if kept is None:
        return None
    report, written = kept
    return Report(*report) if all(_hash(Path(p)) == h for p, h in written) else None


def remember(store: Store, key: str, report: Report, written: Sequence[Path]) -> None:
    """Keep what a run wrote, for `same_as_before`."""
    hashes = tuple((str(p.absolute()), _hash(p)) for p in written)
    store.put(_KIND, key, (astuple(report), hashes))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
