"""Four watchers on one folder, into which files arrive in all the ways they do.

    python -m tests.proofs.watchers [--writer ../shared/nasty/slow_writer.py]

One of them must hold the folder and the other three say who does; each file must be read once, and none before it is
whole. `--writer` is a program that is given the folder and writes to it, and ends; without one, plans grow slowly.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.proofs.tables import rows_so_far
from tests.proofs.traffic import Traffic, torn

_WATCHERS = 4
_EVENTS = 8
_SETTLING = 25.0


def faults(place: Path, writer: Path | None) -> Iterator[str]:
    """What is not as it should be; prints what each watcher said."""
    inbox, outs = place / "inbox", [place / f"out-{n % 2}" for n in range(_WATCHERS)]
    inbox.mkdir()
    watchers = [_watcher(inbox, out, place / "store") for out in outs]
    told = [w.communicate(timeout=60)[1] for w in _ended(watchers)]
    print(*told, sep="", end="")
    if len(told) != _WATCHERS - 1 or not all("is watched already, by" in said for said in told):
        yield f"{_WATCHERS - len(told)} watchers hold the folder"
    traffic = Traffic(inbox, 8)
    early = _write(inbox, writer, traffic, outs)
    time.sleep(_SETTLING)
    yield from (f"{name} was shown before it was whole" for name in sorted(early))
    yield from _misread(inbox, outs)
    for watcher in watchers:
        if watcher.poll() is None:
            watcher.send_signal(signal.SIGTERM)
            watcher.wait(60)


def _watcher(inbox: Path, out: Path, store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ingather.cli", "watch", str(inbox), "--out", str(out), "--store", str(store)]
    return subprocess.Popen([*command, "--workers", "1"], stderr=subprocess.PIPE, text=True)


def _ended(watchers: list[subprocess.Popen[str]]) -> list[subprocess.Popen[str]]:
    """Those that have given up, after as long as three need for it."""
    for _ in range(120):
        ended = [w for w in watchers if w.poll() is not None]
        if len(ended) >= _WATCHERS - 1:
            break
        time.sleep(0.5)
    return ended


def _write(inbox: Path, writer: Path | None, traffic: Traffic, outs: list[Path]) -> set[str]:
    """Let files arrive; gives those that were shown torn meanwhile."""
    early: set[str] = set()
    process = subprocess.Popen([sys.executable, str(writer), str(inbox)]) if writer else None
    for _ in range(_EVENTS):
        traffic.event()
        time.sleep(2)
        early.update(name for out in outs for name in torn(rows_so_far(out, "actions"), traffic.whole))
    while process and process.poll() is None:
        time.sleep(1)
        early.update(f["source_file"] for out in outs for f in rows_so_far(out, "files") if f["outcome"] == "refused")
    return early


def _misread(inbox: Path, outs: list[Path]) -> Iterator[str]:
    """Files that do not stand in the table once, as they lie there."""
    there = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in inbox.iterdir() if p.name[0] not in ".~"}
    listed = [(f["source_file"], f["source_sha256"]) for out in set(outs) for f in rows_so_far(out, "files")]
    yield from (f"{n} is listed {listed.count((n, h))} times" for n, h in there.items() if listed.count((n, h)) != 1)
    print(f"{len(there)} files, {len(listed)} rows")


def main() -> None:
    """Watch, and print what was wrong."""
    parser = argparse.ArgumentParser(description="Four watchers on one folder.")
    parser.add_argument("--writer", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = list(faults(Path(place), asked.writer))
    print(f"{len(found)} things wrong", *found, sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
